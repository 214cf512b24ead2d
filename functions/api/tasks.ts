// Tasks: what campaigns handed to people of the team, and how it ended.
import * as z from 'zod';
import { finishTask } from '../use-cases/finish-task.ts';
import { contactOf } from './contact-of.ts';
import { endpoint } from './endpoint.ts';

const finish = z.strictObject({
  state: z.enum(['done', 'dismissed']),
  by: z.optional(z.string().min(1).max(200)),
  note: z.optional(z.string().max(2_000)),
});

const most = 500;

export const tasks = [
  endpoint({
    method: 'GET',
    path: '/api/tasks',
    role: 'viewer',
    summary: 'Open tasks, the first due first',
    run: async (ports) => ({ items: await ports.tasks.listOpen(most) }),
  }),
  endpoint({
    method: 'GET',
    path: '/api/contacts/{id}/tasks',
    role: 'viewer',
    summary: 'Tasks about one contact, open and finished',
    run: async (ports, { path }) => {
      const { id } = await contactOf(ports, path.id);
      return { items: await ports.tasks.ofContact(id, most) };
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
