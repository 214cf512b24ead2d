// What people read and redeliveries are checked against: rows in the order of time, each once however often it is put.
import { beforeEach, describe, expect, it } from 'vitest';
import { createTimeline } from '../../../functions/adapters/timeline.ts';
import type { Timeline, TimelineRow } from '../../../functions/ports.ts';
import { day, itemsOf, minute, monday, numbered, type OpenStore, type Store } from './open.ts';

const row = (at: number, more: Partial<TimelineRow> = {}): TimelineRow => ({
  contact: 'con_sara',
  at,
  kind: 'event',
  id: `evt_${at}`,
  about: { name: 'Order Completed' },
  transitions: [],
  ...more,
});

export function timelineContract(open: OpenStore): void {
  describe('a timeline', () => {
    let store: Store;
    let timeline: Timeline;
    const times = async (limit = 100, contact = 'con_sara') =>
      (await timeline.list(contact, limit)).map(({ at }) => at);

    beforeEach(async () => {
      store = await open();
      timeline = createTimeline(store.client, store.activity);
    });

    it('is empty for who has none', async () => {
      await timeline.put([]);
      expect(await timeline.list('con_sara', 10)).toEqual([]);
    });

    it('gives rows back as they were put', async () => {
      const told = row(monday, {
        about: { name: 'سفارش', total: 12.5, items: [{ sku: 'a' }] },
        transitions: [{ kind: 'consent_changed', status: 'subscribed', method: 'form' }],
      });
      await timeline.put([told]);
      expect(await timeline.list('con_sara', 10)).toEqual([told]);
    });

    it('is in the order of time, newest first, and as long as asked', async () => {
      const some = [3, 1, 20, 100, 2].map((step) => row(monday + step * minute));
      await timeline.put(some);
      const newest = [100, 20, 3, 2, 1].map((step) => monday + step * minute);
      expect(await times()).toEqual(newest);
      expect(await times(2)).toEqual(newest.slice(0, 2));
    });

    it('orders times with few digits and many', async () => {
      await timeline.put([row(999), row(1_000), row(monday), row(99)]);
      expect(await times()).toEqual([monday, 1_000, 999, 99]);
    });

    it('holds the rows of one contact only', async () => {
      await timeline.put([
        row(1),
        row(2, { contact: 'con_sara2' }),
        row(3, { contact: 'con_ali' }),
      ]);
      expect(await times()).toEqual([1]);
    });

    it('keeps a row once that is put again, and its later words', async () => {
      await timeline.put([row(monday)]);
      await timeline.put([row(monday, { about: { name: 'later' } })]);
      expect((await timeline.list('con_sara', 10)).map(({ about }) => about.name)).toEqual([
        'later',
      ]);
    });

    it('keeps the later of two rows in one call that are the same', async () => {
      await timeline.put([row(1), row(monday), row(monday, { about: { name: 'later' } })]);
      const [newest, ...rest] = await timeline.list('con_sara', 10);
      expect(newest?.about.name).toBe('later');
      expect(rest).toEqual([row(1)]);
    });

    it('keeps rows of one instant apart by kind and by id', async () => {
      const kinds = ['event', 'alarm', 'feedback', 'unsubscribe', 'message'] as const;
      await timeline.put(kinds.map((kind) => row(monday, { kind, id: 'a' })));
      await timeline.put([row(monday, { id: 'b' })]);
      expect(await timeline.list('con_sara', 10)).toHaveLength(6);
    });

    it('takes any number of rows at once', async () => {
      await timeline.put(numbered(130, (index) => row(monday + index)));
      expect(await times(200)).toHaveLength(130);
    });

    it('knows exactly the rows it has', async () => {
      await timeline.put([row(monday)]);
      const about = {
        contact: 'con_sara',
        at: monday,
        kind: 'event',
        id: `evt_${monday}`,
      } as const;
      expect(await timeline.has(about)).toBe(true);
      expect(await timeline.has({ ...about, contact: 'con_ali' })).toBe(false);
      expect(await timeline.has({ ...about, at: monday + 1 })).toBe(false);
      expect(await timeline.has({ ...about, kind: 'alarm' })).toBe(false);
      expect(await timeline.has({ ...about, id: 'evt' })).toBe(false);
    });

    it('knows which rows stand in it word for word', async () => {
      const [told, changed, absent] = [row(1), row(2), row(3)];
      await timeline.put([told, { ...changed, about: { name: 'Order Cancelled' } }]);
      expect([...(await timeline.standing([told, changed, absent]))]).toEqual([told]);
      expect([...(await timeline.standing([{ ...told }, told]))]).toHaveLength(2);
      expect([...(await timeline.standing([]))]).toEqual([]);
    });

    it('is kept for more than a year, and not for ever', async () => {
      await timeline.put([row(monday)]);
      const [item] = await itemsOf(store, store.activity);
      expect(Number(item?.ttl?.N)).toBe((monday + 400 * day) / 1000);
    });
  });
}
