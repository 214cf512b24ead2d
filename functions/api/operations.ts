// What people watch over: names of events that came in, and mails in doubt.
import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { listing, listRequest, portion } from './portion.ts';

const place = z.tuple([z.int(), z.string()]);

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
    run: async ({ doubts }, { query }) => {
      const items = await doubts.resolved(listRequest(query));
      return listing(items, query.limit, ({ at, doubt }) => [at, doubt.message.id]);
    },
  }),
];
