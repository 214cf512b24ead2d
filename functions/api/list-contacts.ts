// The list of contacts: one after the other, of a segment or a list; or found by a key, or by how something of them begins.
import * as z from 'zod';
import { browseContacts, fits, refuseUnknownGroup } from '../use-cases/browse-contacts.ts';
import { findContacts } from '../use-cases/find-contacts.ts';
import { findContact } from '../use-cases/read-timeline.ts';
import { contact, shown } from './contact-view.ts';
import { endpoint } from './endpoint.ts';
import { listingOf, listRequest, placeAfter, portion } from './portion.ts';
import type { ApiPorts } from './ports.ts';
import { scanPlace } from './scan-place.ts';

const name = z.string().min(1).max(200);
const portionOf = { usual: 100, most: 500 };

/** Where a search has ended. */
const line = z.string().min(1).max(500);
const foundPlace = z.strictObject({ text: line, contact: line });

const query = portion(z.union([scanPlace, foundPlace]), portionOf).extend({
  key: z.optional(name),
  segment: z.optional(name),
  list: z.optional(name),
  search: z.optional(z.string().trim().min(1).max(200)),
});
type Query = z.output<typeof query>;

export const listContacts = endpoint({
  method: 'GET',
  path: '/api/contacts',
  role: 'viewer',
  summary:
    'Contacts one after the other, of a segment or list; those whose address, name or user id begins with what is searched; or the one with a key (user:42)',
  query,
  answer: listingOf(contact),
  run: async (ports, { query: asked }) => {
    if (asked.key !== undefined) {
      const found = await findContact(ports, asked.key);
      return { items: found ? [shown(found)] : [] };
    }
    await refuseUnknownGroup(ports, asked);
    const { contacts, next } = await (asked.search === undefined ? browse : search)(ports, asked);
    return { items: contacts.map(shown), ...(next !== undefined && { next: placeAfter(next) }) };
  },
});

async function browse(ports: ApiPorts, { next: after, ...asked }: Query) {
  const place = typeof after === 'string' ? { next: after } : {};
  const request = listRequest<string>({ limit: asked.limit, ...place });
  const { contacts, cursor: next } = await browseContacts(ports, asked, request);
  return { contacts, next };
}

async function search(
  ports: ApiPorts,
  { next: after, limit, search: typed = '', ...group }: Query,
) {
  const { contacts, last: next } = await findContacts(ports, {
    ...{ typed, limit, fits: (one) => fits(one, group) },
    after: typeof after === 'object' ? after : undefined,
  });
  return { contacts, next };
}
