// Where somebody is inside a campaign: waiting, held, parked, held out, or through while a goal still counts.
import type { Contact } from '../model/contact.ts';
import type { Enrollment, Group } from '../model/enrollment.ts';
import type { Instant } from '../model/time.ts';
import { isInside } from './refusals.ts';
import type { decidedOf } from './why-told.ts';

export interface Place {
  readonly enrollment: string;
  readonly version: number;
  readonly group: Group;
  readonly since: Instant;
  readonly state: 'waiting' | 'held' | 'parked' | 'held_out' | 'through';
  readonly step?: string;
  /** When it goes on by itself. */
  readonly until?: Instant;
  /** What holds it. */
  readonly because: string;
  /** Until when its goal counts. */
  readonly goalUntil?: Instant;
}

export const placesOf = (
  contact: Contact,
  campaign: string,
  decided: ReturnType<typeof decidedOf>,
): Place[] =>
  contact.enrollments
    .filter((one) => one.campaign === campaign)
    .map((one) => placeOf(one, decided))
    .sort((a, b) => b.since - a.since);

export const isIn = ({ state }: Place): boolean =>
  state === 'waiting' || state === 'held' || state === 'parked';

function placeOf(enrollment: Enrollment, decided: ReturnType<typeof decidedOf>): Place {
  const { id, version, group, triggeredAt, step, until, goalUntil } = enrollment;
  const state = stateOf(enrollment);
  const held = decided.find((one) => one.kind === 'held' && one.enrollment === id);
  const told = held && 'because' in held ? held.because : undefined;
  return {
    enrollment: id,
    version,
    group,
    since: triggeredAt,
    state,
    because: state === 'held' ? (told ?? words.held) : words[state],
    ...(step !== undefined && { step }),
    ...(until !== undefined && { until }),
    ...(goalUntil !== undefined && { goalUntil }),
  };
}

function stateOf(enrollment: Enrollment): Place['state'] {
  if (!isInside(enrollment)) return 'through';
  if (enrollment.group === 'holdout') return 'held_out';
  if (enrollment.parked !== undefined) return 'parked';
  return enrollment.dueSince === undefined ? 'waiting' : 'held';
}

const words = {
  waiting: 'the wait is not over',
  held: 'its message may not go yet',
  parked: 'it fell due while the campaign was paused',
  held_out: 'it is held out, to measure the campaign against',
  through: 'all steps are behind it',
} as const;
