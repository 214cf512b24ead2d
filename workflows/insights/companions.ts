// Companions: which products are bought together more often than chance would have it, from counts of orders.
import type { Companion } from '../model/catalog.ts';

/** Counts of orders. */
export interface OrderCounts {
  /** All orders, those of one product too. */
  readonly orders: number;
  /** Orders that held the product. */
  readonly products: ReadonlyMap<string, number>;
  /** Each pair stands once. */
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly count: number;
}

interface Measures {
  /** The share of all orders that held both. */
  readonly support: number;
  /** The share of orders with `a` that held `b` as well. */
  readonly confidence: number;
  /** Confidence over the share of all orders that held `b`. */
  readonly lift: number;
}

/** Support, confidence and lift of a ⇒ b (Agrawal, Imieliński and Swami 1993; Brin et al. 1997 for lift). */
export const measure = (both: number, a: number, b: number, orders: number): Measures => ({
  support: both / orders,
  confidence: both / a,
  lift: (both * orders) / (a * b),
});

/** Fewer common orders than this tell nothing. */
const fewest = 3;

/**
 * The best companions of every product: bought together at least `fewest` times and more often than by chance
 * (lift over 1), the likeliest first; of two as likely, the one with the higher lift, then by id.
 */
export function companions(counts: OrderCounts, most: number): Map<string, readonly Companion[]> {
  const found = new Map<string, Companion[]>();
  for (const { a, b, count } of counts.pairs) {
    collect(found, counts, { a, b, count });
    collect(found, counts, { a: b, b: a, count });
  }
  return new Map([...found].map(([id, all]) => [id, all.sort(likelier).slice(0, most)]));
}

function collect(
  found: Map<string, Companion[]>,
  counts: OrderCounts,
  { a, b, count }: Pair,
): void {
  const [ofA, ofB] = [counts.products.get(a) ?? 0, counts.products.get(b) ?? 0];
  // Counts are estimates, kept one by one: a pair may be ahead of its products.
  if (count < fewest || ofA < count || ofB < count) return;
  const { confidence, lift } = measure(count, ofA, ofB, counts.orders);
  if (lift <= 1) return;
  const all = found.get(a) ?? [];
  all.push({ product: b, count, confidence, lift });
  found.set(a, all);
}

const likelier = (a: Companion, b: Companion): number =>
  b.confidence - a.confidence || b.lift - a.lift || (a.product < b.product ? -1 : 1);
