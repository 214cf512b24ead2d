// Accounts: companies and other groups that group calls have named, and the contacts that belong to them.
import * as z from 'zod';
import { accountView, readAccount, readMembers } from '../use-cases/read-accounts.ts';
import { contact, shown } from './contact-view.ts';
import { endpoint } from './endpoint.ts';
import { listing, listingOf, listRequest, placeAfter, portion } from './portion.ts';

const instant = z.int();

const account = z.object({
  id: z.string(),
  traits: z.record(z.string(), z.json()),
  traitsAt: instant,
  updatedAt: instant,
});

const id = z.string().min(1).max(200);

export const accounts = [
  endpoint({
    method: 'GET',
    path: '/api/accounts',
    role: 'viewer',
    summary: 'Accounts by id; or the one with an id that no path can hold',
    query: portion(id).extend({ id: z.optional(id) }),
    answer: listingOf(account),
    run: async (ports, { query }) => {
      if (query.id === undefined) {
        const found = await ports.accounts.list(listRequest(query));
        return listing(found.map(accountView), query.limit, (last) => last.id);
      }
      const found = await ports.accounts.get(query.id);
      return { items: found ? [accountView(found)] : [] };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/accounts/{id}',
    role: 'viewer',
    summary: 'An account with its attributes',
    answer: account,
    run: (ports, { path }) => readAccount(ports, path.id),
  }),
  endpoint({
    method: 'GET',
    path: '/api/accounts/{id}/contacts',
    role: 'viewer',
    summary: 'Contacts that belong to an account; a portion may hold fewer than were asked for',
    query: portion(id),
    answer: listingOf(contact),
    run: async (ports, { path, query }) => {
      const { contacts, last } = await readMembers(ports, path.id, listRequest(query));
      return { items: contacts.map(shown), ...(last !== undefined && { next: placeAfter(last) }) };
    },
  }),
];
