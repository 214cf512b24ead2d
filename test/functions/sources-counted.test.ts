// What arrived from where, as it is counted along the whole way: the door, the bus, and advance.
import { beforeEach, expect, test } from 'vitest';
import { createSourceCounts } from '../../functions/adapters/source-counts.ts';
import { dayOf } from '../../functions/use-cases/day-of.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { send } from '../support/sender.ts';
import { identify, openShop, order, post, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(openShop);
});

const counted = async (source = 'segment/first') => {
  const { observer, tables, now } = shop.world;
  const days = await createSourceCounts(observer, tables.work, now).read(source, dayOf(now()));
  return days.get(dayOf(now()));
};

test('what a source sent is counted once for a batch of work, with the time it was last seen', async () => {
  const before = shop.world.calls.length;
  await tell(shop, identify('ann'), order('ann'), order('bob'));
  expect(await counted()).toEqual({ counts: { accepted: 3 }, seenAt: shop.world.now() });
  const additions = shop.world.calls
    .slice(before)
    .filter(({ function: by, what }) => by === 'advance' && what.endsWith('UpdateItem'));
  // One for the names of events, one for the campaign, one for the source, and now and then one for its newest.
  expect(additions.length).toBeLessThanOrEqual(4);
});

test('what is sent again is counted apart, in one batch or in the next', async () => {
  const once = { ...order('ann'), messageId: 'm1' };
  await tell(shop, once, once);
  await tell(shop, once);
  expect((await counted())?.counts).toEqual({ accepted: 1, repeated: 2 });
});

test('events of our own, and none at all, are no source', async () => {
  await shop.world.advance(3 * 86_400_000);
  expect(await counted()).toBeUndefined();
});

test('a form and a library of one key are two sources', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const path = `/f/${shop.keys.writeKey}`;
  await send(shop.world, 'ingest', { path, headers, body: 'email=sara@example.com' });
  await tell(shop, identify('ann'));
  expect((await counted('form/first'))?.counts).toEqual({ accepted: 1 });
  expect((await counted('segment/first'))?.counts).toEqual({ accepted: 1 });
});

test('what was set aside is counted with the reason of the last', async () => {
  await post(shop, { type: 'track', userId: 'ann' });
  expect(await counted()).toMatchObject({
    counts: { rejected: 1 },
    saidNo: { at: shop.world.now(), why: expect.stringMatching(/./) },
  });
});

test('an unknown key is nobody, however many there are', async () => {
  for (const key of ['a', 'b', 'c'])
    await send(shop.world, 'ingest', { path: `/f/${key}`, body: '{}' });
  await shop.world.advance(1_000);
  await post({ ...shop, keys: { ...shop.keys, writeKey: 'd' } }, order('ann'));
  expect((await counted('unknown'))?.counts).toEqual({
    'refused.unreadable': 3,
    'refused.unknown key': 1,
  });
});

test('a call of a known key that cannot be read is counted where the key belongs', async () => {
  const { writeKey } = shop.keys;
  const key = { authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}` };
  const large = JSON.stringify({ userId: 'ann', event: 'A', note: 'x'.repeat(40_000) });
  await send(shop.world, 'ingest', { path: '/v1/track', headers: key, body: '{' });
  await send(shop.world, 'ingest', { path: '/v1/track', headers: key, body: large });
  const jitsu = { 'x-write-key': `${writeKey}:secret` };
  await send(shop.world, 'ingest', { path: '/api/s/track', headers: jitsu, body: '{' });
  await send(shop.world, 'ingest', { path: `/f/${writeKey}`, body: 'x' });
  await shop.world.advance(1_000);
  expect(await counted()).toMatchObject({
    counts: { 'refused.unreadable': 2, 'refused.too large': 1 },
    saidNo: { why: 'The body is not valid JSON.' },
  });
  expect((await counted('form/first'))?.counts).toEqual({ 'refused.unreadable': 1 });
  expect(await counted('unknown')).toBeUndefined();
});
