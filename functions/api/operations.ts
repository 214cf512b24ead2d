// What people watch over: names of events that came in, and mails in doubt.
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { listing, listingOf, listRequest, portion } from './portion.ts';

const place = z.tuple([z.int(), z.string()]);

const doubt = z.object({
  page: z.string(),
  message: z.looseObject({
    id: z.string(),
    contact: z.string(),
    campaign: z.string(),
    template: z.string(),
    requestedAt: z.int(),
  }),
  mark: z.looseObject({ state: z.string(), attempt: z.int(), at: z.int() }),
  resolveAt: z.int(),
});
const resolved = z.object({
  doubt,
  at: z.int(),
  verdict: z.enum(['sent', 'skipped', 'resent']),
});

export const operations = [
  endpoint({
    method: 'GET',
    path: '/api/event-names',
    role: 'viewer',
    summary: 'Names of events that have come in, for whoever writes a campaign',
    answer: z.object({ items: z.array(z.string()), complete: z.boolean() }),
    run: async ({ eventNames }) => {
      const known = await eventNames.list();
      return { items: [...(known ?? [])].sort(), complete: known !== undefined };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/doubts',
    role: 'viewer',
    summary: 'Mails of which nobody can say whether they went out; the first to be resolved first',
    query: portion(place),
    answer: listingOf(doubt),
    run: async ({ doubts }, { query }) => {
      const items = await doubts.pending(listRequest(query));
      return listing(items, query.limit, ({ resolveAt, message }) => [resolveAt, message.id]);
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/doubts/resolved',
    role: 'viewer',
    summary: 'What became of mails that were in doubt, in the order of time',
    query: portion(place),
    answer: listingOf(resolved),
    run: async ({ doubts }, { query }) => {
      const items = await doubts.resolved(listRequest(query));
      return listing(items, query.limit, ({ at, doubt }) => [at, doubt.message.id]);
    },
  }),
];
