// An erasure comes to its end whatever lies in the quarantine: one long word, however it is made, does not keep it.
import { expect, test } from 'vitest';
import { createQuarantine } from '../../functions/adapters/quarantine.ts';
import type { Erasure } from '../../functions/erasure-ports.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { placesOf } from '../support/remains.ts';
import { call } from '../support/sender.ts';
import { get, identify, openShop, tell } from '../support/shop.ts';

const day = 24 * 3_600_000;
const size = 600_000;

test('a person is erased from beside what is long, which stays', async () => {
  const shop = await forThisTest(() => openShop());
  const { world, keys } = shop;
  await tell(shop, identify('u-sara', 'sara@rahimi.example'));
  const quarantine = createQuarantine(world.observer, world.tables.work);
  const raws = ['x'.repeat(size), 'y@'.repeat(size / 2), '{"email":"Sara@Rahimi.example"}'];
  const rejected = raws.map((raw) => ({ reason: 'Larger than 32 KB', raw }));
  await quarantine.keep({ source: 'website', rejected, at: world.now() });

  const path = '/api/contacts/user:u-sara/erase';
  await call(world, keys.adminToken, { path, method: 'POST', body: '{}' });
  await world.quiet();
  expect(await placesOf(world, ['u-sara', 'rahimi'])).toEqual([]);
  expect(await placesOf(world, [raws[0] ?? ''])).toHaveLength(1);
  await world.advance(16 * day);
  const { items } = await get<{ items: Erasure[] }>(shop, '/api/erasures');
  expect(items).toMatchObject([{ state: 'FINISHED', passes: 3 }]);
});
