// Orders are counted once an hour, whoever is stopped in the middle, and the catalog learns what goes together.
import { beforeEach, describe, expect, it } from 'vitest';
import { createCatalog } from '../../functions/adapters/catalog.ts';
import {
  createOrderCounts,
  createOrderLog,
  createOrderPages,
} from '../../functions/adapters/companions.ts';
import type { OrderCountStore, OrderLine } from '../../functions/offer-ports.ts';
import { createCountOrders } from '../../functions/use-cases/count-orders.ts';
import { orderLines } from '../../functions/use-cases/order-lines.ts';
import { guessedRhythm } from '../../workflows/insights/rhythm.ts';
import { newContact } from '../../workflows/model/contact.ts';
import type { Event } from '../../workflows/model/event.ts';
import { type Owned, recordOwned } from '../../workflows/model/owned.ts';
import { noPurchases, recordOrder } from '../../workflows/model/purchases.ts';
import {
  day,
  hour,
  itemsOf,
  minute,
  monday,
  numbered,
  type Store,
} from '../contracts/store/open.ts';
import { catalogWith } from '../support/catalog.ts';
import { localStore } from '../support/local-store.ts';
import { basket, said } from '../support/orders.ts';

let store: Store;
let now: number;
let pages = 0;
const clock = () => now;

const log = async (...lines: readonly OrderLine[]) => {
  pages += 1;
  await createOrderLog(store.client, store.work, clock).put(`page-${pages}`, lines);
};
const line = (...products: readonly string[]): OrderLine => ({ products });
const catalog = () => createCatalog(store.client, store.core, clock);
const counting = (counts: OrderCountStore) =>
  createCountOrders({
    pages: createOrderPages(store.client, store.work),
    counts,
    catalog: catalog(),
    now: clock,
  });
const count = (counts: OrderCountStore = createOrderCounts(store.client, store.work)) =>
  counting(counts)();
const goesWith = async (product: string) => (await catalog().read()).companions.get(product);
const totals = () => createOrderCounts(store.client, store.work).totals();

beforeEach(async () => {
  store = await localStore();
  now = monday;
  const products = ['tea', 'cup', 'pot'].map((id) => ({ id }));
  await catalog().changeProducts({ put: [...catalogWith({ products }).products.values()] });
});

/** Four orders of tea and cup, and four of a pot. */
const trade = () =>
  log(...numbered(4, () => line('tea', 'cup')), ...numbered(4, () => line('pot')));

describe('counting orders', () => {
  it('teaches the catalog what is bought together', async () => {
    await trade();
    now += 10 * minute;
    expect(await count()).toBe(8);
    expect(await goesWith('tea')).toEqual([{ product: 'cup', count: 4, confidence: 1, lift: 2 }]);
    expect((await catalog().read()).rhythm).toEqual(guessedRhythm);
  });

  it('happens once an hour, and counts what came since', async () => {
    await trade();
    now += 10 * minute;
    await count();
    await log(line('tea', 'cup'));
    now += 59 * minute;
    expect(await count()).toBe(0);
    now += minute;
    expect(await count()).toBe(1);
    expect((await goesWith('tea'))?.[0]?.count).toBe(5);
    expect(await totals()).toMatchObject({ orders: 9 });
  });

  it('leaves what was written just now to the next time', async () => {
    await trade();
    now += 4 * minute;
    expect(await count()).toBe(0);
    now += hour;
    expect(await count()).toBe(8);
  });

  it('goes over days and nights', async () => {
    for (let at = 0; at < 4; at += 1) {
      await trade();
      now += 20 * hour;
    }
    expect(await count()).toBe(32);
  });

  it('counts nothing twice when it is stopped in the middle', async () => {
    await trade();
    now += 10 * minute;
    const broken = createOrderCounts(store.client, store.work);
    let saves = 0;
    const stopping = {
      ...broken,
      saveShard: async (...given: Parameters<OrderCountStore['saveShard']>) => {
        saves += 1;
        if (saves === 2) throw new Error('killed');
        await broken.saveShard(...given);
      },
    };
    await expect(count(stopping)).rejects.toThrow('killed');
    await trade();
    now += 10 * minute;
    expect(await count()).toBe(16);
    expect((await goesWith('tea'))?.[0]?.count).toBe(8);
    expect((await goesWith('cup'))?.[0]?.count).toBe(8);
    expect(await totals()).toMatchObject({ orders: 16 });
  });

  it('is done by one at a time', async () => {
    await trade();
    now += 10 * minute;
    await Promise.all([count(), count()]);
    now += hour;
    await count();
    expect((await goesWith('tea'))?.[0]?.count).toBe(4);
  });

  it('tells nothing of products that the catalog does not list', async () => {
    await log(...numbered(5, () => line('tea', 'secret')), ...numbered(9, () => line('pot')));
    now += 10 * minute;
    await count();
    expect(await goesWith('tea')).toBeUndefined();
    expect(await goesWith('secret')).toBeUndefined();
  });

  it('asks nobody before the hour is over', async () => {
    const counts = createOrderCounts(store.client, store.work);
    let asked = 0;
    const totals = () => {
      asked += 1;
      return counts.totals();
    };
    const run = counting({ ...counts, totals });
    for (let minutes = 0; minutes < 120; minutes += 1) {
      await run();
      now += minute;
    }
    expect(asked).toBe(2);
  });

  it('lets pages go after forty days', async () => {
    await trade();
    const [page] = (await itemsOf(store, store.work)).filter(({ ttl }) => ttl);
    expect(Number(page?.ttl?.N)).toBe((monday + 40 * day) / 1_000);
  });
});

describe('a decision about an order', () => {
  const contactAfter = (...events: readonly Event[]) => ({
    ...newContact('con_sara'),
    purchases: events.reduce(recordOrder, noPurchases),
    owned: events.reduce<Owned>(recordOwned, {}),
  });
  const first = basket(0, 'tea', 'cup');

  it('tells its products', () => {
    expect(orderLines(undefined, contactAfter(first))).toEqual([{ products: ['tea', 'cup'] }]);
  });

  it('tells nothing when the order was known, and nothing when there was none', () => {
    const known = contactAfter(first);
    expect(orderLines(known, contactAfter(first, first))).toEqual([]);
    expect(orderLines(known, known)).toEqual([]);
    expect(orderLines(undefined, newContact('con_sara'))).toEqual([]);
  });

  it('tells the gap to the order before, and none of an order that comes late', () => {
    const second = basket(10, 'tea', 'pot');
    expect(orderLines(contactAfter(first), contactAfter(first, second))).toEqual([
      { products: ['tea', 'pot'], gap: expect.objectContaining({ firsts: 1, sum: Math.log(10) }) },
    ]);
    const late = contactAfter(second, basket(5, 'cup'));
    expect(orderLines(contactAfter(second), late)).toEqual([{ products: ['cup'] }]);
  });

  it('tells an order without products too, for it counts among the orders', () => {
    expect(orderLines(undefined, contactAfter(said('Order Completed', 0)))).toEqual([
      { products: [] },
    ]);
  });
});
