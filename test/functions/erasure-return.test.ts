// Whoever was erased comes back with a user that nobody knew, or one that somebody is: the address that they bring leads
// to them again, and what was received before the erasure is refused by it all the same.
import { beforeEach, expect, test } from 'vitest';
import type { Erasure } from '../../functions/erasure-ports.ts';
import { envelope, hand, happened } from '../support/envelopes.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { placesOf } from '../support/remains.ts';
import { ask } from '../support/sender.ts';
import { contactOf, get, identify, openShop, tell, timeline } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const hour = 3_600_000;
const day = 24 * hour;
const email = 'er@returned.example';
const who = `email:${email}`;

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(() => openShop());
});

const api = <T>(method: string, path: string, body?: object) =>
  ask<T>(shop.world, shop.keys.adminToken, { path, method, body });
const erase = () => api<Erasure>('POST', `/api/contacts/${who}/erase`, {});

/** Erased an hour after an event was received that names the address alone; answers that event. */
async function erased(): Promise<string> {
  expect((await api('POST', '/api/contacts', { email })).status).toBe(200);
  const late = { timestamp: shop.world.now(), receivedAt: shop.world.now() };
  await shop.world.advance(hour);
  expect((await erase()).status).toBe(202);
  await shop.world.quiet();
  await shop.world.advance(hour / 2);
  return envelope(happened(shop.world, { email, traits: { first_name: 'Sarvenaz' }, ...late }));
}

async function expectOne(user: string, late: string): Promise<void> {
  const id = await contactOf(shop, `user:${user}`);
  expect(await contactOf(shop, who)).toBe(id);
  const rows = await timeline(shop, `user:${user}`);
  expect(JSON.stringify(rows)).not.toContain('identity_conflict');
  await hand(shop.world.start('advance'), late);
  await shop.world.advance(16 * day);
  expect(await placesOf(shop.world, ['sarvenaz'])).toEqual([]);
  expect(await contactOf(shop, who)).toBe(id);
  const { identities } = await get<{ identities: string[] }>(shop, `/api/contacts/${who}`);
  expect([...identities].sort()).toEqual([who, `user:${user}`]);
}

async function expectErasable(user: string): Promise<void> {
  expect((await api('GET', `/api/contacts/${who}/data`)).status).toBe(200);
  expect((await erase()).status).toBe(202);
  expect((await api('GET', `/api/contacts/user:${user}`)).status).toBe(404);
  await shop.world.advance(16 * day);
  expect(await placesOf(shop.world, [email, user])).toEqual([]);
  const { items } = await get<{ items: Erasure[] }>(shop, '/api/erasures');
  expect(items.map(({ state }) => state)).toEqual(['FINISHED', 'FINISHED']);
}

test('a user whom nobody knew is found by the address that was erased', async () => {
  const late = await erased();
  await tell(shop, identify('returned-9', email));
  await expectOne('returned-9', late);
  await expectErasable('returned-9');
});

// Among these some ids are smaller than that of the tombstone, and some are not.
test.each([1, 2, 3, 4, 5, 6])('a user known before is found by it, too: %i', async (count) => {
  const user = `returned-${count}`;
  const late = await erased();
  await tell(shop, { type: 'track', event: 'Visited', userId: user });
  await tell(shop, identify(user, email));
  await expectOne(user, late);
  await expectErasable(user);
});

test('a second user who brings it is somebody else', async () => {
  await erased();
  await tell(shop, identify('returned-9', email));
  await tell(shop, identify('returned-10', email));
  expect(await contactOf(shop, who)).toBe(await contactOf(shop, 'user:returned-9'));
  expect(await contactOf(shop, 'user:returned-10')).not.toBe(await contactOf(shop, who));
});

test('an event of before that names another user brings nobody back', async () => {
  const before = { timestamp: shop.world.now(), receivedAt: shop.world.now() };
  await erased();
  const event = happened(shop.world, { user: 'returned-9', email, ...before });
  await hand(shop.world.start('advance'), envelope(event));
  await shop.world.quiet();
  expect((await api('GET', `/api/contacts/${who}`)).status).toBe(404);
});
