// Follows contacts that were merged to the one that they turned out to be. Costs no read where nobody was.
import { hasAbsorbed, joined } from '../../workflows/engine/absorb-joined.ts';
import { type Contact, newContact, wasErased } from '../../workflows/model/contact.ts';
import type { Contacts, StoredContact } from '../ports.ts';

type Read = Pick<Contacts, 'load'>;
export type Known = ReadonlyMap<string, StoredContact>;

/** Those that are known, and all to which they lead. Every way ends: merge-contacts.ts says why. */
export async function withSuccessors(contacts: Read, known: Known): Promise<Known> {
  const all = new Map(known);
  let left = nextOf(all);
  while (left.length > 0) {
    const found = await contacts.load(left, { consistent: true });
    for (const id of left) all.set(id, found.get(id) ?? { contact: newContact(id), outbox: [] });
    left = nextOf(all);
  }
  return all;
}

const nextOf = (all: Known): string[] => {
  const next = [...all.values()].flatMap(({ contact: { mergedInto } }) => mergedInto ?? []);
  return [...new Set(next)].filter((id) => !all.has(id));
};

interface Way {
  /** The id of the contact at its end. */
  readonly end: string;
  /** Frozen contacts on the way whom the one at the end has not taken in yet, beginning there: so it has heard of every
   * erasure on the way before it is asked to take in what that erased. */
  readonly frozen: readonly Contact[];
}

/** From a contact to the one that it turned out to be: itself, if it was never merged. */
export function wayFrom(all: Known, id: string): Way {
  const passed: Contact[] = [];
  let end = id;
  for (;;) {
    const contact = all.get(end)?.contact;
    if (contact?.mergedInto === undefined) break;
    passed.unshift(contact);
    end = contact.mergedInto;
  }
  const last = all.get(end)?.contact ?? newContact(end);
  return { end, frozen: passed.filter((one) => !hasAbsorbed(last, one.id)) };
}

/** Loads contacts as they are by now, each under the id that was asked for; those not yet stored are absent. */
export async function loadLiving(
  contacts: Read,
  ids: readonly string[],
  read: Parameters<Read['load']>[1],
): Promise<Map<string, StoredContact>> {
  const known = await contacts.load(ids, read);
  const all = await withSuccessors(contacts, known);
  return new Map([...known.keys()].map((id) => [id, living(all, wayFrom(all, id))]));
}

/** With what is still on its way to it. */
export function living(all: Known, { end, frozen }: Way): StoredContact {
  const last = all.get(end) ?? { contact: newContact(end), outbox: [] };
  // Who was merged before an erasure is no part of who came back.
  const held = (one: Contact, other: Contact) =>
    wasErased(one, other.merging?.at ?? 0) ? one : joined(one, other);
  return frozen.length === 0 ? last : { ...last, contact: frozen.reduce(held, last.contact) };
}
