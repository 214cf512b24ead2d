// Counts of what is bought together, kept from orders by shards of products. Estimates: a product remembers the
// partners it meets most, and a shard the products that are bought most.

interface ProductCount {
  readonly orders: number;
  /** Orders that held both, by the other product. */
  readonly with: Readonly<Record<string, number>>;
}

export type CountShard = Readonly<Record<string, ProductCount>>;

/** Products of one order that are counted; more than these are a stock-up and tell little. */
export const mostTogether = 20;
export const countShards = 64;
const mostPartners = 80;
const mostProducts = 400;

/** FNV-1a, so that a product is in the same shard for ever. */
export function shardOf(product: string, shards: number = countShards): number {
  let hash = 0x811c9dc5;
  for (const character of product) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % shards;
}

/** Adds baskets to one shard; products of other shards are counted as partners only. */
export function countBaskets(
  known: CountShard,
  baskets: readonly (readonly string[])[],
  shard: number,
): CountShard {
  const counts = new Map(Object.entries(known).map(([id, one]) => [id, open(one)]));
  for (const basket of baskets) {
    const products = [...new Set(basket)].slice(0, mostTogether);
    for (const product of products.filter((one) => shardOf(one) === shard)) {
      const one = counts.get(product) ?? open({ orders: 0, with: {} });
      counts.set(product, meet(one, product, products));
    }
  }
  const kept = most([...counts], mostProducts, ([, { orders }]) => orders);
  return Object.fromEntries(kept.map(([id, one]) => [id, close(one)]));
}

type Open = ReturnType<typeof open>;

function meet(one: Open, self: string, products: readonly string[]): Open {
  one.orders += 1;
  for (const other of products) {
    if (other !== self) one.with.set(other, (one.with.get(other) ?? 0) + 1);
  }
  return one;
}

const close = (one: Open): ProductCount => ({
  orders: one.orders,
  with: Object.fromEntries(most([...one.with], mostPartners, ([, count]) => count)),
});

const open = (one: ProductCount) => ({
  orders: one.orders,
  with: new Map(Object.entries(one.with)),
});

const most = <T>(all: readonly T[], limit: number, count: (one: T) => number): readonly T[] =>
  all.length <= limit ? all : [...all].sort((a, b) => count(b) - count(a)).slice(0, limit);

/** All shards as one: the orders of each product, and every pair once. */
export function unitePairs(shards: Iterable<CountShard>) {
  const all = new Map([...shards].flatMap((shard) => Object.entries(shard)));
  const products = new Map([...all].map(([id, { orders }]) => [id, orders]));
  const pairs = [...all].flatMap(([a, one]) =>
    Object.entries(one.with)
      // The other side may have forgotten this pair.
      .filter(([b]) => a < b || !Object.hasOwn(all.get(b)?.with ?? {}, a))
      .map(([b, count]) => ({ a, b, count })),
  );
  return { products, pairs };
}
