// One contact's part of a batch: every cause that reached it, decided in order, ready for one write.
import { joinedKeys } from '../../workflows/engine/absorb-profile.ts';
import { decide } from '../../workflows/engine/decide.ts';
import { change, type Draft, draftOf, note, type World } from '../../workflows/engine/draft.ts';
import { isUnheard } from '../../workflows/engine/erased.ts';
import { isApplied, mayBeForgotten } from '../../workflows/engine/memory.ts';
import { Missing } from '../../workflows/engine/missing.ts';
import { isUntracked } from '../../workflows/engine/untracked.ts';
import type { Cause } from '../../workflows/model/cause.ts';
import { type Contact, nextDue, pastOf, wasErased } from '../../workflows/model/contact.ts';
import type { Transition } from '../../workflows/model/transition.ts';
import { Clash } from '../errors.ts';
import type { Effect, StoredContact, Timeline } from '../ports.ts';
import { mergedBy } from './absorbing.ts';
import { recordsOf } from './consent-records.ts';
import { placeOf, rowOf } from './decision-row.ts';
import type { Join } from './merge-contacts.ts';
import { refoundBy } from './refound.ts';
import { isStranger } from './same-person.ts';

/** A cause on its way to a contact, with the identity keys that led it there. Which contact that is by then is found out. */
export interface Work {
  readonly contact: string;
  readonly cause: Cause;
  readonly keys?: readonly string[];
  readonly conflicts?: readonly Transition[];
  /** Contacts that its keys show to be the same. */
  readonly joins?: readonly Join[];
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
  const told: Effect[] = [];
  const failed: [Work, Error][] = [];
  for (const work of works.filter((one) => !isOfNobody(known, one.cause))) {
    refuseToRunAhead(known, work);
    if (await isDone(world, timeline, draft, work)) continue;
    const decided = tryDecide(world, draft, work);
    if (decided instanceof Error) failed.push([work, decided]);
    else if (decided !== draft) {
      told.push(...toldBy(world, draft, decided, work.cause));
      draft = decided;
    }
  }
  if (draft.contact === known.contact) return { stored: undefined, failed };
  const absorbed = works.filter(({ cause }) => !isOfErased(draft.contact, cause));
  const merged = mergedBy(draft.contact.id, absorbed);
  return { stored: toStore(known, draft, [...told, ...merged]), failed };
}

/** What came late to somebody who was erased is as good as done. */
const isDone = async (world: World, timeline: Pick<Timeline, 'has'>, draft: Draft, work: Work) =>
  isUnheard(draft.contact, work.cause, (work.keys ?? []).length > 0) ||
  isUntracked(draft.contact, work.cause) ||
  isForgottenButDone(world, timeline, draft, work.cause);

/** Its row in the timeline, and its lines in the consent ledger. */
function toldBy(world: World, before: Draft, decided: Draft, cause: Cause): Effect[] {
  if (isOfErased(before.contact, cause)) return [];
  const transitions = decided.transitions.slice(before.transitions.length);
  const row = rowOf(world, before.contact.id, { cause, transitions });
  const records = recordsOf(world, before, decided, cause);
  return [{ kind: 'row', row }, ...records.map((record) => ({ kind: 'consent' as const, record }))];
}

/** Of such a contact nothing is told, and nothing is done with its keys: its erasure finds it. */
const isOfErased = (contact: Contact, cause: Cause): boolean =>
  cause.kind === 'absorb' && wasErased(contact, cause.at);

function tryDecide(world: World, draft: Draft, work: Work): Draft | Error {
  try {
    return decideOne(world, draft, work);
  } catch (error) {
    // No failure: it is fetched, and all is decided again.
    if (error instanceof Missing) throw error;
    // Without the past of both nothing else may be decided.
    if (work.cause.kind === 'absorb') throw error;
    return error as Error;
  }
}

function decideOne(world: World, draft: Draft, work: Work): Draft {
  const { cause, keys = [], conflicts = [] } = work;
  refuseStranger(draft, work);
  const decided = decide(world, draft, cause);
  if (decided === draft) return draft;
  const noted = conflicts.length > 0 ? note(decided, ...conflicts) : decided;
  const known = noted.contact.identities;
  const identities = joinedKeys(known, keys);
  const news = identities.filter((key) => !known.includes(key));
  if (news.length === 0) return noted;
  return note(change(noted, { identities }), { kind: 'identified', keys: news });
}

/** Two users met the same unknown contact at once. Who comes second is looked for again, and is somebody else. */
function refuseStranger({ contact }: Draft, { cause, keys = [] }: Work): void {
  const isAlias = cause.kind === 'event' && cause.event.type === 'alias';
  if (!isAlias && keys.some((key) => isStranger(key, contact.identities)))
    throw new Clash(`${contact.id} is another user by now`);
}

/** An alarm names the revision that set it: a contact older than that is not the one it was set for. */
function refuseToRunAhead({ contact }: StoredContact, { contact: of, cause }: Work): void {
  // Of a contact that was merged the revision says nothing here.
  if (of !== contact.id) return;
  if (cause.kind === 'alarm' && cause.revision > contact.revision)
    throw new Clash(`An alarm of revision ${cause.revision} is ahead of ${contact.id}`);
}

/** Whoever is gone holds no places, has no mailbox, confirms nothing, and must not come back for that. */
const isOfNobody = ({ contact }: StoredContact, { kind }: Cause): boolean =>
  contact.revision === 0 && ofSomebody.has(kind);

const ofSomebody: ReadonlySet<Cause['kind']> = new Set(['unsent', 'feedback', 'confirm'] as const);

/**
 * A contact forgets causes after a day; one redelivered after that is asked of the timeline. So is an event that
 * states an older time: its sender may be telling it again, as shops do with every change of an order.
 */
async function isForgottenButDone(
  world: World,
  timeline: Pick<Timeline, 'has'>,
  { contact }: Draft,
  cause: Cause,
): Promise<boolean> {
  if (cause.kind === 'alarm' || cause.kind === 'unsubscribe' || cause.kind === 'absorb')
    return false;
  // Its row stands there before it is applied; an account is known by its revision.
  if (cause.kind === 'unsent' || cause.kind === 'account') return false;
  const at = cause.kind === 'event' ? Math.min(cause.at, cause.event.timestamp) : cause.at;
  if (isApplied(world, contact, cause) || !mayBeForgotten(contact, { ...cause, at })) return false;
  const wherever = pastOf(contact).map((id) => timeline.has({ contact: id, ...placeOf(cause) }));
  return (await Promise.all(wherever)).includes(true);
}

function toStore(known: StoredContact, draft: Draft, told: readonly Effect[]): StoredContact {
  const contact = { ...draft.contact, revision: known.contact.revision + 1 };
  const due = nextDue(contact);
  const alarm = { contact: contact.id, due: due ?? 0, revision: contact.revision };
  const rearm = due !== undefined && due !== nextDue(known.contact);
  const outbox: Effect[] = [
    ...told,
    ...draft.messages.map((message) => ({ kind: 'message' as const, page: '', message })),
    ...draft.orders.map((order) => ({ kind: 'order' as const, order })),
    ...refoundBy(known.contact, contact),
    ...(rearm ? [{ kind: 'alarm' as const, alarm }] : []),
  ];
  return { contact, outbox };
}
