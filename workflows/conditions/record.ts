// Recording: how an occurrence or a change of attributes enters the history. The order in which they come means nothing.

import { newContact } from '../model/contact.ts';
import { add, decimal } from '../model/decimal.ts';
import type { Event, Fields, Json } from '../model/event.ts';
import {
  type AttributeWatch,
  type EventWatch,
  type History,
  inOrder,
  type Occurrence,
  type Watch,
  type Watched,
} from '../model/history.ts';
import type { Instant } from '../model/time.ts';
import { asksOfMachines, isByMachine, trackingSource } from '../model/tracked.ts';
import { digest } from './digest.ts';
import { evaluate } from './evaluate.ts';
import { numberOf } from './fold.ts';
import { locate } from './path.ts';

/** Something that happened. `id` is the event's; `ours` is what no source has told. */
export interface Happening {
  readonly id: string;
  readonly event: string;
  readonly at: Instant;
  readonly properties: Fields;
  readonly ours?: true;
}

/** The contact's attributes before and after a change. */
interface Change {
  readonly before: Fields;
  readonly after: Fields;
  readonly at: Instant;
}

/** Nothing happens later than it is received, whatever the sender's clock says. */
export const happeningOf = (event: Event): Happening => ({
  id: event.id,
  event: event.name,
  at: Math.min(event.timestamp, event.receivedAt),
  properties: (event.properties ?? {}) as Fields,
  ...(event.source === trackingSource && { ours: true }),
});

/**
 * The same history comes back when no watch is concerned. A repetition is known as long as its
 * occurrence is among those kept one by one; older ones are the business of whoever applies causes once.
 */
export function record(history: History, watches: readonly Watch[], one: Happening): History {
  return changed(history, watches, (watch, known) => {
    if (!('event' in watch) || !concerns(watch, one)) return known;
    return known ? withOne(known, watch, one) : firstOne(watch, one);
  });
}

/** Remembers since when each watched attribute is what it is. */
export function recordChange(history: History, watches: readonly Watch[], one: Change): History {
  return changed(history, watches, (watch, known) => {
    if (!('attribute' in watch) || !hasChanged(watch, one)) return known;
    const { count = 0, first = one.at, last = one.at } = known ?? {};
    return {
      count: count + 1,
      first: Math.min(first, one.at),
      last: Math.max(last, one.at),
      recent: [],
    };
  });
}

type Next = (watch: Watch, known: Watched | undefined) => Watched | undefined;

/** The same history when nothing is different. */
export function changed(history: History, watches: readonly Watch[], next: Next): History {
  const news = watches.flatMap((watch) => {
    const known = history[watch.key];
    const one = next(watch, known);
    return one === undefined || one === known ? [] : [[watch.key, one] as const];
  });
  return news.length === 0 ? history : { ...history, ...Object.fromEntries(news) };
}

const hasChanged = ({ attribute }: AttributeWatch, { before, after }: Change): boolean =>
  JSON.stringify(locate(before, attribute)) !== JSON.stringify(locate(after, attribute));

const nobody = newContact('');

/**
 * Filters look at the occurrence alone, as of the moment it happened, so that any order gives the same. What machines
 * opened and clicked concerns only who asks about them.
 */
export function concerns({ event, where = [], ours }: EventWatch, one: Happening): boolean {
  if (event !== one.event || (ours && !one.ours)) return false;
  if (isByMachine(event, one.properties) && !where.some(asksOfMachines)) return false;
  const subject = {
    contact: nobody,
    properties: one.properties,
    now: one.at,
    zone: 'UTC',
    hash: (text: string) => text,
  };
  return where.every((rule) => evaluate(rule, subject).held);
}

const firstOne = (watch: EventWatch, one: Happening): Watched => {
  const occurrence = occurrenceOf(watch, one);
  return {
    count: 1,
    first: one.at,
    last: one.at,
    ...(watch.measure !== undefined && { sum: occurrence[2] ?? '0' }),
    recent: [occurrence].slice(0, watch.depth),
  };
};

function withOne(known: Watched, watch: EventWatch, one: Happening): Watched {
  const occurrence = occurrenceOf(watch, one);
  const [, id, value = '0'] = occurrence;
  if (known.recent.some((other) => other[1] === id)) return known;
  return {
    count: known.count + 1,
    first: Math.min(known.first, one.at),
    last: Math.max(known.last, one.at),
    ...(watch.measure !== undefined && { sum: add(known.sum ?? '0', value) }),
    recent: [...known.recent, occurrence].sort(inOrder).slice(-watch.depth),
  };
}

export function occurrenceOf(
  { measure }: EventWatch,
  { id, at, properties }: Happening,
): Occurrence {
  const short = digest(id).slice(-8);
  const value = measure === undefined ? undefined : measured(properties, measure);
  return value === undefined ? [at, short] : [at, short, value];
}

/** The decimal of a property; of several, as in a list of products, their sum. */
function measured(properties: Fields, path: string): string | undefined {
  const values = locate(properties, path).values.flatMap((value) => amount(value) ?? []);
  return values.length > 0 ? values.reduce(add) : undefined;
}

/** Binary fractions are rounded at the ninth place: 0.1 + 0.2, as a sender's sum, is 0.3. */
function amount(value: Json): string | undefined {
  const exact = decimal(value);
  const number = numberOf(value);
  return exact ?? (Math.abs(number) < 1e15 ? decimal(number.toFixed(9)) : undefined);
}
