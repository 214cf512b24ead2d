// Tallies add up by campaign and day, whoever adds, and however many do at once.
import { beforeEach, describe, expect, it } from 'vitest';
import { createTallies } from '../../../functions/adapters/tallies.ts';
import type { Counts, Tallies } from '../../../functions/tally-ports.ts';
import { day, itemsOf, monday, numbered, type OpenStore, type Store } from './open.ts';

export function talliesContract(open: OpenStore): void {
  describe('tallies', () => {
    let store: Store;
    let now: number;
    let tallies: Tallies;

    const add = (campaign: string, counts: Counts) => tallies.add(new Map([[campaign, counts]]));
    const read = async (...given: Parameters<Tallies['read']>) =>
      Object.fromEntries(await tallies.read(...given));

    beforeEach(async () => {
      store = await open();
      now = monday;
      tallies = createTallies(store.client, store.work, () => now);
    });

    it('of a campaign nobody has counted are none', async () => {
      expect(await read('any')).toEqual({});
      expect(await tallies.mark('any')).toBeUndefined();
    });

    it('add up, also when many add at once', async () => {
      await Promise.all(numbered(40, () => add('offer', { sent: '10', 'withheld.expired': '1' })));
      expect(await read('offer')).toEqual({
        '2026-01-05': { sent: '400', 'withheld.expired': '40' },
      });
      // Many writers, few items.
      expect((await itemsOf(store, store.work)).length).toBeLessThanOrEqual(4);
    });

    it('keep money exact', async () => {
      await add('offer', { 'value.treatment': '0.1' });
      await add('offer', { 'value.treatment': '0.2' });
      await add('offer', { 'value.treatment': '-19.999999999' });
      await add('offer', { 'value.treatment': '900000000000000' });
      expect(await read('offer')).toEqual({
        '2026-01-05': { 'value.treatment': '899999999999980.300000001' },
      });
    });

    it('know campaigns and days apart', async () => {
      await tallies.add(
        new Map<string, Counts>([
          ['a', { sent: '1' }],
          ['b', { sent: '2' }],
        ]),
      );
      now += day;
      await add('a', { sent: '3' });
      expect(await read('a')).toEqual({ '2026-01-05': { sent: '1' }, '2026-01-06': { sent: '3' } });
      expect(await read('a', '2026-01-06')).toEqual({ '2026-01-06': { sent: '3' } });
      expect(await read('b')).toEqual({ '2026-01-05': { sent: '2' } });
    });

    it('cost nothing where there is nothing to count', async () => {
      await tallies.add(new Map());
      expect(await itemsOf(store, store.work)).toEqual([]);
    });

    it('have a mark from which they count anew', async () => {
      await tallies.setMark('offer', { day: '2026-01-05', counts: { sent: '7' } });
      await tallies.setMark('offer', { day: '2026-01-06', counts: {} });
      expect(await tallies.mark('offer')).toEqual({ day: '2026-01-06', counts: {} });
      expect(await read('offer')).toEqual({});
    });
  });
}
