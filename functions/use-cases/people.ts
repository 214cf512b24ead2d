// The people that a batch of events is about: contacts as they were read, and the keys that the batch itself has given
// them, so that the later of two events sees what the earlier has shown.
import type { Contact } from '../../workflows/model/contact.ts';
import type { Contacts, StoredContact } from '../ports.ts';
import { wayFrom, withSuccessors } from './follow.ts';

export interface People {
  readonly loaded: ReadonlyMap<string, StoredContact>;
  /** Reads those that are not known yet, and whom they turned out to be. */
  load(ids: readonly string[], read: { readonly consistent: boolean }): Promise<void>;
  /** The contact that this one turned out to be, once that has taken it in; itself until then. */
  now(id: string): string;
  known(id: string): Contact | undefined;
  /** Whether the contact itself lists the key. */
  lists(id: string, key: string): boolean;
  /** All keys that lead to it, those of this batch included. */
  keysOf(id: string): readonly string[];
  note(id: string, keys: readonly string[]): void;
  /** What an event of this batch has shown. */
  unite(one: string, other: string): void;
  areOne(one: string, other: string): boolean;
}

export function createPeople(contacts: Pick<Contacts, 'load'>): People {
  let loaded: ReadonlyMap<string, StoredContact> = new Map();
  const asked = new Set<string>();
  const noted = new Map<string, Set<string>>();
  const united = new Set<string>();
  const known = (id: string) => loaded.get(id)?.contact;
  const listed = (id: string) => known(id)?.identities ?? [];
  return {
    get loaded() {
      return loaded;
    },
    load: async (ids, read) => {
      const unknown = [...new Set(ids)].filter((id) => !asked.has(id));
      if (unknown.length === 0) return;
      for (const id of unknown) asked.add(id);
      const found = await contacts.load(unknown, read);
      loaded = await withSuccessors(contacts, new Map([...loaded, ...found]));
    },
    now: (id) => {
      const { end, frozen } = wayFrom(loaded, id);
      return frozen.length === 0 ? end : id;
    },
    known,
    lists: (id, key) => listed(id).includes(key),
    keysOf: (id) => [...listed(id), ...(noted.get(id) ?? [])],
    note: (id, keys) => {
      noted.set(id, new Set([...(noted.get(id) ?? []), ...keys]));
    },
    unite: (one, other) => united.add([one, other].sort().join()),
    areOne: (one, other) => united.has([one, other].sort().join()),
  };
}
