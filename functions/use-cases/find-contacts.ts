// Contacts by the beginning of an address, a name or an id of theirs, in the order of what was found. Each portion reads
// a bounded part of what begins so; every line is held against the contact it leads to, which alone knows what is true.
import { type Contact, isErased } from '../../workflows/model/contact.ts';
import { findableAs, foldTyped } from '../../workflows/model/findable.ts';
import type { Finder, Found } from '../finding-ports.ts';
import type { ListRequest } from '../listing.ts';
import type { Contacts, Identities } from '../ports.ts';
import { loadLiving } from './follow.ts';
import { findContact } from './read-timeline.ts';

interface FindPorts {
  readonly finder: Pick<Finder, 'find'>;
  readonly contacts: Contacts;
  readonly identities: Identities;
}

interface Asked extends ListRequest<Found> {
  readonly typed: string;
  readonly fits: (contact: Contact) => boolean;
}

interface FoundContacts {
  readonly contacts: readonly Contact[];
  /** Where to go on; absent at the end. */
  readonly last?: Found;
}

const portions = 8;
const lines = 100;

export async function findContacts(ports: FindPorts, asked: Asked): Promise<FoundContacts> {
  const { typed, limit, fits } = asked;
  if (typed.trim().startsWith('con_')) return byId(ports, typed.trim(), fits);
  const beginning = foldTyped(typed);
  if (beginning === '') return { contacts: [] };
  const contacts: Contact[] = [];
  let last = asked.after;
  for (let count = 0; count < portions && contacts.length < limit; count += 1) {
    const left = Math.min(lines, limit - contacts.length);
    const found = await ports.finder.find(beginning, { limit: left, after: last });
    const seen = new Set(contacts.map(({ id }) => id));
    contacts.push(
      ...(await behind(ports, beginning, found)).filter((one) => fits(one) && !seen.has(one.id)),
    );
    last = found.at(-1);
    if (last === undefined || found.length < left) return { contacts };
  }
  return { contacts, ...(last && { last }) };
}

/** Nobody remembers the beginning of an id of ours: it is pasted whole. */
async function byId(ports: FindPorts, id: string, fits: Asked['fits']): Promise<FoundContacts> {
  const found = await findContact(ports, id);
  return { contacts: found && fits(found) ? [found] : [] };
}

/** Whoever is called so in several ways is found by one of them alone. */
async function behind(
  { contacts }: FindPorts,
  beginning: string,
  found: readonly Found[],
): Promise<Contact[]> {
  const living = await loadLiving(contacts, [...new Set(found.map(({ contact }) => contact))], {
    consistent: false,
  });
  const isOne = (contact: Contact, text: string) =>
    findableAs(contact)
      .filter((one) => one.startsWith(beginning))
      .sort()[0] === text;
  const theirs = found.flatMap(({ contact: id, text }) => {
    const contact = living.get(id)?.contact;
    return contact && !isErased(contact) && isOne(contact, text) ? [contact] : [];
  });
  return [...new Map(theirs.map((one) => [one.id, one])).values()];
}
