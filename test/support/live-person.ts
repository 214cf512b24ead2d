// The contact of a life: what it meets, and the alarms that ring for it. Throws when one rings for nothing.
import { refill } from '../../workflows/conditions/refill.ts';
import { segmentCard } from '../../workflows/engine/card.ts';
import { decide } from '../../workflows/engine/decide.ts';
import { type Draft, draftOf, type World } from '../../workflows/engine/draft.ts';
import { mayBeForgotten } from '../../workflows/engine/memory.ts';
import type { Cause } from '../../workflows/model/cause.ts';
import { newContact, nextDue } from '../../workflows/model/contact.ts';
import type { SegmentVersion } from '../../workflows/model/segment.ts';
import { start } from './diary.ts';
import { type Caused, causeOf } from './live-cause.ts';
import { happenedIn } from './live-past.ts';
import { decided, type Hand } from './live-store.ts';
import type { LiveWorld } from './live-world.ts';

/** One decision: what was known, what came, and what came of it. */
export interface Decision {
  readonly world: World;
  readonly before: Draft;
  readonly cause: Cause;
  readonly after: Draft;
  /** It had been applied before. */
  readonly again: boolean;
}

/** No walk of any campaign rings this often. */
const mostRings = 3_000;

export type Person = ReturnType<typeof createPerson>;

export function createPerson(world: LiveWorld, hand: Hand) {
  const decisions: Decision[] = [];
  const done: Cause[] = [];
  let now = start;
  let contact = newContact('con_sara');
  let circles = 0;

  const known = () => ({
    contact,
    decisions,
    circles,
    past: decisions.flatMap(happenedIn),
  });

  const apply = (cause: Cause, again = false) => {
    if (again && 'id' in cause && mayBeForgotten(contact, cause)) return;
    const before = draftOf(hand(contact));
    const then = world.at(now);
    const after = decided(world, () => decide(then, before, hand(cause)));
    // What leads in a circle fails as a whole, and is for the dead-letter queue.
    if (!after) circles += 1;
    if (!after) return;
    decisions.push({ world: then, before, cause, after, again });
    contact = after.contact;
  };

  /** The next alarm, if it is due by then. Throws when one rings for nothing, and would ring for ever. */
  const ringNext = (until: number): boolean => {
    const due = nextDue(contact);
    if (due === undefined || due > until) return false;
    now = Math.max(now, due);
    const [before, failed] = [contact, circles];
    apply({ kind: 'alarm', due, revision: 0 });
    if (circles > failed) return false;
    if (contact === before) throw new Error(`An alarm rings for nothing at ${due}`);
    return true;
  };

  const ringWhile = (mayRing: () => boolean) => {
    for (let count = 0; count < mostRings; count += 1) if (!mayRing()) return;
    throw new Error('Alarms never end');
  };

  const ring = (until: number) => ringWhile(() => ringNext(until));
  const isInside = () => contact.enrollments.some(({ step }) => step !== undefined);

  return {
    known,
    now: () => now,
    meet(turn: Caused) {
      const made = causeOf(turn, { id: `cause-${done.length}`, now, world });
      done.push(made);
      apply(made);
    },
    review(of: Extract<Cause, { kind: 'review' }>['of'], segment?: SegmentVersion) {
      const watches = segment ? segmentCard(segment).watches : [];
      const history = refill({}, watches, known().past);
      const id = `cause-${done.length}`;
      const made: Cause = { kind: 'review', id, at: now, of, history };
      done.push(made);
      apply(made);
    },
    repeat(which: number) {
      const cause = done[which % done.length];
      if (cause) apply(cause, true);
    },
    ring,
    pass(time: number, isRung: boolean) {
      const until = now + time;
      if (isRung) ring(until);
      now = until;
    },
    /** Clocks may ring for ever, year by year; walks end. */
    ringOut: () => ringWhile(() => isInside() && ringNext(Number.MAX_SAFE_INTEGER)),
  };
}
