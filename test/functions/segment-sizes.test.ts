// How many a segment holds, counted as people come and go.
import { expect, it } from 'vitest';
import { publishSegment } from '../../functions/use-cases/segments.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { openMarketing, steer } from '../support/marketer.ts';
import { ask } from '../support/sender.ts';
import { get, identify, tell } from '../support/shop.ts';

interface Sizes {
  readonly members: number;
  readonly days: readonly { joined: number; left: number; members: number }[];
}

const day = 24 * 60 * 60_000;

it('counts who joined and who left, by day', async () => {
  const shop = await forThisTest(() => openMarketing(['bob', 'eve']));
  const put = (condition: object) =>
    steer(shop, (ports) =>
      publishSegment(ports, 'known', { name: 'Known', condition }, { by: 'ann' }),
    );
  const sizes = () => get<Sizes>(shop, '/api/segments/known/sizes');

  await put({ attribute: 'email', op: 'is_set' });
  await shop.world.quiet();
  expect(await sizes()).toMatchObject({ members: 2, days: [{ joined: 2, left: 0, members: 2 }] });

  await shop.world.advance(2 * day);
  await put({ attribute: 'email', op: 'is_not_set' });
  await shop.world.quiet();
  expect(await sizes()).toMatchObject({
    members: 0,
    days: [{ members: 2 }, { joined: 0, left: 2, members: 0 }],
  });
});

it('counts nobody who was erased, and one for two who turn out to be the same', async () => {
  const shop = await forThisTest(() => openMarketing(['bob', 'eve']));
  const condition = { op: 'performed', event: 'Page Viewed' };
  await steer(shop, (ports) =>
    publishSegment(ports, 'seen', { name: 'Seen', condition }, { by: 'ann' }),
  );
  const members = async () => (await get<Sizes>(shop, '/api/segments/seen/sizes')).members;
  const visit = (who: object) => ({ type: 'track', event: 'Page Viewed', ...who });
  await tell(shop, ...['bob', 'eve'].map((userId) => visit({ userId })));
  await tell(shop, ...['phone', 'desk'].map((anonymousId) => visit({ anonymousId })));
  expect(await members()).toBe(4);

  await tell(shop, { ...identify('bob'), anonymousId: 'phone' });
  expect(await members()).toBe(3);

  await shop.world.advance(day);
  const erased = { path: '/api/contacts/user:eve/erase', method: 'POST', body: {} };
  await ask(shop.world, shop.keys.adminToken, erased);
  await shop.world.advance(16 * day);
  expect(await members()).toBe(2);
});
