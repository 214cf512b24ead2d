// Lists: made by hand, and whom people put on them.
import * as z from 'zod';
import { changeMembers, memberChanges } from '../use-cases/change-members.ts';
import { deleteList, listInput, listLists, putList } from '../use-cases/lists.ts';
import { endpoint } from './endpoint.ts';
import { idempotency, keyOf } from './idempotency.ts';
import { listing, listingOf, listRequest, portion } from './portion.ts';

const list = z.object({
  id: z.string(),
  name: z.string(),
  description: z.optional(z.string()),
});

export const lists = [
  endpoint({
    method: 'GET',
    path: '/api/lists',
    role: 'viewer',
    summary: 'Lists by id; members: GET /api/contacts?list=',
    query: portion(z.string()),
    answer: listingOf(list),
    run: async (ports, { query }) => {
      const items = await listLists(ports, listRequest(query));
      return listing(items, query.limit, ({ id }) => id);
    },
  }),
  endpoint({
    method: 'PUT',
    path: '/api/lists/{id}',
    role: 'marketer',
    summary: 'Makes a list, or gives one another name',
    body: listInput,
    answer: list,
    run: (ports, { path, body, actor }) => putList(ports, path.id, body, actor.name),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/lists/{id}',
    role: 'marketer',
    summary: 'Deletes a list that nothing live asks for',
    status: 204,
    run: (ports, { path, actor }) => deleteList(ports, path.id, actor.name),
  }),
  endpoint({
    method: 'POST',
    path: '/api/lists/{id}/contacts',
    role: 'marketer',
    summary: 'Puts contacts on a list and takes others off it, by id or key, up to 100',
    headers: idempotency,
    body: memberChanges,
    answer: z.object({
      changed: z.int(),
      unknown: z.array(z.string()),
    }),
    run: (ports, { path, body, headers, actor }) =>
      changeMembers(ports, path.id, body, { id: keyOf(headers), by: actor.name }),
  }),
];
