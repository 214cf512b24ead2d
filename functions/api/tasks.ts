// Tasks: what campaigns handed to people of the team, and how it ended.
import * as z from 'zod';
import { type Contact, pastOf } from '../../workflows/model/contact.ts';
import type { KeptTask } from '../../workflows/model/task.ts';
import type { Tasks } from '../order-ports.ts';
import { finishTask } from '../use-cases/finish-task.ts';
import { contactOf } from './contact-of.ts';
import { endpoint } from './endpoint.ts';
import { listing, listingOf, portion } from './portion.ts';

const finish = z.strictObject({
  state: z.enum(['done', 'dismissed']),
  by: z.optional(z.string().min(1).max(200)),
  note: z.optional(z.string().max(2_000)),
});

const instant = z.int();
const task = z.looseObject({
  id: z.string(),
  contact: z.string(),
  title: z.string(),
  assignee: z.optional(z.string()),
  note: z.optional(z.string()),
  due: instant,
  at: instant,
  campaign: z.string(),
  enrollment: z.string(),
  step: z.string(),
});

export const keptTask = z.object({
  task,
  /** Absent while it is open. */
  finish: z.optional(finish.extend({ by: z.string(), at: instant })),
});

/** Also those that were opened for contacts which turned out to be this one. */
async function tasksOf(
  { ofContact }: Pick<Tasks, 'ofContact'>,
  contact: Contact,
  { limit, next }: { readonly limit: number; readonly next?: string | undefined },
): Promise<KeptTask[]> {
  const all = await Promise.all(pastOf(contact).map((id) => ofContact(id, limit, next)));
  const inOrder = (one: KeptTask, other: KeptTask) => (one.task.id < other.task.id ? -1 : 1);
  return all.flat().sort(inOrder).slice(0, limit);
}

export const tasks = [
  endpoint({
    method: 'GET',
    path: '/api/tasks',
    role: 'viewer',
    summary: 'Open tasks, the first due first',
    query: portion(z.tuple([z.int(), z.string()])),
    answer: listingOf(task),
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
    answer: listingOf(keptTask),
    run: async (ports, { path, query: { limit, next } }) => {
      const items = await tasksOf(ports.tasks, await contactOf(ports, path.id), { limit, next });
      return listing(items, limit, ({ task }) => task.id);
    },
  }),
  endpoint({
    method: 'PUT',
    path: '/api/contacts/{id}/tasks/{task}',
    role: 'sales',
    summary: 'Finishes a task: done or dismissed; campaigns hear of it as an event',
    body: finish,
    answer: keptTask,
    run: async (ports, { path, body, actor }) => {
      const contact = await contactOf(ports, path.id);
      return finishTask(ports, { contact, id: path.task }, { by: actor.name, ...body });
    },
  }),
];
