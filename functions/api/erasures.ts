// Erasures: asked for by the owner, and watched until nothing of the person can come back out of any queue.
import * as z from 'zod';
import { type Erasure, grounds } from '../erasure-ports.ts';
import { Refused } from '../errors.ts';
import { eraseContact } from '../use-cases/erase.ts';
import { erasureOf } from '../use-cases/erasure-of.ts';
import { findContact } from '../use-cases/read-timeline.ts';
import { endpoint } from './endpoint.ts';
import { listing, listingOf, listRequest, portion } from './portion.ts';

const at = z.int();
const answer = z.object({
  id: z.string(),
  contact: z.string(),
  by: z.string(),
  because: z.enum(grounds),
  requestedAt: at,
  state: z.enum(['INITIALIZED', 'RUNNING', 'FINISHED']),
  passes: z.int(),
  nextAt: z.optional(at),
  finishedAt: z.optional(at),
});

const told = ({ traces: _, ...erasure }: Erasure) => erasure;

export const erasures = [
  endpoint({
    method: 'POST',
    path: '/api/contacts/{id}/erase',
    role: 'administrator',
    summary: 'Erases a person for good; asked again it tells how far that is',
    body: z.strictObject({ because: z.enum(grounds).default('asked') }),
    answer,
    status: 202,
    run: async (ports, { path, body, actor }) => {
      const contact = await findContact(ports, path.id);
      if (contact) return told(await eraseContact(ports, contact.id, { by: actor.name, ...body }));
      const known = await erasureOf(ports, path.id);
      if (!known) throw new Refused(404, 'There is no such contact');
      return told(known);
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/erasures',
    role: 'viewer',
    summary: 'Erasures, the newest first',
    query: portion(z.string()),
    answer: listingOf(answer),
    run: async ({ erasures: all }, { query }) => {
      const items = await all.list(listRequest(query));
      return listing(items.map(told), query.limit, ({ id }) => id);
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/erasures/{id}',
    role: 'viewer',
    summary: 'How far an erasure is',
    answer,
    run: async ({ erasures: all }, { path }) => {
      const found = await all.get(path.id);
      if (!found) throw new Refused(404, 'There is no such erasure');
      return told(found.value);
    },
  }),
];
