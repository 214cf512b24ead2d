// An erasure comes to its end whatever lies in the quarantine: one long word, however it is made, does not keep it, nor does
// a day on which more was rejected than one run can search.
import { expect, test } from 'vitest';
import { createQuarantine } from '../../functions/adapters/quarantine.ts';
import type { Erasure } from '../../functions/erasure-ports.ts';
import { crawlingWith } from '../support/crawler.ts';
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

test('whose time is up goes on within the day that was being searched', async () => {
  const searched: string[] = [];
  let spent = 0;
  const crawl = crawlingWith(({ remains, now }) => ({
    now: () => now() + spent,
    remains: {
      ...remains,
      quarantined: (at, isTheirs, after) => {
        // Three portions, and time is up.
        spent += 7_000;
        searched.push(`${new Date(at).toISOString().slice(0, 10)} ${after}`);
        return remains.quarantined(at, isTheirs, after);
      },
    },
  }));
  const shop = await forThisTest(() => openShop({ replaced: { crawl } }));
  const { world, keys } = shop;
  await tell(shop, identify('u-sara', 'sara@rahimi.example'));
  const quarantine = createQuarantine(world.observer, world.tables.work);
  const rejected = [{ reason: 'Larger than 32 KB', raw: '{"email":"Sara@Rahimi.example"}' }];
  for (let at = world.now(); at < world.now() + 65; at += 1)
    await quarantine.keep({ source: 'website', rejected, at });

  const path = '/api/contacts/user:u-sara/erase';
  await call(world, keys.adminToken, { path, method: 'POST', body: '{}' });
  await world.quiet();
  expect(await placesOf(world, ['u-sara', 'rahimi'])).toEqual([]);
  const today = new Date(world.now()).toISOString().slice(0, 10);
  expect(searched.filter((one) => one.startsWith(today))).toHaveLength(7);
  expect(new Set(searched).size).toBe(searched.length);
});
