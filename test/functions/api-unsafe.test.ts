// What no body of the API may hold is refused with its place, and what finds no room is not answered as done.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { ask } from '../support/sender.ts';
import { get, identify, openShop, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
  await tell(workspace, identify('ann'));
});

const ann = '/api/contacts/user:ann';
const send = (method: string, path: string, body: unknown) =>
  ask(workspace.world, workspace.keys.adminToken, {
    ...{ method, path },
    text: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('is refused at its place', () => {
  const half = '\ud83d';
  const everyone = { op: 'everyone' };
  test.each([
    [
      `PATCH ${ann}`,
      '{"set":{"__proto__":{"plan":"pro"}}}',
      'set.__proto__',
      'taken by JavaScript',
    ],
    [`PATCH ${ann}`, '{"add":{"__proto__":1}}', 'add.__proto__', 'taken by JavaScript'],
    [
      `PATCH ${ann}`,
      '{"set":{"a":[{"__proto__":1}]}}',
      'set.a[0].__proto__',
      'taken by JavaScript',
    ],
    [
      'POST /api/contacts',
      '{"user":"bob","attributes":{"__proto__":1}}',
      'attributes.__proto__',
      'taken by JavaScript',
    ],
    [
      `POST ${ann}/events`,
      '{"name":"A","properties":{"__proto__":1}}',
      'properties.__proto__',
      'taken by JavaScript',
    ],
    [`PATCH ${ann}`, { set: { plan: half } }, 'set.plan', 'half a character (U+D83D, character 1)'],
    [`PATCH ${ann}`, { set: { plan: 'a\0' } }, 'set.plan', 'cannot be seen (U+0000, character 2)'],
    [`PATCH ${ann}`, { set: { 'a\u0007': 1 } }, 'set["a\\u0007"]', 'the name holds'],
    [`PATCH ${ann}`, { tag: ['vip', 'a\nb'] }, 'tag[1]', 'cannot be seen (U+000A'],
    ['PUT /api/lists/fair', { name: `Fair${half}` }, 'name', 'half a character'],
    ['PUT /api/lists/fair', { name: 'The\nfair' }, 'name', 'cannot be seen (U+000A'],
    ['PUT /api/lists/fair', { name: 'X', description: '\u0000' }, 'description', 'U+0000'],
    ['PUT /api/segments/all', { name: 'A\u0085', condition: everyone }, 'name', 'U+0085'],
    ['PUT /api/organization', { name: 'X\r\nBcc: y', address: 'Z' }, 'name', 'U+000D'],
  ])('%s %j', async (endpoint, body, at, message) => {
    const [method = '', path = ''] = endpoint.split(' ');
    expect(await send(method, path, body)).toMatchObject({
      ...{ status: 422, at },
      error: expect.stringContaining(message),
    });
  });
});

test('other names that objects have are attributes like any other', async () => {
  const set = { constructor: 'Bob', prototype: 1, toString: 'x' };
  const add = { hasOwnProperty: 2 };
  expect(await send('PATCH', ann, { set, add })).toMatchObject({ status: 200 });
  const { traits } = await get<Contact>(workspace, ann);
  expect(traits).toMatchObject({ ...set, ...add });
});

test('a description may have several lines', async () => {
  const list = { name: 'سارا 🎉', description: 'One\n\tand two' };
  expect(await send('PUT', '/api/lists/fair', list)).toMatchObject({ status: 200, ...list });
});

describe('what finds no room is refused whole', () => {
  const much = 'x'.repeat(16_000);

  test.each([
    [{ user: 'bob', attributes: { plan: 'pro', essay: much }, tags: ['vip'] }],
    [{ user: 'ann', attributes: { plan: 'pro', essay: much } }],
    [{ user: 'ann', tags: ['vip'], attributes: { essay: much.slice(0, 15_950) } }],
  ])('by POST /api/contacts: %#', async (person) => {
    const before = await get<object>(workspace, '/api/contacts');
    expect(await send('POST', '/api/contacts', person)).toMatchObject({
      status: 422,
      error: expect.stringContaining('would exceed 16000 characters'),
    });
    expect(await get<object>(workspace, '/api/contacts')).toEqual(before);
    expect(await get(workspace, '/api/contacts?key=user:bob')).toEqual({ items: [] });
  });

  test('but the same again, once it has found room, is no more than before', async () => {
    const person = { user: 'ann', attributes: { essay: much.slice(0, 15_800) } };
    for (const _ of [1, 2])
      expect(await send('POST', '/api/contacts', person)).toMatchObject({ status: 200 });
  });
});
