// Purchases: what a contact's item keeps of all its orders, small however many they are. Orders may arrive late,
// twice, or after they were cancelled: the sums come out the same.
import { add, compare, subtract } from './decimal.ts';
import type { Event } from './event.ts';
import { isBought, isUndone, type Purchase, purchaseOf } from './purchase.ts';
import type { Rhythm } from './rhythm.ts';
import type { Instant } from './time.ts';

/** When, the order's id, and what is left of its amount. */
export type Bought = readonly [at: Instant, id: string, amount: string];

export interface Purchases {
  /** Orders that stand. */
  readonly count: number;
  readonly first: Instant;
  readonly last: Instant;
  /** Decimal text, of all orders in `currency`. Orders in another currency count, but add nothing. */
  readonly total: string;
  readonly currency?: string;
  /** Days since the epoch (UTC) on which orders were placed, the newest `keptDays`, oldest first. */
  readonly days: readonly number[];
  /** The newest orders one by one, oldest first, so that they can be undone. */
  readonly recent: readonly Bought[];
  /** Orders undone of late, with what was given back before they arrived; all of it when nothing is said. */
  readonly undone: readonly (readonly [id: string, amount?: string])[];
  /** How all customers bought at the time of the last order event. */
  readonly rhythm?: Rhythm;
}

const keptDays = 13;
const keptOrders = 20;
const keptUndone = 10;
const day = 86_400_000;

export const noPurchases: Purchases = {
  count: 0,
  first: 0,
  last: 0,
  total: '0',
  days: [],
  recent: [],
  undone: [],
};

/** What is known after an order event. The same object when the event says nothing new. */
export function recordOrder(known: Purchases, event: Event): Purchases {
  if (isBought(event)) return bought(known, purchaseOf(event));
  return isUndone(event) ? undone(known, event) : known;
}

const dayOf = (at: Instant): number => Math.floor(at / day);

/** What is known after an order; the same when it is known already. */
export function bought(known: Purchases, purchase: Purchase): Purchases {
  if (known.recent.some(([, id]) => id === purchase.id)) return known;
  const left = leftOf(known, purchase);
  if (left === undefined) return known;
  const isFirst = known.count === 0;
  const currency = known.currency ?? purchase.currency;
  return {
    ...known,
    count: known.count + 1,
    first: isFirst ? purchase.at : Math.min(known.first, purchase.at),
    last: isFirst ? purchase.at : Math.max(known.last, purchase.at),
    total: add(known.total, left),
    ...(currency === undefined ? {} : { currency }),
    days: addDay(known.days, dayOf(purchase.at)),
    recent: [...known.recent, [purchase.at, purchase.id, left] as const]
      .sort(inOrder)
      .slice(-keptOrders),
  };
}

/** Of two orders in one moment it must not matter which one arrived first. */
const inOrder = ([at, id]: Bought, [other, otherId]: Bought): number =>
  at - other || (id < otherId ? -1 : 1);

/** What is left of an order after what was given back before it arrived; undefined when that is nothing. */
function leftOf(known: Purchases, purchase: Purchase): string | undefined {
  const given = known.undone.filter(([id]) => id === purchase.id);
  const amount = worthOf(known, purchase);
  if (given.some(([, back]) => back === undefined)) return undefined;
  const back = given.reduce((sum, [, one = '0']) => add(sum, one), '0');
  return given.length > 0 && isAll(back, amount) ? undefined : subtract(amount, back);
}

function worthOf({ currency }: Purchases, purchase: Purchase): string {
  const isForeign = currency !== undefined && (purchase.currency ?? currency) !== currency;
  return isForeign ? '0' : (purchase.amount ?? '0');
}

const isAll = (back: string | undefined, amount: string): boolean =>
  back === undefined || compare(back, amount) >= 0;

const addDay = (days: readonly number[], one: number): readonly number[] =>
  days.includes(one) ? days : [...days, one].sort((a, b) => a - b).slice(-keptDays);

/** A cancelled order is gone; a refund takes what it says, or all of it. */
function undone(known: Purchases, event: Event): Purchases {
  const { id, amount } = purchaseOf(event);
  return givenBack(known, id, event.name === 'Order Cancelled' ? undefined : amount);
}

/** `back` is decimal text; all of the order when it is not said. */
export function givenBack(known: Purchases, id: string, back?: string): Purchases {
  const order = known.recent.find((one) => one[1] === id);
  if (!order) return { ...known, undone: remember(known, id, back) };
  const [at, , left] = order;
  if (isAll(back, left)) return without(known, order);
  const reduced: Bought = [at, id, subtract(left, back ?? '0')];
  const recent = known.recent.map((one) => (one === order ? reduced : one));
  return { ...known, recent, total: subtract(known.total, back ?? '0') };
}

/** It may have come before its order. One that came long after is not known here any more, and stays in the sums. */
function remember({ undone }: Purchases, id: string, back?: string): Purchases['undone'] {
  const entry = back === undefined ? ([id] as const) : ([id, back] as const);
  return [...undone, entry].slice(-keptUndone);
}

function without(known: Purchases, order: Bought): Purchases {
  const recent = known.recent.filter((one) => one !== order);
  const stays = recent.some(([at]) => dayOf(at) === dayOf(order[0]));
  const days = stays ? known.days : known.days.filter((one) => one !== dayOf(order[0]));
  const oldest = recent[0]?.[0] ?? known.first;
  return {
    ...known,
    count: known.count - 1,
    first: known.count - 1 <= recent.length ? oldest : known.first,
    last: recent.at(-1)?.[0] ?? known.first,
    total: subtract(known.total, order[2]),
    days,
    recent,
    // Told once more by another sender, it stays undone.
    undone: remember(known, order[1]),
  };
}
