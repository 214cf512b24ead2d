// What storage must do for sources: the owner's webhook sources, what was counted, and what came of replays.
import { beforeEach, describe, expect, it } from 'vitest';
import { createHookSources, remembering } from '../../../functions/adapters/hook-sources.ts';
import {
  createQuarantine,
  createQuarantineReader,
} from '../../../functions/adapters/quarantine.ts';
import { createSourceCounts } from '../../../functions/adapters/source-counts.ts';
import { Clash } from '../../../functions/errors.ts';
import type { HookSource, SourceCounts } from '../../../functions/source-ports.ts';
import { hookSource } from '../../support/webhooks.ts';
import { day, hour, itemsOf, monday, noise, type OpenStore, outcomes, type Store } from './open.ts';

export function sourcesContract(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });

  describe('a webhook source', () => {
    const hooks = () => createHookSources(store.client, store.core);
    const make = (name: string, others: Partial<HookSource> = {}) =>
      hooks().change(name, () => hookSource({ name, ...others }));

    it('is what it was made, by its name', async () => {
      const made = await make('shop');
      expect(await hooks().get('shop')).toEqual(made);
      expect(await hooks().get('sho')).toBeUndefined();
    });

    it('is listed by name, in portions', async () => {
      for (const name of ['b', 'c', 'a']) await make(name);
      const names = async (after?: string) =>
        (await hooks().list({ limit: 2, after })).map(({ name }) => name);
      expect([await names(), await names('b')]).toEqual([['a', 'b'], ['c']]);
    });

    it('is changed on top of what is there: of two at once one is done', async () => {
      await make('shop');
      const add = (by: string) =>
        hooks().change('shop', (known) => known && { ...known, by: `${known.by}+${by}` });
      const { won, lost } = await outcomes(['x', 'y'].map(add));
      expect(lost.every((error) => error instanceof Clash)).toBe(true);
      expect(won.length + lost.length).toBe(2);
      expect((await hooks().get('shop'))?.by.split('+')).toHaveLength(1 + won.length);
    });

    it('is gone once it becomes nothing, and may come back', async () => {
      await make('shop');
      expect(await hooks().change('shop', () => undefined)).toBeUndefined();
      expect(await itemsOf(store, store.core)).toEqual([]);
      expect(await hooks().change('shop', () => undefined)).toBeUndefined();
      expect(await make('shop')).toMatchObject({ name: 'shop' });
    });

    it('is remembered for half a minute, and that there is none for seconds', async () => {
      let now = monday;
      const find = remembering(hooks(), () => now);
      expect(await find('shop')).toBeUndefined();
      await make('shop');
      expect(await find('shop')).toBeUndefined();
      now += 5_000;
      expect(await find('shop')).toBeDefined();
      await hooks().change('shop', () => undefined);
      now += 29_999;
      expect(await find('shop')).toBeDefined();
      now += 1;
      expect(await find('shop')).toBeUndefined();
    });
  });

  describe('what a source did', () => {
    let now = monday;
    let counts: SourceCounts;
    beforeEach(() => {
      now = monday;
      counts = createSourceCounts(store.client, store.work, () => now);
    });

    it('is added up by day, with its last moments', async () => {
      const saidNo = { at: monday, why: 'Nobody to tie it to' };
      await counts.add(new Map([['form/site', { counts: { accepted: 2 }, seenAt: monday }]]));
      await counts.add(new Map([['form/site', { counts: { accepted: 1, rejected: 1 }, saidNo }]]));
      now += day;
      await counts.add(new Map([['form/site', { counts: { 'refused.too large': 1 } }]]));
      expect([...(await counts.read('form/site', '2026-01-05'))]).toEqual([
        ['2026-01-05', { counts: { accepted: 3, rejected: 1 }, seenAt: monday, saidNo }],
        ['2026-01-06', { counts: { 'refused.too large': 1 } }],
      ]);
      expect((await counts.read('form/site', '2026-01-06')).size).toBe(1);
      expect((await counts.read('form', '2026-01-05')).size).toBe(0);
    });

    it('is kept for more than a year, and a reason no longer than a line', async () => {
      const saidNo = { at: monday, why: noise(5_000) };
      await counts.add(new Map([['unknown', { counts: {}, saidNo }]]));
      const [item] = await itemsOf(store, store.work);
      expect(item?.ttl).toEqual({ N: String((monday + 400 * day) / 1000) });
      expect(item?.why?.S).toHaveLength(200);
    });
  });

  describe('what is in quarantine', () => {
    const reader = () => createQuarantineReader(store.client, store.work);
    const keep = (source: string, at: number, raw = '{}') =>
      createQuarantine(store.client, store.work).keep({
        ...{ source, at, besides: { 'x-topic': 'orders' } },
        rejected: [{ reason: 'No type', raw }],
      });

    it('is found by its id, with what it takes to read it again', async () => {
      await keep('form/site', monday);
      const [kept] = await reader().list(monday, { limit: 1 });
      expect(kept).toMatchObject({ source: 'form/site', besides: { 'x-topic': 'orders' } });
      expect(await reader().get(kept?.id ?? '')).toEqual(kept);
      for (const id of ['', 'x', `${monday}.other`, '1.x', '9'.repeat(20)])
        expect(await reader().get(id)).toBeUndefined();
    });

    it('is listed of one source, in portions, however much of others lies between', async () => {
      for (let count = 0; count < 6; count += 1)
        await keep(count % 3 ? 'form/site' : 'segment/site', monday + count * hour);
      const moments = async (after?: string) => {
        const found = await reader().list(monday, { limit: 1, after, source: 'segment/site' });
        return found.map(({ id, at }) => ({ id, hours: (at - monday) / hour }));
      };
      const [first] = await moments();
      expect(first?.hours).toBe(3);
      const [second] = await moments(first?.id);
      expect(second?.hours).toBe(0);
      expect(await moments(second?.id)).toEqual([]);
    });

    it('is accepted once; what is rejected may be tried again', async () => {
      const replay = { index: 0, by: 'ann', at: monday, raw: noise(100_000) };
      const rejected = { ...replay, state: 'rejected', reason: 'No type' } as const;
      const accepted = { ...replay, state: 'accepted' } as const;
      for (const one of [rejected, rejected, accepted]) await reader().setReplay('1.x', one);
      for (const one of [rejected, accepted])
        await expect(reader().setReplay('1.x', one)).rejects.toBeInstanceOf(Clash);
      await reader().setReplay('1.x', { ...rejected, index: 12 });
      expect(await reader().replays('1.x')).toEqual([accepted, { ...rejected, index: 12 }]);
      expect(await reader().replays('1.y')).toEqual([]);
    });
  });
}
