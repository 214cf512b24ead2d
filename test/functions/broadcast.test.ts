// Broadcasts: each of an audience gets one mail, on time, whatever is killed, paused or said meanwhile.
import { describe, expect, test } from 'vitest';
import {
  pauseRuns,
  readRuns,
  resumeRuns,
  startBroadcast,
  unscheduleCampaign,
} from '../../functions/use-cases/broadcast.ts';
import { day, minute, openBroadcasting, readers, subscribe } from '../support/broadcasting.ts';
import { afterPage, steer } from '../support/crawler.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { fates, mailed, order, tell, timeline, unsubscribe } from '../support/shop.ts';
import { epoch, type Workspace } from '../support/workspace.ts';

let shop: Workspace;

const tomorrow = { at: '2026-01-06T09:00' };
const addresses = (users: readonly string[]) => users.map((user) => `${user}@example.com`).sort();
const sorted = async () => (await mailed(shop)).sort();
const runs = () => steer(shop, (ports) => readRuns(ports, 'news'));

describe('a broadcast', () => {
  test('reaches everybody in its audience once, at its time', async () => {
    const audience = { attribute: 'plan', op: 'equals', value: 'pro' };
    shop = await forThisTest(() => openBroadcasting({ schedule: tomorrow, more: { audience } }));
    await subscribe(shop, ['ann', 'bob'], { plan: 'pro' });
    await subscribe(shop, ['cid'], { plan: 'free' });
    expect(await runs()).toEqual({ next: epoch + day, runs: [] });
    await shop.world.advance(day - 2 * minute);
    expect(await mailed(shop)).toEqual([]);
    await shop.world.advance(3 * minute);
    expect(await sorted()).toEqual(addresses(['ann', 'bob']));
    const told = await runs();
    expect(told.next).toBeUndefined();
    expect(told.runs).toMatchObject([
      {
        kind: 'broadcast',
        state: 'done',
        scanned: 3,
        matched: 2,
        failed: 0,
        input: { at: epoch + day },
      },
    ]);
    await shop.world.advance(7 * day);
    expect(await mailed(shop)).toHaveLength(2);
  });

  test('tells whom it lets in why, and leaves no trace with anybody else', async () => {
    const audience = { attribute: 'plan', op: 'equals', value: 'pro' };
    shop = await forThisTest(() => openBroadcasting({ schedule: tomorrow, more: { audience } }));
    await subscribe(shop, ['ann'], { plan: 'pro' });
    await subscribe(shop, ['cid'], { plan: 'free' });
    await shop.world.advance(day + minute);
    const [row] = await timeline(shop, 'user:ann');
    expect(row).toMatchObject({ kind: 'call', about: { campaign: 'news', by: 'broadcast' } });
    expect(row?.transitions.map(({ kind }) => kind)).toEqual(['entered', 'requested', 'completed']);
    expect(await timeline(shop, 'user:cid')).toHaveLength(1);
  });

  test('can be started at once', async () => {
    shop = await forThisTest(() => openBroadcasting({ schedule: tomorrow }));
    await subscribe(shop, ['ann']);
    const news = { campaign: 'news', version: 1 };
    const start = () => steer(shop, (ports) => startBroadcast(ports, news, epoch));
    expect(await start()).toEqual(await start());
    await shop.world.quiet();
    expect(await mailed(shop)).toEqual(addresses(['ann']));
  });

  test('waits apart: an order that comes after it is confirmed before it', async () => {
    shop = await forThisTest(() =>
      openBroadcasting({ schedule: tomorrow, options: { idle: ['deliver'] } }),
    );
    await subscribe(shop, ['ann']);
    await shop.world.advance(day + minute);
    await tell(shop, order('ann'));
    const taken = () =>
      shop.world.take('deliver').Records.map(({ body }) => JSON.parse(body).messages);
    expect(taken()).toMatchObject([[{ campaign: 'receipt' }]]);
    expect(taken()).toMatchObject([[{ campaign: 'news' }]]);
  });
});

