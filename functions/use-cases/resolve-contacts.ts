// Finds the contact of each event by the keys it carries, binds keys that are new, and tells which contacts these keys
// show to be one. Keys are written before the contact they lead to: a crash in between leaves a key to a contact that is
// still empty, which is harmless. A key that somebody holds never moves, but by merging.
import { wasErased } from '../../workflows/model/contact.ts';
import type { Event } from '../../workflows/model/event.ts';
import type { Contacts, Hash, Identities, StoredContact } from '../ports.ts';
import { bindAll, guess, type Keyed, ownerOf, type Registry } from './bind-keys.ts';
import type { Work } from './decision.ts';
import { formerKeysOf, keysOf } from './event-keys.ts';
import { createPeople } from './people.ts';

export interface ResolvePorts {
  readonly contacts: Contacts;
  readonly identities: Identities;
  /** Ids of contacts are made by it. */
  readonly keyHash: () => Promise<Hash>;
}

interface Resolved {
  readonly works: readonly Work[];
  readonly loaded: ReadonlyMap<string, StoredContact>;
}

/**
 * A contact takes its id from the first key that was ever bound to it, so most events find theirs
 * with a single read. Only when that guess fails are the identities asked.
 */
export async function resolveContacts(
  ports: ResolvePorts,
  events: readonly Event[],
): Promise<Resolved> {
  const keyed = events.map((event): Keyed => {
    const isOurs = event.contact !== undefined;
    return { event, keys: isOurs ? [] : keysOf(event), former: isOurs ? [] : formerKeysOf(event) };
  });
  const people = createPeople(ports.contacts);
  const hash = await ports.keyHash();
  const guesses = keyed.map(({ event, keys }) => event.contact ?? guess({ hash }, keys[0] ?? ''));
  await people.load(guesses, { consistent: false });
  const unknown = keyed.flatMap(({ keys, former }, index) => {
    const guessed = people.now(guesses[index] ?? '');
    const all = [...keys, ...former];
    return all.every((key) => people.lists(guessed, key)) ? [] : all;
  });
  const holders = unknown.length > 0 ? await ports.identities.find(unknown) : new Map();
  await people.load([...holders.values()], { consistent: true });
  const registry: Registry = { ...ports, hash, people, holders };
  const works = inTurns(keyed, (one, index) => resolve(registry, one, guesses[index] ?? ''));
  return { works: await Promise.all(works), loaded: people.loaded };
}

/** Strangers are bound side by side; events that share a key take their turns, so that the later sees the earlier. */
function inTurns<T>(
  all: readonly Keyed[],
  run: (one: Keyed, index: number) => Promise<T>,
): Promise<T>[] {
  const last = new Map<string, Promise<T>>();
  return all.map((one, index) => {
    const keys = [...one.keys, ...one.former];
    const turn = Promise.all(keys.map((key) => last.get(key))).then(() => run(one, index));
    for (const key of keys) last.set(key, turn);
    return turn;
  });
}

async function resolve(registry: Registry, keyed: Keyed, guessed: string): Promise<Work> {
  const { people } = registry;
  const { event, keys } = keyed;
  const cause = { kind: 'event', id: event.id, at: event.receivedAt, event } as const;
  const first = people.now(guessed);
  const [strongest] = keys;
  if (strongest === undefined) return { contact: first, cause };
  const isKnown = people.lists(first, strongest);
  const contact = isKnown ? first : await ownerOf(registry, keyed);
  // It will not be heard: its keys are nobody's.
  if (wasErased(people.known(contact) ?? {}, event.receivedAt)) return { contact, cause };
  return { contact, cause, ...(await bindAll(registry, contact, keyed)) };
}
