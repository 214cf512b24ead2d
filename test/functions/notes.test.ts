// Notes about a contact: in its timeline, once, and gone with the person.
import { beforeEach, expect, test } from 'vitest';
import { forThisTest } from '../support/for-this-test.ts';
import { placesOf } from '../support/remains.ts';
import { ask } from '../support/sender.ts';
import { get, identify, openShop, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(openShop);
  await tell(shop, identify('ann'));
});

const post = (path: string, body: object, headers = {}) => {
  const { adminToken } = shop.keys;
  const authorization = `Bearer ${adminToken}`;
  const all = { authorization, ...headers };
  return ask(shop.world, adminToken, { path, method: 'POST', body, headers: all });
};
const rows = async () =>
  (
    await get<{ items: { kind: string; about: unknown }[] }>(
      shop,
      '/api/contacts/user:ann/timeline',
    )
  ).items
    .filter(({ kind }) => kind === 'note')
    .map(({ about }) => about);

test('a note stands in the timeline with its author, once however often it is sent', async () => {
  const path = '/api/contacts/user:ann/notes';
  const once = { 'idempotency-key': 'n1' };
  expect(await post(path, { text: 'Calls back\non Friday' }, once)).toMatchObject({ status: 201 });
  await post(path, { text: 'Calls back\non Friday' }, once);
  expect(await rows()).toEqual([{ by: 'administrator', text: 'Calls back\non Friday' }]);
  expect(await post(path, { text: '' })).toMatchObject({ status: 422, at: 'text' });
});

test('it is erased with the person', async () => {
  await post('/api/contacts/user:ann/notes', { text: 'Prefers Zebrafish' });
  expect(await placesOf(shop.world, ['zebrafish'])).not.toEqual([]);
  await post('/api/contacts/user:ann/erase', {});
  await shop.world.quiet();
  expect(await placesOf(shop.world, ['zebrafish'])).toEqual([]);
});
