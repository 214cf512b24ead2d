// What a campaign's trigger waits for, when that last happened to a contact, and what was decided then.
import { evaluate, type Trace } from '../conditions/evaluate.ts';
import type { Contact } from '../model/contact.ts';
import type { Fields } from '../model/event.ts';
import type { Instant } from '../model/time.ts';
import type { Transition } from '../model/transition.ts';
import { triggerTypeOf } from '../triggers/index.ts';
import { subjectOf, type World } from './draft.ts';
import type { RunnableVersion } from './program.ts';
import { isAdmission, type Told } from './why-told.ts';

export interface Happened {
  readonly at: Instant;
  /** "Support Call Logged" happened, entered segment vip, the API asked, … */
  readonly what: string;
  /** What was decided about this campaign then; absent when it was not asked. */
  readonly decided?: Transition;
  /** Of an event: what it said. */
  readonly properties?: Fields;
  /** How the trigger's own condition judges that event now. */
  readonly trace?: Trace;
}

export interface TriggerStory {
  readonly sentence: string;
  readonly last?: Happened;
  /** When a clock rings for this contact. */
  readonly next?: Instant;
}

export function triggerStory(
  world: World,
  contact: Contact,
  version: RunnableVersion,
  told: readonly Told[],
): TriggerStory {
  const { trigger } = version.document;
  const type = triggerTypeOf(trigger);
  const next = type.next?.(trigger, subjectOf(world, contact), world.now);
  const last = lastEvent(told, version) ?? lastMove(told, version) ?? lastAsked(told, version);
  return {
    sentence: type.sentence(trigger),
    ...(last && { last: { ...last, ...traceOf(world, contact, version, last) } }),
    ...(next !== undefined && { next }),
  };
}

const named = ({ document: { trigger } }: RunnableVersion, prefix: string): string[] =>
  triggerTypeOf(trigger)
    .keys(trigger)
    .flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));

function lastEvent(told: readonly Told[], version: RunnableVersion): Happened | undefined {
  const names = named(version, 'event:');
  const row = told.find(({ kind, about }) => kind === 'event' && names.includes(`${about.name}`));
  if (!row) return undefined;
  const { properties } = row.about;
  return {
    at: row.at,
    what: `"${row.about.name}" happened`,
    ...decidedIn(row, version),
    ...(isFields(properties) && { properties }),
  };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function lastMove(told: readonly Told[], version: RunnableVersion): Happened | undefined {
  const segments = named(version, 'segment:');
  const isMove = (one: Transition) =>
    (one.kind === 'segment_entered' || one.kind === 'segment_left') &&
    segments.includes(one.segment);
  const row = told.find(({ transitions }) => transitions.some(isMove));
  const move = row?.transitions.find(isMove);
  if (!row || !move || !('segment' in move)) return undefined;
  const verb = move.kind === 'segment_entered' ? 'entered' : 'left';
  return { at: row.at, what: `${verb} segment ${move.segment}`, ...decidedIn(row, version) };
}

/** Clocks, calls, broadcasts and other campaigns leave no more than what was decided. */
function lastAsked(told: readonly Told[], version: RunnableVersion): Happened | undefined {
  const row = told.find((one) => decidedIn(one, version).decided);
  if (!row) return undefined;
  return { at: row.at, what: words[row.kind] ?? 'it was asked', ...decidedIn(row, version) };
}

const words: Readonly<Record<string, string>> = {
  alarm: 'its time came',
  call: 'the API or a broadcast asked for it',
  event: 'another campaign or a segment led to it',
};

function decidedIn({ transitions }: Told, version: RunnableVersion): { decided?: Transition } {
  const decided = transitions.findLast(
    (one) => isAdmission(one) && 'campaign' in one && one.campaign === version.campaign,
  );
  return decided ? { decided } : {};
}

function traceOf(
  world: World,
  contact: Contact,
  { document: { trigger } }: RunnableVersion,
  { properties }: Happened,
): { trace?: Trace } {
  if (!('event' in trigger) || !trigger.where || !properties) return {};
  return { trace: evaluate(trigger.where, subjectOf(world, contact, { properties })).trace };
}
