// Ending: goals and exits. One with a timestamp at or after the trigger's wins, whichever arrives first.
import { budget, staleAfter } from '../model/budget.ts';
import type { Contact } from '../model/contact.ts';
import { decimal } from '../model/decimal.ts';
import type { Enrollment } from '../model/enrollment.ts';
import type { Event, Fields } from '../model/event.ts';
import { currencyOf } from '../model/money.ts';
import type { Transition } from '../model/transition.ts';
import type { EventTrigger } from '../triggers/event.ts';
import { endings } from './card.ts';
import { ask, change, type Draft, drop, keep, note, type World } from './draft.ts';
import { settled } from './moment.ts';

/** Ends the enrollments for which this event is the goal or an exit. */
export const end = (world: World, draft: Draft, event: Event): Draft =>
  draft.contact.enrollments.reduce((current, enrollment) => {
    const still = current.contact.enrollments.includes(enrollment);
    if (!still || event.timestamp < enrollment.triggeredAt) return current;
    return endOne(world, current, { enrollment, event });
  }, draft);

interface Ending {
  readonly enrollment: Enrollment;
  readonly event: Event;
}

function endOne(world: World, draft: Draft, { enrollment, event }: Ending): Draft {
  const { campaign, version, goalUntil = Number.POSITIVE_INFINITY } = enrollment;
  const { goal, exitOn } = world.playbook.version(campaign, version).document;
  if (goal && event.timestamp <= goalUntil && matches(world, draft, goal, event))
    return reachGoal(draft, { enrollment, event }, goal.value);
  const exits = exitOn.some((one) => 'event' in one && matches(world, draft, one, event));
  return exits ? leave(draft, enrollment, `"${event.name}" happened`) : draft;
}

/** However often somebody entered a campaign, one event reaches its goal once. */
function reachGoal(draft: Draft, { enrollment, event }: Ending, property?: string): Draft {
  const { campaign, id, group } = enrollment;
  const properties = (event.properties ?? {}) as Fields;
  const value = property === undefined ? undefined : decimal(properties[property]);
  const currency = currencyOf(properties.currency);
  const all = draft.contact.enrollments;
  const walking = all.filter((one) => one.campaign === campaign && one.id !== id && one.step);
  const ended = walking.map((one): Transition => {
    const because = 'another walk of the campaign reached its goal';
    return { kind: 'exited', campaign, enrollment: one.id, because };
  });
  const others = all.filter((one) => one.campaign !== campaign);
  return note(change(draft, { enrollments: others }), ...ended, {
    kind: 'goal_reached',
    campaign,
    enrollment: id,
    group,
    ...(value !== undefined && { value, ...(currency && { currency }) }),
    because: `"${event.name}" happened`,
  });
}

/** Out of its steps; until the goal's window closes a goal still counts, as it does for those held out. */
export function leave(draft: Draft, enrollment: Enrollment, because: string): Draft {
  if (enrollment.step === undefined) return draft;
  const { campaign, id, goalUntil } = enrollment;
  const left = note(draft, { kind: 'exited', campaign, enrollment: id, because });
  return goalUntil === undefined ? drop(left, enrollment) : keep(left, settled(enrollment));
}

/** Leaves the campaign if one of its exits is a condition, and holds. */
export function exitByCondition(world: World, draft: Draft, enrollment: Enrollment): Draft {
  const { exitOn } = world.playbook.version(enrollment.campaign, enrollment.version).document;
  const about = { properties: enrollment.event, since: enrollment.triggeredAt };
  for (const exit of exitOn) {
    const answer = 'condition' in exit ? ask(world, draft, exit.condition, about) : undefined;
    if (answer?.held) return leave(draft, enrollment, answer.because);
  }
  return draft;
}

/** Remembers the ending for campaigns whose trigger may still be on its way. */
export function rememberEnding(world: World, draft: Draft, event: Event): Draft {
  const ended = world.playbook
    .campaignsAt(`ends:${event.name}`)
    .filter(({ version }) =>
      endings(version.document).some((ending) => matches(world, draft, ending, event)),
    );
  if (ended.length === 0) return draft;
  const marks = ended.map(({ version: { campaign } }) => [
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

function matches(world: World, draft: Draft, ending: EventTrigger, event: Event): boolean {
  if (ending.event !== event.name) return false;
  const properties = (event.properties ?? {}) as Fields;
  return ending.where === undefined || ask(world, draft, ending.where, { properties }).held;
}