describe('a broadcast that takes its time', () => {
  const everybody = readers(20);
  const more = { reentry: 'always' };

  test('reaches the others after a pause of days, and nobody twice', async () => {
    const adjust = afterPage(4, () => steer(shop, (ports) => pauseRuns(ports, 'news', 'a test')));
    shop = await forThisTest(() => openBroadcasting({ schedule: tomorrow, more, adjust }));
    await subscribe(shop, everybody);
    await shop.world.advance(day + minute);
    const before = await mailed(shop);
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(20);
    expect((await runs()).runs).toMatchObject([{ state: 'paused', because: 'a test' }]);
    await shop.world.advance(5 * day);
    expect(await mailed(shop)).toEqual(before);
    await steer(shop, (ports) => resumeRuns(ports, 'news', 'send'));
    await shop.world.quiet();
    expect(await sorted()).toEqual(addresses(everybody));
    expect((await runs()).runs).toMatchObject([{ state: 'done', matched: 20 }]);
  });

  test('leaves out whom it had not reached, if it is resumed that way', async () => {
    const adjust = afterPage(4, () => steer(shop, (ports) => pauseRuns(ports, 'news', 'a test')));
    shop = await forThisTest(() => openBroadcasting({ schedule: tomorrow, more, adjust }));
    await subscribe(shop, everybody);
    await shop.world.advance(day + minute);
    const before = await mailed(shop);
    await steer(shop, (ports) => resumeRuns(ports, 'news', 'skip'));
    await shop.world.advance(day);
    expect(await mailed(shop)).toEqual(before);
    expect((await runs()).runs).toMatchObject([{ state: 'stopped' }]);
  });

  test('ends when its campaign is stopped, and never runs again', async () => {
    const stop = () => steer(shop, (ports) => unscheduleCampaign(ports, 'news', 'stopped'));
    const schedule = { every: 'day', at: '09:00' } as const;
    shop = await forThisTest(() =>
      openBroadcasting({ schedule, more, adjust: afterPage(4, stop) }),
    );
    await subscribe(shop, everybody);
    await shop.world.advance(3 * day);
    expect((await mailed(shop)).length).toBeLessThan(20);
    expect(await runs()).toMatchObject({ runs: [{ state: 'stopped', because: 'stopped' }] });
    expect(await runs()).not.toHaveProperty('next');
  });

  test('hears who unsubscribes before it reaches them', async () => {
    const schedule = { every: 'day', at: '09:00' } as const;
    shop = await forThisTest(() => openBroadcasting({ schedule, more }));
    await subscribe(shop, everybody);
    await shop.world.advance(day + minute);
    expect(await mailed(shop)).toHaveLength(20);
    await unsubscribe(shop, 'reader-7@example.com');
    await shop.world.advance(day);
    const second = (await mailed(shop)).slice(20);
    expect(second).toHaveLength(19);
    expect(second).not.toContain('reader-7@example.com');
    expect(await fates(shop, 'user:reader-7')).toEqual(['sent']);
  });

  test('brings in nobody who has reached its goal since it began', async () => {
    const goal = { event: 'Order Completed', within: '7 days' };
    const bought = () => tell(shop, ...everybody.map((user) => order(user)));
    shop = await forThisTest(() =>
      openBroadcasting({
        schedule: tomorrow,
        more: { goal },
        options: { idle: ['crawl'] },
      }),
    );
    await subscribe(shop, everybody);
    await shop.world.advance(day + minute);
    await bought();
    let taken = shop.world.take('crawl', 1);
    while (taken.Records.length > 0) {
      await shop.world.invoke('crawl', taken);
      taken = shop.world.take('crawl', 1);
    }
    await shop.world.quiet();
    const row = (await timeline(shop, 'user:reader-3')).find(({ kind }) => kind === 'call');
    expect(row?.transitions).toMatchObject([{ kind: 'not_entered', reason: 'already_ended' }]);
  });
});
