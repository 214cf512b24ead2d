// Ending: goals and exits. One with a timestamp at or after the trigger's wins, whichever arrives first.
import { evaluate } from '../conditions/evaluate.ts';
import { budget, staleAfter } from '../model/budget.ts';
import type { Contact } from '../model/contact.ts';
import type { Enrollment } from '../model/enrollment.ts';
import type { Event } from '../model/event.ts';
import type { EventTrigger } from '../triggers/event.ts';
import { change, type Draft, drop, note, type World } from './draft.ts';
import { endings } from './route.ts';

/** Ends the enrollments for which this event is the goal or an exit. */
export function end(world: World, draft: Draft, event: Event): Draft {
  return draft.contact.enrollments.reduce((current, enrollment) => {
    const ending =
      event.timestamp >= enrollment.triggeredAt && kindOf(world, current, { enrollment, event });
    if (!ending) return current;
    const { campaign, id } = enrollment;
    const because = `"${event.name}" happened`;
    return drop(note(current, { kind: ending, campaign, enrollment: id, because }), enrollment);
  }, draft);
}

function kindOf(
  world: World,
  { contact }: Draft,
  { enrollment, event }: { enrollment: Enrollment; event: Event },
): 'goal_reached' | 'exited' | undefined {
  const { document } = world.playbook.version(enrollment.campaign, enrollment.version);
  const inWindow = event.timestamp <= (enrollment.goalUntil ?? Number.POSITIVE_INFINITY);
  if (document.goal && inWindow && matches(world, contact, { ending: document.goal, event }))
    return 'goal_reached';
  if (enrollment.step === undefined) return undefined;
  return document.exitOn.some((ending) => matches(world, contact, { ending, event }))
    ? 'exited'
    : undefined;
}

/** Remembers the ending for campaigns whose trigger may still be on its way. */
export function rememberEnding(world: World, draft: Draft, event: Event): Draft {
  const ended = (world.playbook.routes.endedBy.get(event.name) ?? []).filter(({ document }) =>
    endings(document).some((ending) => matches(world, draft.contact, { ending, event })),
  );
  if (ended.length === 0) return draft;
  const marks = ended.map(({ campaign }) => [
    campaign,
    Math.max(event.timestamp, draft.contact.ended[campaign] ?? 0),
  ]);
  const all = { ...draft.contact.ended, ...Object.fromEntries(marks) };
  return change(draft, { ended: recent(all, world.now) });
}

/** Triggers older than `staleAfter` enter nobody, so marks older than that have nothing left to stop. */
function recent(ended: Contact['ended'], now: number): Contact['ended'] {
  const fresh = Object.entries(ended).filter(([, at]) => at >= now - staleAfter);
  return Object.fromEntries(fresh.sort(([, a], [, b]) => b - a).slice(0, budget.entries));
}

function matches(
  { now, hash }: World,
  contact: Contact,
  { ending, event }: { ending: EventTrigger; event: Event },
): boolean {
  if (ending.event !== event.name) return false;
  const properties = event.properties ?? {};
  const subject = { contact, properties, now, zone: 'UTC', hash };
  return ending.where === undefined || evaluate(ending.where, subject).held;
}
