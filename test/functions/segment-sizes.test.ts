// How many a segment holds, counted as people come and go.
import { expect, it } from 'vitest';
import { publishSegment } from '../../functions/use-cases/segments.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { openMarketing, steer } from '../support/marketer.ts';
import { get } from '../support/shop.ts';

interface Sizes {
  readonly members: number;
  readonly days: readonly { joined: number; left: number; members: number }[];
}

it('counts who joined and who left, by day', async () => {
  const shop = await forThisTest(() => openMarketing(['bob', 'eve']));
  const put = (condition: object) =>
    steer(shop, (ports) => publishSegment(ports, 'known', { name: 'Known', condition }, 'ann'));
  const sizes = () => get<Sizes>(shop, '/api/segments/known/sizes');

  await put({ attribute: 'email', op: 'is_set' });
  await shop.world.quiet();
  expect(await sizes()).toMatchObject({ members: 2, days: [{ joined: 2, left: 0, members: 2 }] });

  await shop.world.advance(2 * 24 * 60 * 60_000);
  await put({ attribute: 'email', op: 'is_not_set' });
  await shop.world.quiet();
  expect(await sizes()).toMatchObject({
    members: 0,
    days: [{ members: 2 }, { joined: 0, left: 2, members: 0 }],
  });
});
