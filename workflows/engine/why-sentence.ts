// The answer in one plain sentence, before all details.
import { clock } from '../conditions/words.ts';
import type { Contact } from '../model/contact.ts';
import type { Transition } from '../model/transition.ts';
import type { Check } from './why-entering.ts';
import type { Place } from './why-inside.ts';
import { type Decided, type End, isEnd } from './why-told.ts';
import type { Happened, TriggerStory } from './why-trigger.ts';
import { unsentIn } from './why-unsent.ts';

interface Found {
  readonly contact: Contact;
  readonly campaign: string;
  readonly place: Place | undefined;
  readonly decided: readonly Decided[];
  readonly trigger: TriggerStory;
  readonly checks: readonly Check[];
}

export function sentenceOf(found: Found): string {
  const { place, contact, campaign } = found;
  if (!place && contact.entries[campaign]?.group === 'holdout')
    return `Held out: ${heldOut(found.decided)}.`;
  if (!place || place.state === 'through') return `Not in: ${whyNot(found)}.`;
  if (place.state === 'held_out') return `Held out: ${heldOut(found.decided, place)}.`;
  const inside = `${where(place)}; entered on ${clock(place.since)}${entered(found.decided, place)}`;
  return `In: ${inside}${unsentIn(found.decided, place.enrollment)}.`;
}

function where({ state, step = '', until, because }: Place): string {
  const end = until === undefined ? '' : ` until ${clock(until)}`;
  if (state === 'waiting') return `waits at "${step}"${end}`;
  if (state === 'held') return `the message of "${step}" is held${end}, ${because}`;
  return `parked at "${step}", ${because}`;
}

const entered = (decided: readonly Decided[], place: Place): string => {
  const told = decided.find((one) => one.kind === 'entered' && one.enrollment === place.enrollment);
  return told && 'because' in told ? `, because ${told.because}` : '';
};

/** Of its place, or of the last time where it has none. */
function heldOut(decided: readonly Decided[], place?: Place): string {
  const { enrollment, goalUntil } = place ?? {};
  const told = decided.find(
    (one) => one.kind === 'held_out' && (!place || one.enrollment === enrollment),
  );
  const because = told && 'because' in told ? told.because : 'drawn into the holdout';
  const goal = goalUntil === undefined ? '' : `; a goal counts until ${clock(goalUntil)}`;
  return `gets none of its messages, to measure it (${because})${goal}`;
}

/** What has ended is told first, then what was decided last, then what has not happened. */
function whyNot(found: Found): string {
  const { contact, campaign, trigger, checks } = found;
  const barred = checks.find(({ passes }) => !passes);
  if (contact.entries[campaign]) return ended(found, barred);
  if (trigger.last?.decided) return refused(trigger.last, trigger.last.decided);
  if (trigger.last)
    return `${happenedOn(trigger.last)}, when no version of it waited for that${and(barred)}`;
  const next = trigger.next === undefined ? '' : `; that will be on ${clock(trigger.next)}`;
  return `it lets people in ${trigger.sentence}, which has not come${next}${and(barred)}`;
}

const and = (barred: Check | undefined): string => (barred ? `, and ${barred.because}` : '');
const happenedOn = ({ what, at }: Happened) => `${what} on ${clock(at)}`;

function refused(last: Happened, decided: Transition): string {
  const because = 'because' in decided ? decided.because : '';
  if (decided.kind === 'not_entered') return `${happenedOn(last)}, but ${because}`;
  return `${happenedOn(last)}, and it was let in then, because ${because}`;
}

/** Of a walk that is over: how it ended, and what was decided since. */
function ended({ contact, campaign, decided, trigger }: Found, barred: Check | undefined): string {
  const end = decided.find(isEnd);
  const { last = 0 } = contact.entries[campaign] ?? {};
  const story = end
    ? `it was, and ${ends(end)} on ${clock(end.at)}${unsentIn(decided, end.enrollment)}`
    : `it was; it last entered on ${clock(last)}, and nothing more is told of it`;
  const since = trigger.last;
  const later = since && since.at > (end?.at ?? last) && since.decided?.kind === 'not_entered';
  if (later && since.decided) return `${story}; since then ${refused(since, since.decided)}`;
  return barred ? `${story}; now it would not enter again: ${barred.because}` : story;
}

function ends(end: End): string {
  if (end.kind === 'goal_reached') return `reached its goal (${end.because})`;
  return end.kind === 'exited' ? `left (${end.because})` : 'came through all its steps';
}
