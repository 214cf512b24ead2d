// What a kind of wait is: what it waits for, when it looks again, and where it goes on. Each has a file of its own.
import type * as z from 'zod';
import type { Condition } from '../conditions/condition.ts';
import { findZone } from '../model/calendar-zone.ts';
import type { Event } from '../model/event.ts';
import { duration, type Instant, type Milliseconds } from '../model/time.ts';
import type { Moment, Outcome } from './step.ts';

/** Paths beside the way straight on, taken when a wait does not end as it should. */
export type WaitPath = 'onTimeout' | 'onMissing' | 'onPast';

/** `until` says what ends it; `for` how long it lasts, or lasts at most. */
interface AnyWait {
  readonly for?: string;
  readonly until?: object;
}

export interface WaitKind<W extends AnyWait> {
  /** What may stand under `until`; a plain wait has none. */
  readonly until?: z.ZodType<W['until']>;
  /** Whether it must say how long it lasts, or must not. */
  readonly lasts: boolean;
  readonly paths: readonly WaitPath[];
  /** What follows "Wait" in a sentence for the marketer. */
  sentence(wait: W): string;
  arrive(wait: W, moment: Moment): Outcome;
  hear?(wait: W, event: Event, moment: Moment): Outcome | undefined;
  look?(wait: W, moment: Moment): Outcome | undefined;
  timeOut(wait: W, moment: Moment): Outcome;
  reads?(wait: W): readonly string[];
  conditions?(wait: W): readonly Condition[];
}

/** Work may come this late, after an outage for one, and what it does is still in time. */
const tolerance: Milliseconds = 3_600_000;

export const isMissed = (due: Instant, now: Instant): boolean => due < now - tolerance;

/**
 * When a wait that began at `movedAt` ends. One that would be over before it begins counts from now:
 * after an outage a campaign goes on in its own rhythm, and never sends all its mails at once.
 */
export function endOf(text: string, { movedAt, now }: Moment): Instant {
  const length = duration(text);
  const end = movedAt + length;
  return end > now ? end : now + length;
}

/** Whether the wait has ended, and only its alarm is still on its way. */
export const isOver = ({ enrollment, now }: Moment): boolean =>
  enrollment.until !== undefined && enrollment.until <= now;

/** Another end when it differs from the one that is known. */
export const waitUntil = (until: Instant, { enrollment }: Moment): Outcome | undefined =>
  until === enrollment.until ? undefined : { do: 'wait', until };

/** "(Europe/Warsaw)", or whose zone stands in for one that nobody knows. */
export function zoneWords({ contact, workspace }: Moment): string {
  const { zone, because } = findZone(contact.traits, workspace.zone);
  return `(${because ?? zone})`;
}
