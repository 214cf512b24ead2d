// Decide: one cause reaches one contact. Pure: the same inputs give the same decision, wherever and whenever.
import { budget, staleAfter } from '../model/budget.ts';
import type { Cause } from '../model/cause.ts';
import type { Contact } from '../model/contact.ts';
import type { Enrollment } from '../model/enrollment.ts';
import type { Event } from '../model/event.ts';
import { change, type Draft, note, type World } from './draft.ts';
import { end, rememberEnding } from './end.ts';
import { enter } from './enter.ts';
import { learn } from './learn.ts';
import { isApplied, remember } from './memory.ts';
import { momentOf, resume, waitingStep } from './walk.ts';

/** The same draft object comes back untouched when the cause changes nothing. */
export function decide(world: World, draft: Draft, cause: Cause): Draft {
  switch (cause.kind) {
    case 'event':
      return once(world, draft, cause, (fresh) => decideEvent(world, fresh, cause.event));
    case 'alarm':
      return decideAlarm({ ...world, now: Math.max(world.now, cause.due) }, draft);
    case 'feedback':
      return once(world, draft, cause, (fresh) => suppress(fresh, cause));
    case 'unsubscribe':
      return unsubscribe(draft, cause);
    default:
      return cause satisfies never;
  }
}

/** A decision yet to be made about a contact. */
export const draftOf = (contact: Contact): Draft => ({ contact, transitions: [], messages: [] });

function once(
  world: World,
  draft: Draft,
  cause: Extract<Cause, { id: string }>,
  apply: (draft: Draft) => Draft,
): Draft {
  if (isApplied(world, draft.contact, cause)) return draft;
  return apply(remember(world, draft, cause));
}

/** Ends first, then wakes waits, then enters: an event never serves twice in one walk. */
function decideEvent(world: World, draft: Draft, event: Event): Draft {
  const learned = learn(closeGoalWindows(world, draft), event);
  const woken = wake(world, end(world, learned, event), event);
  const triggered = world.playbook.routes.triggeredBy.get(event.name) ?? [];
  const entered = triggered.reduce((current, one) => enter(world, current, one, event), woken);
  return rememberEnding(world, entered, event);
}

function wake(world: World, draft: Draft, event: Event): Draft {
  return draft.contact.enrollments.reduce((current, enrollment) => {
    const version = world.playbook.version(enrollment.campaign, enrollment.version);
    const waiting = waitingStep(version, enrollment);
    const walker = { world, version, enrollment, movedAt: event.timestamp };
    const outcome = waiting?.type.hear?.(waiting.step, event, momentOf(walker, current));
    return outcome ? resume(walker, current, outcome) : current;
  }, draft);
}

function decideAlarm(world: World, draft: Draft): Draft {
  return draft.contact.enrollments.reduce((current, enrollment) => {
    if (enrollment.until === undefined || enrollment.until > world.now) return current;
    const version = world.playbook.version(enrollment.campaign, enrollment.version);
    const waiting = waitingStep(version, enrollment);
    const outcome = waiting?.type.timeOut?.(waiting.step) ?? { do: 'go_on' };
    return resume({ world, version, enrollment, movedAt: enrollment.until }, current, outcome);
  }, draft);
}

function closeGoalWindows(world: World, draft: Draft): Draft {
  // A goal may come a day late, as a trigger may.
  const isOver = ({ step, goalUntil }: Enrollment) =>
    step === undefined && (goalUntil ?? 0) + staleAfter < world.now;
  if (!draft.contact.enrollments.some(isOver)) return draft;
  const enrollments = draft.contact.enrollments.filter((one) => !isOver(one));
  return change(draft, { enrollments });
}

function suppress(draft: Draft, { feedback, at }: Extract<Cause, { kind: 'feedback' }>): Draft {
  const address = feedback.address.toLowerCase();
  const all = draft.contact.suppressions;
  const known = all.find((one) => one.address === address);
  // A complaint stops marketing only; it must not soften the bounce that stops everything.
  if (known?.reason === 'bounce') return draft;
  const suppressions = [
    ...all.filter((one) => one !== known).slice(1 - budget.suppressions),
    { address, reason: feedback.type, at },
  ];
  const because = `${feedback.type}: ${feedback.detail}`;
  return note(change(draft, { suppressions }), { kind: 'suppressed', because });
}

/** Always heard, whatever the clock of an earlier wish said. Said again, it outdates what was wished meanwhile. */
function unsubscribe(draft: Draft, { at, method }: Extract<Cause, { kind: 'unsubscribe' }>): Draft {
  const status = 'unsubscribed';
  const { consent } = draft.contact;
  const newest = Math.max(at, consent?.at ?? 0);
  if (consent?.status !== status)
    return note(change(draft, { consent: { status, at: newest, method } }), {
      kind: 'consent_changed',
      status,
      method,
    });
  return newest > consent.at ? change(draft, { consent: { ...consent, at: newest } }) : draft;
}
