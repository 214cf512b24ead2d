// What keeps waiting people from being forgotten: an alarm is in the queue or in a bucket, and a sweep finds it there.
import { beforeEach, describe, expect, it } from 'vitest';
import { createAlarms } from '../../../functions/adapters/alarms.ts';
import { alarmShard, alarmShards } from '../../../functions/adapters/keys.ts';
import { createAlarmBuckets } from '../../../functions/adapters/sweep.ts';
import type { Alarm, AlarmBuckets, Alarms, DueAlarms } from '../../../functions/ports.ts';
import { type LocalQueue, localQueue } from '../../support/local-queue.ts';
import {
  day,
  hour,
  itemsOf,
  minute,
  monday,
  numbered,
  type OpenStore,
  type Store,
} from './open.ts';

/** Contacts whose alarms share a shard. */
const together = numbered(4_000, (index) => `con_${index}`).filter((id) => alarmShard(id) === 0);
const alarm = (due: number, contact = 'con_0', revision = 1): Alarm => ({ contact, due, revision });

export function alarmsContract(open: OpenStore): void {
  describe('alarms', () => {
    let store: Store;
    let queue: LocalQueue;
    let alarms: Alarms;
    let buckets: AlarmBuckets;

    const pages = async (after: number, upTo: number, shard = 0): Promise<DueAlarms[]> => {
      const all: DueAlarms[] = [];
      for await (const page of buckets.due(shard, { after, upTo })) all.push(page);
      return all;
    };
    const due = async (after: number, upTo: number, shard = 0) =>
      (await pages(after, upTo, shard)).flatMap((page) => page.alarms);

    beforeEach(async () => {
      store = await open();
      queue = localQueue();
      const { client: sqs, url: queueUrl } = queue;
      const now = () => monday;
      alarms = createAlarms({ dynamo: store.client, table: store.work, sqs, queueUrl, now });
      buckets = createAlarmBuckets(store.client, store.work);
    });

    it('due within minutes wait in the queue, and in no bucket', async () => {
      await alarms.arm([alarm(monday + 14 * minute)]);
      expect(queue.waiting()).toBe(1);
      expect(await due(monday - day, monday + day)).toEqual([]);
    });

    it('due later wait in a bucket, and not in the queue', async () => {
      const later = alarm(monday + 14 * minute + 1, 'con_0', 7);
      await alarms.arm([later]);
      expect(queue.waiting()).toBe(0);
      expect(await due(monday, monday + day)).toEqual([later]);
    });

    it('leave the queue when they are due, and not a second before', async () => {
      const soon = alarm(monday + 90_500);
      await alarms.arm([soon, alarm(monday - hour, 'con_late')]);
      const received = (after: number) =>
        queue.receiveAt(monday + after).map((body) => JSON.parse(body).alarm.contact);
      expect(received(0)).toEqual(['con_late']);
      expect(received(90_000)).toEqual([]);
      expect(received(91_000)).toEqual(['con_0']);
    });

    it('are found after a moment, and up to and including another', async () => {
      const [first, second, third] = [1, 2, 3].map((hours) => alarm(monday + hours * hour));
      await alarms.arm([first, second, third] as Alarm[]);
      expect(await due(monday + hour, monday + 2 * hour)).toEqual([second]);
      expect(await due(monday + hour - 1, monday + 2 * hour - 1)).toEqual([first]);
      expect(await due(monday + 3 * hour, monday + day)).toEqual([]);
    });

    it('are found over days and nights, in the order of time, once each', async () => {
      const midnight = monday + 15 * hour;
      const times = [40 * day, hour, 15 * hour - 1, 15 * hour, 15 * hour + 1, 5 * day];
      await alarms.arm(times.map((after, index) => alarm(monday + after, together[index])));
      const found = (await due(monday, monday + 40 * day)).map((one) => one.due - monday);
      expect(found).toEqual(times.sort((a, b) => a - b));
      expect(await due(midnight - 1, midnight)).toHaveLength(1);
    });

    it('of one instant are apart by contact', async () => {
      const waiting = together.slice(0, 60).map((contact) => alarm(monday + day, contact));
      await alarms.arm(waiting);
      expect(await due(monday, monday + day)).toHaveLength(60);
    });

    it('of a contact and an instant are one, with the newest revision', async () => {
      await alarms.arm([alarm(monday + day, 'con_0', 3)]);
      await alarms.arm([alarm(monday + day, 'con_0', 4)]);
      expect(await due(monday, monday + day)).toEqual([alarm(monday + day, 'con_0', 4)]);
    });

    it('that are the same in one call are one, with the newest revision', async () => {
      const [older, newer] = [3, 4].map((revision) => alarm(monday + day, 'con_0', revision));
      await alarms.arm([older, alarm(monday + 2 * day), newer] as Alarm[]);
      expect(await due(monday, monday + day)).toEqual([newer]);
    });

    it('are in one of the shards that are swept', async () => {
      const waiting = numbered(50, (index) => alarm(monday + day, `con_${index}x${index}`));
      await alarms.arm(waiting);
      const shards = numbered(alarmShards, (shard) => due(monday, monday + day, shard));
      const found = (await Promise.all(shards)).map((some) => some.length);
      expect(found.reduce((sum, some) => sum + some)).toBe(50);
      expect(Math.min(...found)).toBeGreaterThan(0);
    });

    it('are found page by page when one answer cannot hold them', async () => {
      const waiting = numbered(1_500, (index) => {
        const contact = `con_${'x'.repeat(900)}${String(index).padStart(4, '0')}0`;
        return alarm(monday + day + Math.floor(index / 500), contact);
      });
      await alarms.arm(waiting);
      const found = await pages(monday, monday + 2 * day);
      expect(found.flatMap((page) => page.alarms)).toEqual(waiting);
      const full = found.filter((page) => page.alarms.length > 0);
      expect(full.length).toBeGreaterThan(1);
      // Whoever stops after a page and goes on from what it reached misses nothing.
      const [first] = full;
      const rest = await due(first?.upTo ?? 0, monday + 2 * day);
      const both = new Set([...(first?.alarms ?? []), ...rest].map(({ contact }) => contact));
      expect(both.size).toBe(1_500);
    });

    it('have been read up to the end of the range at the last page', async () => {
      await alarms.arm([alarm(monday + hour), alarm(monday + 2 * day)]);
      const reached = (await pages(monday, monday + 3 * day)).map(({ upTo }) => upTo);
      expect(reached).toEqual([...reached].sort((a, b) => a - b));
      expect(reached.at(-1)).toBe(monday + 3 * day);
      expect((await pages(monday, monday)).at(-1)?.upTo).toBe(monday);
    });

    it('outlive the two months in which they may be swept late', async () => {
      await alarms.arm([alarm(monday + day)]);
      const [item] = await itemsOf(store, store.work);
      expect(Number(item?.ttl?.N)).toBe((monday + 61 * day) / 1000);
    });
  });

  describe('a watermark', () => {
    it('is where its shard was moved last, and nowhere at first', async () => {
      const store = await open();
      const buckets = createAlarmBuckets(store.client, store.work);
      expect(await buckets.watermark(0)).toBeUndefined();
      await buckets.moveWatermark(0, monday);
      await buckets.moveWatermark(0, monday + minute);
      await buckets.moveWatermark(1, monday);
      expect(await buckets.watermark(0)).toBe(monday + minute);
      expect(await buckets.watermark(1)).toBe(monday);
      for (const item of await itemsOf(store, store.work)) expect(item.ttl).toBeUndefined();
    });
  });
}
