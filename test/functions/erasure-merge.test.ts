// An erasure in the middle of a merge: who was frozen and not yet taken in is a part of the person, and is erased too.
import { expect, test } from 'vitest';
import type { Erasure } from '../../functions/erasure-ports.ts';
import { forThisTest } from '../support/for-this-test.ts';
import type { Fate } from '../support/instance.ts';
import { placesOf } from '../support/remains.ts';
import { call } from '../support/sender.ts';
import { contactOf, get, identify, openShop, post, tell } from '../support/shop.ts';
import type { Call } from '../support/world.ts';

const second = 1_000;
const day = 24 * 3_600 * second;
const words = ['u-sara', 'd-sara', 'rahimi', 'sarvenaz'];
const traits = { email: 'sara@rahimi.example', first_name: 'Sarvenaz' };

/** Dies once, after the second write of a merge: the first confirms the survivor, the second freezes the other. */
function deathOverFreezing() {
  let left = 0;
  const fate = ({ function: name, what }: Call): Fate => {
    if (left === 0 || name !== 'advance' || !what.endsWith('PutItem')) return 'live';
    left -= 1;
    return left === 0 ? 'die_after' : 'live';
  };
  return {
    fate,
    arm: () => {
      left = 2;
    },
    hasStruck: () => left === 0,
  };
}

test.each(['user:u-sara', 'anonymous:d-sara'])('whoever is asked for: %s', async (who) => {
  const death = deathOverFreezing();
  const shop = await forThisTest(() => openShop({ fate: death.fate }));
  const { world, keys } = shop;
  await tell(shop, { type: 'page', name: 'Sarvenaz’s page', anonymousId: 'd-sara' });
  await tell(shop, { type: 'identify', userId: 'u-sara', traits });
  death.arm();
  await post(shop, { type: 'identify', userId: 'u-sara', anonymousId: 'd-sara', traits });
  await world.quiet();
  expect(death.hasStruck()).toBe(true);
  const asked = { path: `/api/contacts/${who}/erase`, method: 'POST', body: '{}' };
  await call(world, keys.adminToken, asked);
  await world.quiet();
  await world.advance(16 * day);
  expect(await placesOf(world, words)).toEqual([]);
  const { items } = await get<{ items: Erasure[] }>(shop, '/api/erasures');
  expect(items.map(({ state }) => state)).toEqual(['FINISHED']);
  expect(world.deadLetters()).toBe(0);
});

test.each([
  ['merged onward', false],
  ['is being merged onward', true],
])(
  'whoever was frozen for somebody who was erased and %s is erased with them',
  async (_, again) => {
    const death = deathOverFreezing();
    const shop = await forThisTest(() => openShop({ fate: death.fate }));
    const { world, keys } = shop;
    await tell(shop, { type: 'page', name: 'Sarvenaz’s page', anonymousId: 'd-sara' });
    await tell(shop, { type: 'identify', traits });
    await tell(shop, { type: 'track', event: 'Visited', userId: 'u-returned' });
    death.arm();
    await post(shop, { type: 'identify', anonymousId: 'd-sara', traits });
    await world.quiet();
    expect(death.hasStruck()).toBe(true);
    const who = `email:${traits.email}`;
    expect(await contactOf(shop, 'anonymous:d-sara')).toBe(await contactOf(shop, who));
    await world.advance(second);
    const asked = { path: `/api/contacts/${who}/erase`, method: 'POST', body: '{}' };
    await call(world, keys.adminToken, asked);
    await world.quiet();
    await world.advance(second);
    if (again) death.arm();
    await tell(shop, identify('u-returned', traits.email));
    expect(death.hasStruck()).toBe(true);
    expect(await contactOf(shop, who)).toBe(await contactOf(shop, 'user:u-returned'));
    await world.advance(16 * day);
    expect(await placesOf(world, ['d-sara', 'sarvenaz'])).toEqual([]);
    const { identities } = await get<{ identities: string[] }>(shop, `/api/contacts/${who}`);
    expect([...identities].sort()).toEqual([who, 'user:u-returned']);
    expect(world.deadLetters()).toBe(0);
  },
);
