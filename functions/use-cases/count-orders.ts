// Counts what is bought together and how customers buy, once an hour, and puts what was learned into the catalog.
// Every shard knows up to when orders are in it: whoever is stopped in the middle goes on, and counts nothing twice.

import { countBaskets, countShards, unitePairs } from '../../workflows/insights/basket-counts.ts';
import { companions } from '../../workflows/insights/companions.ts';
import { addGaps, noGaps, rhythmFrom } from '../../workflows/insights/rhythm.ts';
import { catalogLimits } from '../../workflows/model/catalog.ts';
import type { Instant } from '../../workflows/model/time.ts';
import { Clash } from '../errors.ts';
import type {
  CatalogStore,
  Counted,
  OrderCountStore,
  OrderPage,
  OrderPages,
  Totals,
} from '../offer-ports.ts';
import type { Now } from '../ports.ts';

interface CountOrdersPorts {
  readonly pages: OrderPages;
  readonly counts: OrderCountStore;
  readonly catalog: Pick<CatalogStore, 'read' | 'learn'>;
  readonly now: Now;
}

const hour = 3_600_000;
/** Pages may be written by a clock that is behind, or just now. */
const settled = 5 * 60_000;
const keptFor = 40 * 24 * hour;
/** Orders of one run; the next goes on from there. */
const mostOrders = 50_000;

/** Answers how many orders were counted: none while somebody else is counting. Before an hour is over it asks nobody. */
export function createCountOrders(ports: CountOrdersPorts): () => Promise<number> {
  let doneAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (doneAt > ports.now() - hour) return 0;
    try {
      const { orders, at } = await count(ports);
      doneAt = at;
      return orders;
    } catch (error) {
      if (error instanceof Clash) return 0;
      throw error;
    }
  };
}

interface Done {
  readonly orders: number;
  /** When counting came to its end last. */
  readonly at: Instant;
}

async function count(ports: CountOrdersPorts): Promise<Done> {
  const now = ports.now();
  const totals = (await ports.counts.totals()) ?? nothing(now);
  if (totals.at > now - hour) return { orders: 0, at: totals.at };
  const { pages, upTo, isAll } = await newPages(ports, totals.upTo, now - settled);
  const orders = pages.reduce((sum, { lines }) => sum + lines.length, 0);
  const shards = new Map(await (orders > 0 ? ports.counts.shards() : []));
  for (const [shard, counted] of fold(shards, pages, upTo)) {
    shards.set(shard, counted);
    await ports.counts.saveShard(shard, counted);
  }
  const gaps = pages
    .flatMap(({ lines }) => lines)
    .reduce((sum, { gap = noGaps }) => addGaps(sum, gap), totals.gaps);
  const after = { upTo, at: isAll ? now : totals.at, orders: totals.orders + orders, gaps };
  await ports.counts.saveTotals(after);
  if (isAll && orders > 0) await learn(ports, after, shards);
  return { orders, at: after.at };
}

const nothing = (now: Instant): Totals => ({ upTo: now - keptFor, at: 0, orders: 0, gaps: noGaps });

async function newPages({ pages }: CountOrdersPorts, after: Instant, upTo: Instant) {
  const found: OrderPage[] = [];
  let orders = 0;
  for await (const some of pages.between(after, upTo)) {
    found.push(...some);
    orders += some.reduce((sum, { lines }) => sum + lines.length, 0);
    const last = found.at(-1)?.at;
    // All pages of that moment must have been read, or those left would never be.
    if (orders >= mostOrders && last !== undefined)
      return { pages: found.filter(({ at }) => at < last), upTo: last - 1, isAll: false };
  }
  return { pages: found, upTo, isAll: true };
}

/** The shards that change, each with what is new to it. */
function* fold(
  shards: ReadonlyMap<number, Counted>,
  pages: readonly OrderPage[],
  upTo: Instant,
): Iterable<[number, Counted]> {
  if (pages.length === 0) return;
  for (let shard = 0; shard < countShards; shard += 1) {
    const known = shards.get(shard) ?? { upTo: 0, products: {} };
    const baskets = pages
      .filter(({ at }) => at > known.upTo)
      .flatMap(({ lines }) => lines.map(({ products }) => products));
    const products = countBaskets(known.products, baskets, shard);
    if (Object.keys(products).length > 0) yield [shard, { upTo, products }];
  }
}

async function learn(
  { catalog }: CountOrdersPorts,
  { orders, gaps }: Totals,
  shards: ReadonlyMap<number, Counted>,
): Promise<void> {
  const listed = (await catalog.read()).products;
  const { products, pairs } = unitePairs([...shards.values()].map((one) => one.products));
  const known = pairs.filter(({ a, b }) => listed.has(a) && listed.has(b));
  const found = companions({ orders, products, pairs: known }, catalogLimits.companions);
  await catalog.learn({ companions: found, rhythm: rhythmFrom(gaps) });
}
