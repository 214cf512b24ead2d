// Whatever a person was told, has done and was merged with before, in any order: once they are erased, no item of any
// table holds an address, a name or a key of theirs, and what comes late changes nothing of that.
import fc from 'fast-check';
import { expect } from 'vitest';
import { envelope, hand, happened } from './envelopes.ts';
import { forThisTest } from './for-this-test.ts';
import { everything, placesOf } from './remains.ts';
import { ask, send } from './sender.ts';
import { fill, openShop, order, post, tell, unsubscribe } from './shop.ts';
import type { Workspace } from './workspace.ts';

const hour = 3_600_000;
const day = 24 * hour;

const words = ['u-sara', 'd-sara', 'rahimi', 'sarvenaz', '+48123456789'];
const traits = { email: 'Sara@Rahimi.example', first_name: 'Sarvenaz', phone: '+48123456789' };
const user = { userId: 'u-sara' };
const device = { anonymousId: 'd-sara-1' };

/** What may happen to her. */
const moves: Readonly<Record<string, (shop: Workspace) => Promise<unknown>>> = {
  known: (on) => tell(on, { type: 'identify', ...user, traits }),
  visit: (on) => tell(on, { type: 'page', name: 'Pricing', ...device }),
  'visit by another device': (on) =>
    tell(on, { type: 'page', name: 'Sarvenaz’s page', anonymousId: 'd-sara-2' }),
  'known on the device': (on) => tell(on, { type: 'identify', ...user, ...device, traits }),
  alias: (on) => tell(on, { type: 'alias', ...user, previousId: 'd-sara-2' }),
  ordered: (on) => tell(on, order('u-sara')),
  'ordered, not yet done': (on) => post(on, order('u-sara')),
  'filled a cart': (on) => tell(on, fill('u-sara')),
  'a form': (on) => form(on),
  'something bad': (on) => tell(on, { type: 'track', ...user, properties: traits }),
  'something bad of a form': (on) => form(on, { _gotcha: 'spam' }),
  'a day passes': (on) => on.world.advance(day),
  unsubscribed: (on) => unsubscribe(on, 'sara@rahimi.example').catch(() => undefined),
  'another address': (on) =>
    tell(on, { type: 'identify', ...user, traits: { email: 'sarvenaz@rahimi.example' } }),
  'belongs to a company': (on) => tell(on, group({ name: 'Acme' })),
  'belongs to a company, by a device': (on) =>
    tell(on, { ...group(), userId: undefined, ...device, groupId: 'zenith' }),
  'belongs to a company, not yet done': (on) => post(on, group()),
  'somebody else': (on) =>
    tell(on, { type: 'identify', userId: 'u-other', traits: { email: 'o@other.example' } }),
};

const group = (traits: object = {}) => ({ type: 'group', ...user, groupId: 'acme', traits });

async function form(on: Workspace, more: Readonly<Record<string, string>> = {}) {
  const { world, keys } = on;
  const fields = { email: traits.email, first_name: 'Sarvenaz', _id: 'f', ...more };
  await send(world, 'ingest', {
    path: `/f/${keys.writeKey}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
  await world.quiet();
}

const api = (on: Workspace, method: string, path: string, body?: object) =>
  ask<{ id: string; state: string; items: { id: string; state: string }[] }>(
    on.world,
    on.keys.adminToken,
    { path, method, body },
  );

const keys = [
  'user:u-sara',
  'email:sara@rahimi.example',
  'anonymous:d-sara-1',
  'anonymous:d-sara-2',
];

/** Keys that nothing has brought together are of several contacts: each of them is erased. */
async function eraseAll(on: Workspace): Promise<void> {
  for (const key of [...keys, 'email:sarvenaz@rahimi.example'])
    await api(on, 'POST', `/api/contacts/${key}/erase`, {});
}

const late = (on: Workspace, receivedAt: number) =>
  [
    { user: 'u-sara', email: 'sara@rahimi.example' },
    { user: 'u-sara', anonymous: 'd-sara-3' },
    { user: 'u-sara', type: 'group' as const, properties: { groupId: 'late' } },
  ].map((given) =>
    envelope(happened(on.world, { type: 'identify', traits, receivedAt, ...given })),
  );

/** Places that tell who belongs to a company. */
const memberships = async (on: Workspace) =>
  [...(await everything(on.world)).keys()].filter((place) => /^core (?:AM|CA)#/.test(place));

/** So many lives of hers, each in a workspace of its own. */
export const nothingIsLeft = (runs: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...Object.keys(moves)), { minLength: 2, maxLength: 8 }),
      fc.nat(hour),
      async (lived, later) => {
        const shop = await forThisTest(() => openShop());
        const { world } = shop;
        for (const name of ['known', ...lived]) await moves[name]?.(shop);
        const before = world.now();
        await world.advance(later);
        await eraseAll(shop);
        await hand(world.start('advance'), ...late(shop, before));
        await world.advance(16 * day);
        expect(await placesOf(world, words)).toEqual([]);
        expect(await memberships(shop)).toEqual([]);
        const { items = [] } = await api(shop, 'GET', '/api/erasures');
        expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['FINISHED']));
        expect(world.deadLetters()).toBe(0);
      },
    ),
    { numRuns: runs },
  );
