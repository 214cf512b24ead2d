// What tracking asks of the world: hits that wait to be judged, what else was hit around them, and which came first.
import type { Instant } from '../workflows/model/time.ts';

/**
 * What speaks for a machine. At the door: how it was asked (head, prefetch), a user agent that is a privacy proxy's or a
 * bot's, no language. Later: soon after sending, one of many links at once, or together with the trap.
 */
export type Sign = DoorSign | 'fresh' | 'burst' | 'trap';

export type DoorSign = 'head' | 'prefetch' | 'privacy_proxy' | 'bot' | 'no_language';

/** A pixel that was fetched, or a link that was followed. Neither address nor user agent of whoever did is kept. */
export interface Hit {
  readonly kind: 'open' | 'click';
  readonly contact: string;
  readonly message: string;
  readonly campaign: string;
  readonly sentAt: Instant;
  readonly at: Instant;
  /** Of a click: where it led. */
  readonly url?: string;
  readonly signs: readonly DoorSign[];
}

export interface HitQueue {
  /** It is heard after `holdFor`. */
  put(hit: Hit): Promise<void>;
}

/** That a link of a message was followed: short for its address, or the trap. */
export interface Step {
  readonly at: Instant;
  readonly link: string;
}

export interface Hits {
  /** Of a message at most fifty a minute are kept, for an hour; more say no more. */
  note(message: string, step: Step): Promise<void>;
  /** All within that time before and after. */
  around(message: string, at: Instant, within: number): Promise<readonly Step[]>;
  /** Whether this is the first cause of its sort that a message brought: the same answer however often it is asked. */
  isFirst(message: string, sort: string, cause: string): Promise<boolean>;
}
