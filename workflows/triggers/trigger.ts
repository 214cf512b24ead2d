// What a trigger type is: its own schema, what touches it, and whether that lets a contact in.
import type * as z from 'zod';
import type { Subject } from '../conditions/evaluate.ts';
import type { Event, Fields } from '../model/event.ts';
import type { Watch } from '../model/history.ts';
import type { Instant } from '../model/time.ts';
import type { NotEntered } from '../model/transition.ts';

/** What has reached a contact and may concern a campaign's trigger. */
export type Touch =
  | { readonly kind: 'event'; readonly event: Event }
  | { readonly kind: 'segment'; readonly segment: string; readonly entered: boolean };

/** Whether the trigger's own condition holds, and why. */
export interface Admission {
  readonly held: boolean;
  readonly because: string;
  /** The word for not being let in; where_not_met when absent. */
  readonly reason?: NotEntered;
}

/** What a clock says when it rings; `properties` are read as those of an event. */
export interface Rung extends Admission {
  readonly properties?: Fields;
}

export interface TriggerType<T> {
  /** The key that tells this trigger from others in a campaign document. */
  readonly type: string;
  /** The words the console draws it with. */
  readonly label: string;
  readonly schema: z.ZodType<T>;
  /** One plain sentence for the marketer. */
  sentence(trigger: T): string;
  /**
   * What routes to this trigger: "event:<name>", "segment:<id>"; for a clock, what may move its hand:
   * "attribute:<name>", "watch:<key>", "purchases".
   */
  keys(trigger: T): readonly string[];
  /** What it must remember of past events. */
  watches?(trigger: T): readonly Watch[];
  /** Answers a touch; undefined when the touch is not this trigger's. */
  answer?(trigger: T, touch: Touch, subject: Subject): Admission | undefined;
  /** A clock: the first moment after `after` at which it rings for this contact; undefined when it never does. */
  next?(trigger: T, subject: Subject, after: Instant): Instant | undefined;
  /** Why a clock rang. */
  because?(trigger: T): string;
  /** A clock that may ring and still let nobody in, or that tells the campaign what it found. */
  rung?(trigger: T, subject: Subject): Rung;
}
