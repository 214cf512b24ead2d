// What is bought together: measures by hand, and the textbook numbers of the Groceries data.
import { describe, expect, it } from 'vitest';
import {
  companions,
  measure,
  type OrderCounts,
  type Pair,
} from '../../../workflows/insights/companions.ts';
import { havePublicData, publicLines } from '../../support/public-data.ts';

const counts = (
  orders: number,
  products: Record<string, number>,
  pairs: readonly (readonly [string, string, number])[],
): OrderCounts => ({
  orders,
  products: new Map(Object.entries(products)),
  pairs: pairs.map(([a, b, count]) => ({ a, b, count })),
});

describe('companions', () => {
  it('are measured by support, confidence and lift', () => {
    // 100 orders, 20 with tea, 10 with cups, 8 with both.
    expect(measure(8, 20, 10, 100)).toEqual({ support: 0.08, confidence: 0.4, lift: 4 });
  });

  it('are known of both products of a pair', () => {
    const found = companions(counts(100, { tea: 20, cup: 10 }, [['cup', 'tea', 8]]), 10);
    expect(found.get('tea')).toEqual([{ product: 'cup', count: 8, confidence: 0.4, lift: 4 }]);
    expect(found.get('cup')).toEqual([{ product: 'tea', count: 8, confidence: 0.8, lift: 4 }]);
  });

  it('are not those that only meet by chance, nor those seen twice', () => {
    const found = companions(
      counts(100, { tea: 50, bag: 50, pin: 4 }, [
        ['tea', 'bag', 25],
        ['tea', 'pin', 2],
      ]),
      10,
    );
    expect([...found]).toEqual([]);
  });

  it('are the likeliest first, by lift and id where they are as likely, and no more than asked', () => {
    const { product: _, ...products } = { product: 0, tea: 40, a: 10, b: 20, c: 20, d: 5 };
    const found = companions(
      counts(100, products, [
        ['tea', 'c', 10],
        ['b', 'tea', 10],
        ['a', 'tea', 10],
        ['d', 'tea', 5],
      ]),
      3,
    );
    expect(found.get('tea')?.map(({ product }) => product)).toEqual(['a', 'b', 'c']);
  });

  it('wait until the counts of their products have caught up', () => {
    expect([...companions(counts(9, { tea: 3, cup: 4 }, [['tea', 'cup', 4]]), 10)]).toEqual([]);
  });
});

describe.runIf(havePublicData)('on the baskets of Groceries', () => {
  const baskets = havePublicData
    ? publicLines('basket/groceries.jsonl.gz').map((line) => [
        ...new Set(JSON.parse(line) as string[]),
      ])
    : [];
  const count = (all: readonly string[]) =>
    new Map([...Map.groupBy(all, (one) => one)].map(([one, same]) => [one, same.length]));
  const products = count(baskets.flat());
  const together = baskets.flatMap((basket) =>
    basket.flatMap((a) => basket.flatMap((b) => (a < b ? [JSON.stringify([a, b])] : []))),
  );
  const pairs: Pair[] = [...count(together)].map(([key, times]) => {
    const [a = '', b = ''] = JSON.parse(key) as string[];
    return { a, b, count: times };
  });
  const orders = baskets.length;

  it('150 rules of two items have a support of 0.6% and a confidence of 25%', () => {
    const rules = pairs.flatMap(({ a, b, count }) => {
      const [ofA, ofB] = [products.get(a) ?? 0, products.get(b) ?? 0];
      return [measure(count, ofA, ofB, orders), measure(count, ofB, ofA, orders)];
    });
    const held = rules.filter(({ support, confidence }) => support >= 0.006 && confidence >= 0.25);
    expect([orders, products.size, held.length]).toEqual([9_835, 169, 150]);
    expect(Math.max(...held.map(({ lift }) => lift))).toBeCloseTo(3.956477, 6);
  });

  it('herbs go with root vegetables', () => {
    const found = companions({ orders, products, pairs }, 10);
    const best = found.get('herbs')?.find(({ product }) => product === 'root vegetables');
    expect(best?.lift).toBeCloseTo(3.956477, 6);
    expect(found.get('herbs')).toHaveLength(10);
  });
});
