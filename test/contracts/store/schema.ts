// The schema of what arrived: bounded, written only for what is new, and the same whoever writes first.
import { beforeEach, describe, expect, it } from 'vitest';
import { createEventNames } from '../../../functions/adapters/event-names.ts';
import { createSchema } from '../../../functions/adapters/schema.ts';
import type { Arrivals, SectionKey, SeenType } from '../../../functions/schema-ports.ts';
import { counting } from '../../support/counted-client.ts';
import { day, monday, numbered, type OpenStore, type Store } from './open.ts';

type Told = Readonly<Record<string, readonly SeenType[] | undefined>>;

const arrivals = (sections: Readonly<Record<string, Told>>): Arrivals => ({
  sections: new Map(
    Object.entries(sections).map(([key, told]) => [
      key as SectionKey,
      new Map(Object.entries(told).map(([name, types]) => [name, new Set(types)])),
    ]),
  ),
  mistyped: new Map(),
});

export function schemaContract(open: OpenStore): void {
  let store: Store;
  let now = monday;
  beforeEach(async () => {
    store = await open();
    now = monday;
  });
  const schema = (client = store.client, most?: number) =>
    createSchema({
      client,
      table: store.core,
      now: () => now,
      names: createEventNames(client, store.core, most),
    });
  const bought = (told: Told) => arrivals({ 'event:Order Completed': told });
  const dates = { first: '2026-01-05', last: '2026-01-05' };

  describe('the schema of what arrived', () => {
    it('knows events, properties and attributes with their types and days', async () => {
      const noting = schema();
      await noting.note(bought({ total: ['number'], coupon: ['text'] }));
      now += 2 * day;
      await noting.note(bought({ total: ['text', 'number'] }));
      await noting.note(arrivals({ contact: { plan: ['text'] }, account: { seats: ['number'] } }));
      const last = '2026-01-07';
      expect(await schema().list({ limit: 10 })).toEqual([
        {
          key: 'account',
          first: last,
          last,
          fields: { seats: { types: ['number'], first: last, last } },
        },
        {
          key: 'contact',
          first: last,
          last,
          fields: { plan: { types: ['text'], first: last, last } },
        },
        {
          ...{ key: 'event:Order Completed', ...dates, last },
          fields: {
            total: { types: ['number', 'text'], ...dates, last },
            coupon: { types: ['text'], ...dates },
          },
        },
      ]);
      expect(await schema().get('contact')).toMatchObject({ key: 'contact' });
      expect(await schema().list({ limit: 1, after: 'account' })).toMatchObject([
        { key: 'contact' },
      ]);
    });

    it('costs nothing for what came before on that day', async () => {
      await schema().note(bought({ total: ['number'] }));
      const { client, count } = counting(store.client);
      const noting = schema(client);
      for (const told of [{ total: ['number'] }, { total: ['number'] }, {}] as const)
        await noting.note(bought(told));
      // A new container reads, and finds that nothing is new.
      expect(count().calls).toEqual(['GetItem', 'BatchGetItem']);
      now += day;
      for (let times = 0; times < 3; times += 1) await noting.note(bought({ total: ['number'] }));
      expect(count().calls).toEqual(['BatchGetItem', 'PutItem']);
    });

    it('loses nothing when many note at once', async () => {
      await Promise.all(
        numbered(4, (at) => schema().note(bought({ [`p${at}`]: ['text'], total: ['number'] }))),
      );
      const found = await schema().get('event:Order Completed');
      expect(Object.keys(found?.fields ?? {}).sort()).toEqual(['p0', 'p1', 'p2', 'p3', 'total']);
    });

    it('is not filled by what senders make up', async () => {
      const noting = schema(store.client, 10);
      for (const index of numbered(30, (at) => at))
        await noting.note(arrivals({ [`event:Made up ${index}`]: { a: ['text'] as const } }));
      await noting.note(
        arrivals({
          contact: Object.fromEntries(numbered(900, (at) => [`p${at}`, ['text'] as const])),
        }),
      );
      const all = await schema().list({ limit: 100 });
      expect(all.length).toBe(11);
      expect(Object.keys(all[0]?.fields ?? {}).length).toBe(500);
      const { client, count } = counting(store.client);
      const full = schema(client, 10);
      for (const index of [1, 2, 3])
        await full.note(arrivals({ [`event:New ${index}`]: { a: ['text'] as const } }));
      expect(count().calls).toEqual(['GetItem']);
    });

    it('counts values that were not of their type', async () => {
      const refused = (times: number): Arrivals => ({
        sections: new Map(),
        mistyped: new Map([['age', times]]),
      });
      for (const times of [2, 3]) await schema().note(refused(times));
      expect(await schema().mismatches()).toEqual(
        new Map([['age', { count: 5, last: '2026-01-05' }]]),
      );
    });
  });
}
