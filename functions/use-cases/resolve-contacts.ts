// Finds the contact of each event by the keys it carries, and binds keys that are new. Keys are written before
// the contact they lead to: a crash in between leaves a key to a contact that is still empty, which is harmless.
import type { Event } from '../../workflows/model/event.ts';
import type { Transition } from '../../workflows/model/transition.ts';
import { sendable } from '../channels/email/address.ts';
import type { Contacts, Hash, Identities, StoredContact } from '../ports.ts';
import type { Work } from './decision.ts';

export interface ResolvePorts {
  readonly contacts: Contacts;
  readonly identities: Identities;
  readonly hash: Hash;
}

interface Resolved {
  readonly works: readonly Work[];
  readonly loaded: ReadonlyMap<string, StoredContact>;
}

/** The same for an address however it is written. */
export function mailboxKey(email: string): string {
  const address = sendable(email);
  return `email:${'identity' in address ? address.identity : email.toLowerCase()}`;
}

/** Identity keys of an event, the strongest first. An event always has at least one. */
function keysOf({ id, user, email, anonymous }: Event): string[] {
  const keys = [
    user === undefined ? [] : [`user:${user}`],
    email === undefined ? [] : [mailboxKey(email)],
    anonymous === undefined ? [] : [`anonymous:${anonymous}`],
  ].flat();
  return keys.length > 0 ? keys : [`event:${id}`];
}

/**
 * A contact takes its id from the first key that was ever bound to it, so most events find theirs
 * with a single read. Only when that guess fails are the identities asked.
 */
export async function resolveContacts(
  ports: ResolvePorts,
  events: readonly Event[],
): Promise<Resolved> {
  const keyed = events.map((event) => ({ event, keys: event.contact ? [] : keysOf(event) }));
  const guesses = keyed.map(({ event, keys }) => event.contact ?? guess(ports, keys));
  const loaded = await ports.contacts.load([...new Set(guesses)], { consistent: false });
  const isKnown = (key: string, contact: string) =>
    loaded.get(contact)?.contact.identities.includes(key) ?? false;
  const unknown = keyed.flatMap(({ keys }, index) =>
    keys.every((key) => isKnown(key, guesses[index] ?? '')) ? [] : keys,
  );
  const holders = unknown.length > 0 ? await ports.identities.find(unknown) : new Map();
  const resolve = async ({ event, keys }: Keyed, guessed: string): Promise<Work> => {
    const held = keys.map((key) => holders.get(key)).find((holder) => holder !== undefined);
    const contact = isKnown(keys[0] ?? '', guessed) ? guessed : (held ?? guessed);
    const open = keys.filter((key) => !isKnown(key, contact));
    return bindAll(ports, { event, contact, open, strongest: keys[0] }, holders);
  };
  const works = inTurns(keyed, (one, index) => resolve(one, guesses[index] ?? ''));
  return { works: await Promise.all(works), loaded };
}

interface Keyed {
  readonly event: Event;
  readonly keys: readonly string[];
}

/** Strangers are bound side by side; events that share a key take their turns, so that the later sees the earlier. */
function inTurns<T>(
  all: readonly Keyed[],
  run: (one: Keyed, index: number) => Promise<T>,
): Promise<T>[] {
  const last = new Map<string, Promise<T>>();
  return all.map((one, index) => {
    const turn = Promise.all(one.keys.map((key) => last.get(key))).then(() => run(one, index));
    for (const key of one.keys) last.set(key, turn);
    return turn;
  });
}

const guess = ({ hash }: ResolvePorts, keys: readonly string[]) => `con_${hash(keys[0] ?? '')}`;

interface Binding {
  readonly event: Event;
  readonly contact: string;
  readonly open: readonly string[];
  readonly strongest: string | undefined;
}

/**
 * Binds the keys nobody holds. Whoever holds the strongest key is the contact, also when the race for it was
 * lost just now: a second delivery would find the same one.
 */
async function bindAll(
  { identities }: ResolvePorts,
  { event, contact, open, strongest }: Binding,
  holders: Map<string, string>,
): Promise<Work> {
  let owner = contact;
  const conflicts: Transition[] = [];
  const mine: string[] = [];
  for (const key of open) {
    const holder = holders.get(key) ?? (await identities.bind(key, owner));
    holders.set(key, holder);
    if (key === strongest) owner = holder;
    if (holder === owner) mine.push(key);
    else conflicts.push({ kind: 'identity_conflict', key, owner: holder });
  }
  const cause = { kind: 'event', id: event.id, at: event.receivedAt, event } as const;
  return { contact: owner, cause, keys: mine, conflicts };
}
