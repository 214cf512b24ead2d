// Tasks: what campaigns handed to people of the team, and how it ended.
import * as z from 'zod';
import { finishTask } from '../use-cases/finish-task.ts';
import { contactOf } from './contact-of.ts';
import { endpoint } from './endpoint.ts';
import { listing, portion } from './portion.ts';

const finish = z.strictObject({
  state: z.enum(['done', 'dismissed']),
  by: z.optional(z.string().min(1).max(200)),
  note: z.optional(z.string().max(2_000)),
});

export const tasks = [
  endpoint({
    method: 'GET',
    path: '/api/tasks',
    role: 'viewer',
    summary: 'Open tasks, the first due first',
    query: portion(z.tuple([z.int(), z.string()])),
    run: async (ports, { query: { limit, next } }) => {
      const items = await ports.tasks.listOpen(limit, next && { due: next[0], id: next[1] });
      return listing(items, limit, ({ due, id }) => [due, id]);
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/contacts/{id}/tasks',
    role: 'viewer',
    summary: 'Tasks about one contact, open and finished',
    query: portion(z.string()),
    run: async (ports, { path, query: { limit, next } }) => {
      const { id } = await contactOf(ports, path.id);
      const items = await ports.tasks.ofContact(id, limit, next);
      return listing(items, limit, ({ task }) => task.id);
    },
  }),
  endpoint({
    method: 'PUT',
    path: '/api/contacts/{id}/tasks/{task}',
    role: 'sales',
    summary: 'Finishes a task: done or dismissed; campaigns hear of it as an event',
    body: finish,
    run: async (ports, { path, body, actor }) => {
      const { id: contact } = await contactOf(ports, path.id);
      return finishTask(ports, { contact, id: path.task }, { by: actor.name, ...body });
    },
  }),
];
