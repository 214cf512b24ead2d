// What two contacts that are one person have bought together. An order that both were told of counts once, as far as it
// is among those kept one by one.
import { add, subtract } from './decimal.ts';
import { type Bought, bought, givenBack, type Purchases } from './purchases.ts';

const keptDays = 13;
const keptUndone = 10;

export function joinPurchases(one?: Purchases, other?: Purchases): Purchases | undefined {
  if (!one || !other) return one ?? other;
  // The first order says in which currency amounts are added.
  const [first, second] = isFirst(one, other) ? [one, other] : [other, one];
  const { rhythm } = one.last >= other.last ? one : other;
  const orders = second.recent.reduce(
    (known, order) => bought(known, purchaseOf(order, second)),
    withOlder(first, second),
  );
  const told = new Set(second.recent.map(([, id]) => id));
  const all = second.undone
    .filter(([id]) => !told.has(id) && isKnown(orders, id))
    .reduce((known, [id, back]) => givenBack(known, id, back), orders);
  const undone = [
    ...new Map([...second.undone, ...all.undone].map((each) => [each[0], each])).values(),
  ];
  return { ...all, undone: undone.slice(-keptUndone), ...(rhythm && { rhythm }) };
}

const isFirst = (one: Purchases, other: Purchases): boolean =>
  other.count === 0 || (one.count > 0 && one.first <= other.first);

const isKnown = ({ recent }: Purchases, id: string) => recent.some((one) => one[1] === id);

const purchaseOf = ([at, id, amount]: Bought, { currency }: Purchases) => ({
  ...{ at, id, amount, items: [] },
  ...(currency === undefined ? {} : { currency }),
});

/** Orders of the second that are not kept one by one any more: nobody can tell whether the first had them, too. */
function withOlder(first: Purchases, second: Purchases): Purchases {
  const older = second.count - second.recent.length;
  const days = [...new Set([...first.days, ...second.days])].sort((a, b) => a - b);
  const known = { ...first, days: days.slice(-keptDays) };
  if (older <= 0) return known;
  const amount = second.recent.reduce((left, [, , one]) => subtract(left, one), second.total);
  const isForeign = (first.currency ?? second.currency) !== second.currency;
  return {
    ...known,
    count: known.count + older,
    first: Math.min(known.first, second.first),
    last: Math.max(known.last, second.last),
    total: isForeign ? known.total : add(known.total, amount),
  };
}
