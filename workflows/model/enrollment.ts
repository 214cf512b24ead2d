// An enrollment: one contact's walk through one version of one campaign.
import type { Fields } from './event.ts';
import type { Instant } from './time.ts';

/** Held-out people walk through no steps, but their goals count as everybody's. */
export type Group = 'treatment' | 'holdout';

/**
 * `step` is where it waits, and is absent once the walk is over; a finished enrollment stays until
 * `goalUntil`, so that a late goal is still counted. `event` holds only the trigger's properties that
 * the version uses.
 */
export interface Enrollment {
  readonly id: string;
  readonly campaign: string;
  readonly version: number;
  readonly group: Group;
  readonly triggeredAt: Instant;
  readonly event: Fields;
  /** How many events and enrollments of ours led here, one by the other. */
  readonly hops?: number;
  readonly step?: string;
  /** When the wait at `step` began: as soon as what led there had happened. */
  readonly since?: Instant;
  /** When the wait at `step` ends by itself. */
  readonly until?: Instant;
  /** Set when `step` is to be arrived at (again) at `until`: a held message, or one put off. Since when it is due. */
  readonly dueSince?: Instant;
  /** Set while the campaign is paused: since when `step` is due. Nothing but a command moves it. */
  readonly parked?: Instant;
  /** Arms of splits, by step. They are stored, so that new weights move nobody. */
  readonly arms?: Readonly<Record<string, string>>;
  /** Send steps whose messages were asked for: somebody who is moved may come by them again. */
  readonly sent?: readonly string[];
  /** What the last offer step chose. */
  readonly offer?: Fields;
  readonly goalUntil?: Instant;
}
