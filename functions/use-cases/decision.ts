// One contact's part of a batch: every cause that reached it, decided in order, ready for one write.
import { decide } from '../../workflows/engine/decide.ts';
import { change, type Draft, draftOf, note, type World } from '../../workflows/engine/draft.ts';
import { isApplied, mayBeForgotten } from '../../workflows/engine/memory.ts';
import { Missing } from '../../workflows/engine/missing.ts';
import { budget } from '../../workflows/model/budget.ts';
import type { Cause } from '../../workflows/model/cause.ts';
import { nextDue } from '../../workflows/model/contact.ts';
import type { Fields } from '../../workflows/model/event.ts';
import type { Transition } from '../../workflows/model/transition.ts';
import { Clash } from '../errors.ts';
import type { Effect, StoredContact, Timeline, TimelineRow } from '../ports.ts';
import { aboutMessage } from './message-row.ts';

/** A cause on its way to a contact, with the identity keys that led it there. */
export interface Work {
  readonly contact: string;
  readonly cause: Cause;
  readonly keys?: readonly string[];
  readonly conflicts?: readonly Transition[];
}

export interface Decided {
  /** What to write; undefined when nothing changed. Its messages have no ledger page yet. */
  readonly stored: StoredContact | undefined;
  /** Causes that could not be decided. They leave no trace, and hold up none of the others. */
  readonly failed: readonly (readonly [Work, Error])[];
}

export async function decideAll(
  world: World,
  timeline: Pick<Timeline, 'has'>,
  known: StoredContact,
  works: readonly Work[],
): Promise<Decided> {
  let draft = draftOf(known.contact);
  const rows: TimelineRow[] = [];
  const failed: [Work, Error][] = [];
  for (const work of works.filter(({ cause }) => !isOfNobody(known, cause))) {
    refuseToRunAhead(known, work.cause);
    if (await isForgottenButDone(world, timeline, draft, work.cause)) continue;
    const decided = tryDecide(world, draft, work);
    if (decided instanceof Error) failed.push([work, decided]);
    else if (decided !== draft) {
      rows.push(rowOf(world, work, decided.transitions.slice(draft.transitions.length)));
      draft = decided;
    }
  }
  const stored = draft.contact === known.contact ? undefined : toStore(known, draft, rows);
  return { stored, failed };
}

function tryDecide(world: World, draft: Draft, work: Work): Draft | Error {
  try {
    return decideOne(world, draft, work);
  } catch (error) {
    // No failure: it is fetched, and all is decided again.
    if (error instanceof Missing) throw error;
    return error as Error;
  }
}

function decideOne(world: World, draft: Draft, { cause, keys = [], conflicts = [] }: Work): Draft {
  const decided = decide(world, draft, cause);
  if (decided === draft) return draft;
  const known = draft.contact.identities;
  const room = budget.identities - known.length;
  const news = keys.filter((key) => !known.includes(key)).slice(0, Math.max(0, room));
  const noted = conflicts.length > 0 ? note(decided, ...conflicts) : decided;
  if (news.length === 0) return noted;
  const identities = [...noted.contact.identities, ...news];
  return note(change(noted, { identities }), { kind: 'identified', keys: news });
}

/** An alarm names the revision that set it: a contact older than that is not the one it was set for. */
function refuseToRunAhead({ contact }: StoredContact, cause: Cause): void {
  if (cause.kind === 'alarm' && cause.revision > contact.revision)
    throw new Clash(`An alarm of revision ${cause.revision} is ahead of ${contact.id}`);
}

/** Whoever is gone holds no places, and must not come back for that. */
const isOfNobody = ({ contact }: StoredContact, { kind }: Cause): boolean =>
  kind === 'unsent' && contact.revision === 0;

/** A contact forgets causes after a day; one redelivered after that is asked of the timeline. */
async function isForgottenButDone(
  world: World,
  timeline: Pick<Timeline, 'has'>,
  { contact }: Draft,
  cause: Cause,
): Promise<boolean> {
  if (cause.kind === 'alarm' || cause.kind === 'unsubscribe') return false;
  // Its row stands there before it is applied.
  if (cause.kind === 'unsent') return false;
  if (isApplied(world, contact, cause) || !mayBeForgotten(contact, cause)) return false;
  return timeline.has({ contact: contact.id, ...placeOf(cause) });
}

function toStore(known: StoredContact, draft: Draft, rows: readonly TimelineRow[]): StoredContact {
  const contact = { ...draft.contact, revision: known.contact.revision + 1 };
  const due = nextDue(contact);
  const alarm = { contact: contact.id, due: due ?? 0, revision: contact.revision };
  const rearm = due !== undefined && due !== nextDue(known.contact);
  const outbox: Effect[] = [
    ...rows.map((row) => ({ kind: 'row' as const, row })),
    ...draft.messages.map((message) => ({ kind: 'message' as const, page: '', message })),
    ...draft.orders.map((order) => ({ kind: 'order' as const, order })),
    ...(rearm ? [{ kind: 'alarm' as const, alarm }] : []),
  ];
  return { contact, outbox };
}

/** Where a cause stands in the timeline. It is the same at every delivery. */
function placeOf(cause: Cause): Pick<TimelineRow, 'at' | 'kind' | 'id'> {
  switch (cause.kind) {
    case 'event':
      return { at: cause.event.timestamp, kind: 'event', id: cause.id };
    case 'alarm':
      return { at: cause.due, kind: 'alarm', id: String(cause.due) };
    case 'unsent':
      return { at: cause.at, kind: 'message', id: cause.id };
    default:
      return { at: cause.at, kind: cause.kind, id: cause.id };
  }
}

function rowOf(
  world: World,
  { contact, cause }: Work,
  transitions: readonly Transition[],
): TimelineRow {
  return { contact, ...placeOf(cause), about: aboutOf(world, cause), transitions };
}

function aboutOf(world: World, cause: Cause): Fields {
  switch (cause.kind) {
    case 'event': {
      const { name, source, properties = {} } = cause.event;
      return { name, source, properties: properties as Fields };
    }
    case 'alarm':
      return { due: cause.due, late: Math.max(0, world.now - cause.due) };
    case 'feedback':
      return { ...cause.feedback };
    case 'unsent':
      return aboutMessage(cause.unsent.message, cause.unsent);
    case 'unsubscribe':
      return { method: cause.method, message: cause.message };
    case 'review':
      return { ...cause.of };
    case 'call':
      return { campaign: cause.campaign, by: cause.by, properties: cause.properties };
    case 'edit':
      return { by: cause.by };
    case 'absorb':
      return aboutAbsorbed(cause);
    case 'command':
      return { campaign: cause.campaign, do: cause.command.do };
    default:
      return cause satisfies never;
  }
}

/** With what is not in the contact any more, where the other's wish was the stricter or its attributes were newer. */
function aboutAbsorbed({ from, because }: Extract<Cause, { kind: 'absorb' }>): Fields {
  const { id, identities, traits, consent } = from;
  return { contact: id, because, identities, traits, ...(consent && { consent: { ...consent } }) };
}
