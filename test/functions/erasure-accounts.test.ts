// Accounts of whoever was erased: nobody finds them among the members any more, unless they came back and said so anew.
import { beforeEach, expect, test } from 'vitest';
import { createAccounts } from '../../functions/adapters/accounts.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { everything } from '../support/remains.ts';
import { ask } from '../support/sender.ts';
import { get, identify, openShop, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(() => openShop());
});

const group = (userId: string, groupId: string, traits: object = {}) => ({
  ...{ type: 'group', userId, groupId, traits },
});
const erase = (who: string) =>
  ask(shop.world, shop.keys.adminToken, {
    ...{ path: `/api/contacts/${who}/erase`, method: 'POST', body: {} },
  });
const memberships = async () =>
  [...(await everything(shop.world)).keys()].filter((place) => /^core (?:AM|CA)#/.test(place));

test('an erasure takes the person out of their accounts, and nobody else', async () => {
  await tell(shop, identify('ann'), group('ann', 'acme'), group('ann', 'zenith'));
  await tell(shop, group('bob', 'acme'));
  const bob = await get<Contact>(shop, '/api/contacts/user:bob');
  await erase('user:ann');
  await shop.world.quiet();
  expect(await memberships()).toEqual([`core AM#acme ${bob.id}`, `core CA#${bob.id} A#acme`]);
});

test('a function that was at work then leaves no membership either', async () => {
  await tell(shop, group('ann', 'acme'));
  const { id: contact } = await get<Contact>(shop, '/api/contacts/user:ann');
  const at = shop.world.now();
  await shop.world.advance(minute);
  await erase('user:ann');
  await shop.world.quiet();
  const { observer, tables } = shop.world;
  await createAccounts(observer, tables.core).join({ account: 'late', contact, at });
  await shop.world.advance(2 * 60 * minute);
  expect(await memberships()).toEqual([]);
});

test('whoever came back belongs to the account that they named since, and hears of it', async () => {
  await tell(shop, group('ann', 'acme', { plan: 'free' }), group('ann', 'zenith'));
  await erase('user:ann');
  await shop.world.advance(minute);
  await tell(shop, group('ann', 'acme'), group('bob', 'acme', { plan: 'pro' }));
  await shop.world.advance(16 * day);
  const ann = await get<Contact>(shop, '/api/contacts/user:ann');
  expect(ann.accounts).toMatchObject([{ account: 'acme' }]);
  expect(ann.traits.account).toMatchObject({ plan: 'pro' });
  const theirs = (await memberships()).filter((place) => place.includes(ann.id));
  expect(theirs).toEqual([`core AM#acme ${ann.id}`, `core CA#${ann.id} A#acme`]);
});
