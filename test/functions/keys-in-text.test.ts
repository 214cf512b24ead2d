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
  ['the end of a sentence', 'Write to sara@example.com. Soon!', 'email:sara@example.com'],
  ['a name with an apostrophe', '{"email":"o\'brien@example.com"}', "email:o'brien@example.com"],
  ['what stands between apostrophes', "{'email': 'sara@example.com'}", 'email:sara@example.com'],
  ['an id of a user', '{"userId":"u-1","event":7}', 'user:u-1'],
  ['an id that is a number', '{"user_id": 42}', 'user:42'],
  ['an id with letters of its own', '{"userId":"\\u0633ara"}', 'user:سara'],
  ['an id of a device', '{"anonymousId":"d-1"}', 'anonymous:d-1'],
])('are found in %s', (_, text, key) => {
  expect(keysIn(text)).toContain(key);
});

it.each([
  ['two addresses in one word', 'a@sara@example.com', 'email:sara@example.com'],
  ['a word after a long one', `${'x'.repeat(1_000)}@ sara@example.com`, 'email:sara@example.com'],
  ['a word behind a long one', `@${'x'.repeat(1_000)} sara@example.com`, 'email:sara@example.com'],
])('are found in %s', (_, text, key) => {
  expect(keysIn(text)).toContain(key);
});

// Were any of them looked through anew from each of its letters, the test would not end within a day.
it.each(
  [
    'x',
    '@',
    'x@',
    '@x ',
    '"',
    '\\',
    '%41',
    '%',
    '"id"',
    '"id":"\\',
    ' ',
    '"id": ',
    '1',
    'id',
    'é.',
  ].map((piece) => [JSON.stringify(piece), piece] as const),
)('are looked for in a megabyte of %s', (_, piece) => {
  const long = piece.repeat(1_000_000 / piece.length);
  const sara = '"email":"sara@example.com"';
  expect(keysIn(`${long}@`)).toEqual(expect.any(Array));
  expect(keysIn(`{${sara},"id":${long}@ ${sara}`)).toContain('email:sara@example.com');
});

it('are found in a megabyte of others, each of them', () => {
  const text = Array.from({ length: 50_000 }, (__, index) => `u${index}@example.com`).join(' ');
  expect(keysIn(text)).toHaveLength(50_000);
});

it('are none where there are none, and nothing makes it fail', () => {
  expect(keysIn('{"event":"Order Completed","total":42}')).toEqual([]);
  expect(keysIn('%zz%E0%A4%A@ "id":"\\')).toEqual(expect.any(Array));
});
