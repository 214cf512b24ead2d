// An erasure in the middle of a merge: who was frozen and not yet taken in is a part of the person, and is erased too.
import { expect, test } from 'vitest';
import type { Erasure } from '../../functions/erasure-ports.ts';
import { forThisTest } from '../support/for-this-test.ts';
import type { Fate } from '../support/instance.ts';
import { placesOf } from '../support/remains.ts';
import { call } from '../support/sender.ts';
import { get, openShop, post, tell } from '../support/shop.ts';
import type { Call } from '../support/world.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const words = ['u-sara', 'd-sara', 'rahimi', 'sarvenaz'];
const traits = { email: 'sara@rahimi.example', first_name: 'Sarvenaz' };

/** Dies once, after the write that freezes a contact. */
function deathOverFreezing() {
  let isOn = false;
  const fate = ({ function: name, what }: Call): Fate => {
    if (!isOn || name !== 'advance' || !what.endsWith('PutItem')) return 'live';
    isOn = false;
    return 'die_after';
  };
  return {
    fate,
    arm: () => {
      isOn = true;
    },
    hasStruck: () => !isOn,
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
