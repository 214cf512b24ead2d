// Keys of people in what nobody has read as an event.
import { expect, it } from 'vitest';
import { keysIn } from '../../functions/use-cases/keys-in-text.ts';

it.each([
  ['JSON', '{"traits":{"email":"Sara@Example.com"}}', 'email:sara@example.com'],
  [
    'JSON inside of JSON',
    '{"raw":"{\\"email\\":\\"sara@example.com\\"}"}',
    'email:sara@example.com',
  ],
  ['a form', 'name=Sara&email=sara%40example.com&x=1', 'email:sara@example.com'],
  ['a sentence', 'sara@example.com is no address', 'email:sara@example.com'],
  ['an id of a user', '{"userId":"u-1","event":7}', 'user:u-1'],
  ['an id that is a number', '{"user_id": 42}', 'user:42'],
  ['an id with letters of its own', '{"userId":"\\u0633ara"}', 'user:سara'],
  ['an id of a device', '{"anonymousId":"d-1"}', 'anonymous:d-1'],
])('are found in %s', (_, text, key) => {
  expect(keysIn(text)).toContain(key);
});

it('are none where there are none, and nothing makes it fail', () => {
  expect(keysIn('{"event":"Order Completed","total":42}')).toEqual([]);
  expect(keysIn('%zz%E0%A4%A@ "id":"\\')).toEqual(expect.any(Array));
});
