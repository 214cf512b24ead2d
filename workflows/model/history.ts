// History: what published rules remember of a contact's past, and no more than that.
import type { Filter } from '../conditions/filter.ts';
import type { Instant } from './time.ts';

/** What a rule needs to be remembered of one event. `key` is a hash of event, where and measure. */
export interface EventWatch {
  readonly key: string;
  readonly event: string;
  /** All of them hold of the occurrence's properties, as of the moment it happened. */
  readonly where?: readonly Filter[];
  /** The property whose values are added up. */
  readonly measure?: string;
  /** Counts only what we know ourselves: sources may say the same names, of other senders' mail or falsely. */
  readonly ours?: true;
  /** How many of the newest occurrences are kept one by one; at most 200. */
  readonly depth: number;
}

/** That a rule asks how long an attribute has been what it is. `key` is "attribute:<name>". */
export interface AttributeWatch {
  readonly key: string;
  readonly attribute: string;
}

export type Watch = EventWatch | AttributeWatch;

/** When, a short id that tells repetitions apart, and the measured value as decimal text. */
export type Occurrence = readonly [at: Instant, id: string, value?: string];

/** Of an attribute: `last` is when it became what it is, and `count` how often that was seen. */
export interface Watched {
  readonly count: number;
  readonly first: Instant;
  readonly last: Instant;
  /** Decimal text, of all occurrences. */
  readonly sum?: string;
  /** Oldest first. */
  readonly recent: readonly Occurrence[];
}

/** By the key of the watch. */
export type History = Readonly<Record<string, Watched>>;

/** By time, and at the same time by id, so that every order of arrival keeps the same ones. */
export const inOrder = (a: Occurrence, b: Occurrence): number =>
  a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0);
