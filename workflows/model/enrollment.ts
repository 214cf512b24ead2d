// An enrollment: one contact's walk through one version of one campaign.
import type { Fields } from './event.ts';
import type { Instant } from './time.ts';

/**
 * `step` is where it waits, and is absent once the walk is over; a finished enrollment stays until
 * `goalUntil`, so that a late goal is still counted. `event` holds only the trigger's properties that
 * the version uses.
 */
export interface Enrollment {
  readonly id: string;
  readonly campaign: string;
  readonly version: number;
  readonly triggeredAt: Instant;
  readonly event: Fields;
  readonly step?: string;
  /** When the wait at `step` began: as soon as what led there had happened. */
  readonly since?: Instant;
  /** When the wait at `step` ends by itself. */
  readonly until?: Instant;
  readonly goalUntil?: Instant;
}
