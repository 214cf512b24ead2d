// History: what published rules remember of a contact's past events, and no more than that.
import type { Condition } from '../conditions/condition.ts';
import type { Instant } from './time.ts';

/** What a rule needs to be remembered of one event. `key` is a hash of event, where and measure. */
export interface Watch {
  readonly key: string;
  readonly event: string;
  readonly where?: readonly Condition[];
  /** The property whose values are added up. */
  readonly measure?: string;
  /** How many of the newest occurrences are kept one by one; at most 200. */
  readonly depth: number;
}

/** When, a short id that tells repetitions apart, and the measured value. */
export type Occurrence = readonly [at: Instant, id: string, value?: string];

export interface Watched {
  readonly count: number;
  readonly first: Instant;
  readonly last: Instant;
  /** Decimal text. */
  readonly sum?: string;
  /** Oldest first. */
  readonly recent: readonly Occurrence[];
}

/** By the key of the watch. */
export type History = Readonly<Record<string, Watched>>;
