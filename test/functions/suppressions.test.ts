// Suppressions over the API: listed by reason, made and lifted by the owner, and complaints by nobody but the person.
import { beforeEach, expect, test } from 'vitest';
import type { Suppression } from '../../workflows/model/consent.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { ask } from '../support/sender.ts';
import { get, identify, mailed, openShop, order, tell, timeline } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const bouncing = 'bounce@simulator.amazonses.com';
const complaining = 'complaint@simulator.amazonses.com';
const because = 'asked by letter';

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(openShop);
  await tell(shop, identify('sara'), identify('bob', bouncing), identify('cora', complaining));
});

const post = (path: string, body: object) =>
  ask<Contact>(shop.world, shop.keys.adminToken, { path, method: 'POST', body });
const suppress = (who: string) => post(`/api/contacts/${who}/suppressions`, { because });
const lift = (who: string) => post(`/api/contacts/${who}/suppressions/lift`, { because });
const listed = async (query = '') =>
  (await get<{ items: Suppression[] }>(shop, `/api/suppressions${query}`)).items;
const buy = (user: string) => tell(shop, order(user, crypto.randomUUID()));

test('an address that the owner suppresses gets no mail at all, until it is lifted', async () => {
  expect(await suppress('user:sara')).toMatchObject({
    suppressions: [{ address: 'sara@example.com', reason: 'manual' }],
  });
  await buy('sara');
  expect(await mailed(shop)).toEqual([]);
  expect(await lift('user:sara')).toMatchObject({ status: 200, suppressions: [] });
  await buy('sara');
  expect(await mailed(shop)).toEqual(['sara@example.com']);
  const told = (await timeline(shop, 'user:sara')).flatMap(({ transitions }) => transitions);
  expect(told).toContainEqual({
    kind: 'suppression_lifted',
    because: 'by administrator: asked by letter',
  });
});

test('suppressions are listed by reason, with whose they are', async () => {
  await buy('bob');
  await buy('cora');
  await suppress('user:sara');
  expect((await listed()).map(({ reason }) => reason).sort()).toEqual([
    'bounce',
    'complaint',
    'manual',
  ]);
  expect(await listed('?reason=bounce')).toEqual([
    {
      contact: (await get<Contact>(shop, '/api/contacts/user:bob')).id,
      ...{ address: bouncing, reason: 'bounce', at: expect.any(Number) },
    },
  ]);
});

test('a bounce may be lifted; a complaint may not, nor what stands in front of one', async () => {
  await buy('bob');
  await buy('cora');
  expect(await lift('user:bob')).toMatchObject({ suppressions: [] });
  expect(await lift('user:cora')).toMatchObject({ status: 409 });
  await suppress('user:cora');
  expect(await lift('user:cora')).toMatchObject({
    suppressions: [{ address: complaining, reason: 'complaint' }],
  });
});

test('what is not suppressed cannot be lifted, and nobody suppresses without a reason', async () => {
  expect(await lift('user:sara')).toMatchObject({ status: 404 });
  expect(await post('/api/contacts/user:sara/suppressions', {})).toMatchObject({
    status: 422,
    at: 'because',
  });
});
