// What a decision tells of orders: the products bought together, and the gap to the order before. It is read off the
// contact before and after, so an order that comes twice is told once.
import { mostTogether } from '../../workflows/insights/basket-counts.ts';
import { countGap, noGaps } from '../../workflows/insights/rhythm.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import type { Purchases } from '../../workflows/model/purchases.ts';
import type { OrderLine, OrderLog } from '../offer-ports.ts';
import type { StoredContact } from '../ports.ts';

/** One page for one batch, under a name that no other batch has: a revision is written once. */
export async function logOrders(
  log: OrderLog,
  before: ReadonlyMap<string, StoredContact>,
  saved: readonly StoredContact[],
): Promise<void> {
  const told = saved.map(({ contact }) => ({
    page: `${contact.id}-${contact.revision}`,
    lines: orderLines(before.get(contact.id)?.contact, contact),
  }));
  const [first] = told.filter(({ lines }) => lines.length > 0);
  if (first)
    await log.put(
      first.page,
      told.flatMap(({ lines }) => lines),
    );
}

export function orderLines(before: Contact | undefined, after: Contact): OrderLine[] {
  const { purchases, owned = {} } = after;
  if (!purchases || purchases === before?.purchases) return [];
  const known = new Set(before?.purchases?.recent.map(([, id]) => id));
  const moments = new Set(purchases.recent.flatMap(([at, id]) => (known.has(id) ? [] : [at])));
  const gap = gapOf(before?.purchases, purchases);
  return [...moments].map((moment, index) => ({
    products: Object.entries(owned)
      .filter(([, at]) => at === moment)
      .map(([product]) => product)
      .slice(0, mostTogether),
    ...(index === 0 && gap !== noGaps ? { gap } : {}),
  }));
}

/** Only of a new day at the end: what arrives late closes no gap that could be told from here. */
function gapOf(before: Purchases | undefined, { days }: Purchases) {
  const isLater = (days.at(-1) ?? 0) > (before?.days.at(-1) ?? 0);
  return isLater ? countGap(days) : noGaps;
}
