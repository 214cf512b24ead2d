// An event: what it says of the person is learned; then it ends walks, wakes waits and lets people in.
import { happeningOf } from '../conditions/record.ts';
import { staleAfter } from '../model/budget.ts';
import type { Cause } from '../model/cause.ts';
import type { Enrollment } from '../model/enrollment.ts';
import type { Event, Fields } from '../model/event.ts';
import { isByMachine, trackingSource } from '../model/tracked.ts';
import { triggerTypeOf } from '../triggers/index.ts';
import { joinAccount } from './accounts.ts';
import { change, type Draft, subjectOf, type World } from './draft.ts';
import { end, rememberEnding } from './end.ts';
import { enter } from './enter.ts';
import { happen } from './happen.ts';
import { learn } from './learn.ts';
import { reach } from './mailbox.ts';
import { momentOf } from './moment.ts';
import { learnOrders } from './orders.ts';
import type { Published } from './playbook.ts';
import { resume, waitingStep } from './walk.ts';

type Told = Pick<Extract<Cause, { kind: 'event' }>, 'event' | 'account'>;

/**
 * Ends first, then wakes waits, then enters: an event never serves twice in one walk. What a machine opened or clicked
 * is remembered by those who ask, and does nothing else.
 */
export function happened(world: World, draft: Draft, { event, account }: Told): Draft {
  const known = learn(world, closeGoalWindows(world, draft), event);
  const joined = account ? joinAccount(known, account, event.timestamp) : known;
  const learned = learnOrders(world, joined, event);
  const recorded = happen(world, hasCome(learned, event), happeningOf(event));
  if (isByMachine(event.name, (event.properties ?? {}) as Fields)) return recorded;
  const woken = wake(world, end(world, recorded, event), event);
  const entered = world.playbook
    .campaignsAt(`event:${event.name}`)
    .reduce((current, published) => enterByEvent(world, current, { published, event }), woken);
  return rememberEnding(world, entered, event);
}

/** What was opened, even by a machine of the mailbox, has come in. */
const hasCome = (draft: Draft, { source, timestamp, name }: Event): Draft =>
  source === trackingSource ? reach(draft, timestamp, `"${name}" happened`) : draft;

interface Triggered {
  readonly published: Published;
  readonly event: Event;
}

function enterByEvent(world: World, draft: Draft, { published, event }: Triggered): Draft {
  const properties = (event.properties ?? {}) as Fields;
  const { trigger } = published.version.document;
  const subject = subjectOf(world, draft.contact, { properties });
  const admission = triggerTypeOf(trigger).answer?.(trigger, { kind: 'event', event }, subject);
  if (!admission) return draft;
  const { id, timestamp: at, hops = 0 } = event;
  return enter(world, draft, published, { id, at, properties, admission, hops });
}

/** An event at or after a wait's own end comes too late for it: the deadline was first, even when its alarm is late. */
const wake = (world: World, draft: Draft, event: Event): Draft =>
  draft.contact.enrollments.reduce((current, enrollment) => {
    const version = world.playbook.version(enrollment.campaign, enrollment.version);
    const walker = { world, version, enrollment, movedAt: event.timestamp };
    const waiting = waitingStep(walker);
    if (!waiting?.type.hear || event.timestamp >= (enrollment.until ?? Infinity)) return current;
    const outcome = waiting.type.hear(waiting.step, event, momentOf(walker, current));
    return outcome ? resume(walker, current, outcome) : current;
  }, draft);

/** A goal may come a day late, as a trigger may. */
function closeGoalWindows(world: World, draft: Draft): Draft {
  const isOver = ({ step, goalUntil }: Enrollment) =>
    step === undefined && (goalUntil ?? 0) + staleAfter < world.now;
  if (!draft.contact.enrollments.some(isOver)) return draft;
  const enrollments = draft.contact.enrollments.filter((one) => !isOver(one));
  return change(draft, { enrollments });
}
