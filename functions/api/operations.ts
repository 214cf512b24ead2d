// What came in and what did not: names of events, mails in doubt, and what was not taken as an event.
import * as z from 'zod';
import { Refused } from '../errors.ts';
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
  endpoint({
    method: 'GET',
    path: '/api/quarantine/{day}',
    role: 'viewer',
    summary: 'What was not taken as an event on a day (UTC), and why; the newest first',
    // One item may be a whole request of half a megabyte.
    query: portion(place, { usual: 10, most: 10 }),
    run: async ({ quarantine }, { path, query: { limit, next } }) => {
      const after = next && { at: next[0], id: next[1] };
      const items = await quarantine.list(startOf(path.day), { limit, after });
      return listing(items, limit, ({ at, id }) => [at, id]);
    },
  }),
];

function startOf(day: string): number {
  if (!z.iso.date().safeParse(day).success)
    throw new Refused(422, 'A day is written like 2026-11-22', { at: 'day' });
  return Date.parse(`${day}T00:00:00Z`);
}
