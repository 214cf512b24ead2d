// Binds the keys of one event: to the contact that its strongest key names, or that the others lead to. A key that
// somebody else holds shows that both are one person, or is told as a conflict; it never moves, but by merging.
import { newContact, wasErased } from '../../workflows/model/contact.ts';
import type { Event } from '../../workflows/model/event.ts';
import type { Transition } from '../../workflows/model/transition.ts';
import type { Hash, Identities } from '../ports.ts';
import type { Work } from './decision.ts';
import { type Join, mayMerge } from './merge-contacts.ts';
import type { People } from './people.ts';
import { isStranger, mayBeOne } from './same-person.ts';

export interface Keyed {
  readonly event: Event;
  /** The strongest first; none when the event names its contact itself. */
  readonly keys: readonly string[];
  /** What they were called before, by an alias. */
  readonly former: readonly string[];
}

export interface Registry {
  readonly identities: Identities;
  readonly hash: Hash;
  readonly people: People;
  /** Who holds each key; those that the batch binds are added. */
  readonly holders: Map<string, string>;
}

/** A contact takes its id from the first key that was ever bound to it. */
export const guess = ({ hash }: Pick<Registry, 'hash'>, key: string) => `con_${hash(key)}`;

/**
 * Whoever holds the strongest key is the contact, also when the race for it was lost just now: a second delivery would
 * find the same one. A new key goes to whom the others name, unless they are known to be somebody else.
 */
export async function ownerOf(registry: Registry, keyed: Keyed): Promise<string> {
  const { people, holders } = registry;
  const { keys, former } = keyed;
  const [strongest = '', ...weaker] = keys;
  if (holders.has(strongest)) return keep(registry, strongest);
  const called = former.flatMap((key) => holders.get(key) ?? []);
  const named = weaker.filter((key) => mayTakeIn(registry, key, keyed));
  const [wished = guess(registry, strongest)] = [
    ...called,
    ...named.flatMap((key) => holders.get(key) ?? []),
  ];
  return holderOf(registry, strongest, people.now(wished));
}

function mayTakeIn({ people, holders }: Registry, by: string, { event, keys }: Keyed): boolean {
  const holder = people.now(holders.get(by) ?? '');
  return isSomebody(people, holder, event) && mayBeOne(by, keys, people.keysOf(holder));
}

/**
 * Whoever has a key but was never written is about to be: nobody can tell who that will be. Whoever was erased comes
 * back, by what was received since then.
 */
function isSomebody(people: People, id: string, { receivedAt }: Event): boolean {
  const contact = people.known(id);
  const mayComeBack = contact?.erasedAt !== undefined && !wasErased(contact, receivedAt);
  return mayComeBack || people.keysOf(id).length > 0;
}

/** Two users met an unknown contact at once, and one of them became it: the other is somebody else. */
async function keep(registry: Registry, key: string): Promise<string> {
  const { people, identities, holders } = registry;
  const holder = holders.get(key) ?? '';
  const now = people.now(holder);
  if (!isStranger(key, people.keysOf(now))) return now;
  const ids = [guess(registry, key), guess(registry, `${key}#`)];
  await people.load(ids, { consistent: true });
  const own = ids.find((id) => people.now(id) !== now) ?? now;
  await identities.rebind(key, holder, own);
  holders.set(key, own);
  return people.now(own);
}

type Bound = Required<Pick<Work, 'keys' | 'conflicts' | 'joins'>>;

/** What is bound already costs nothing more. */
export async function bindAll(
  registry: Registry,
  contact: string,
  { event, keys, former }: Keyed,
): Promise<Bound> {
  const { people } = registry;
  people.note(contact, keys);
  const open = [...keys, ...formerOf(registry, former)].filter(
    (key) => !people.lists(contact, key),
  );
  let bound: Bound = { keys: [], conflicts: [], joins: [] };
  for (const key of open) {
    const isSaid = former.includes(key);
    const other = await holderOf(registry, key, isSaid ? guess(registry, key) : contact);
    const because = `"${event.name}" names both${isSaid ? '' : `, by ${kindOf(key)}`}`;
    const join = { contact: other, because, mine: keys, ...(!isSaid && { by: key }) };
    bound =
      other === contact
        ? { ...bound, keys: [...bound.keys, key] }
        : joining(registry, contact, { bound, join, key, event });
  }
  return bound;
}

/** The id of a user, or of a device: where it is one of them, it is not the other. */
function formerOf({ holders }: Registry, former: readonly string[]): readonly string[] {
  const held = former.filter((key) => holders.has(key));
  return held.length > 0 ? held : former;
}

async function holderOf(
  { people, holders, identities }: Registry,
  key: string,
  wished: string,
): Promise<string> {
  const holder = holders.get(key) ?? (await identities.bind(key, wished));
  holders.set(key, holder);
  await people.load([holder], { consistent: true });
  return people.now(holder);
}

const kindOf = (key: string) => key.slice(0, key.indexOf(':'));

interface Joining {
  readonly bound: Bound;
  readonly join: Join;
  readonly key: string;
  readonly event: Event;
}

function joining(
  { people }: Registry,
  contact: string,
  { bound, join, key, event }: Joining,
): Bound {
  const { contact: owner, by } = join;
  if (bound.joins.some(({ contact: one }) => one === owner)) return bound;
  const person = (id: string) => ({
    ...(people.known(id) ?? newContact(id)),
    identities: people.keysOf(id),
  });
  // The next event finds out who that is.
  const isUnknown = by !== undefined && !isSomebody(people, owner, event);
  const isOne = people.areOne(contact, owner) || mayMerge(person(contact), person(owner), join);
  if (isUnknown || !isOne) {
    const conflict: Transition = { kind: 'identity_conflict', key, owner };
    return { ...bound, conflicts: [...bound.conflicts, conflict] };
  }
  people.unite(contact, owner);
  people.note(contact, people.keysOf(owner));
  people.note(owner, people.keysOf(contact));
  // A key of before may never have been told of by an event: the survivor lists it all the same.
  const keys = by === undefined ? [...bound.keys, key] : bound.keys;
  return { ...bound, keys, joins: [...bound.joins, join] };
}
