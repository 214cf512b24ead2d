// Tasks: what campaigns handed to people of the team, and how it ended.
import * as z from 'zod';
import { type Contact, pastOf } from '../../workflows/model/contact.ts';
import { leadStage, leadStages } from '../../workflows/model/lead-stage.ts';
import type { KeptTask } from '../../workflows/model/task.ts';
import type { Tasks } from '../order-ports.ts';
import { editContact } from '../use-cases/change-contact.ts';
import { finishTask } from '../use-cases/finish-task.ts';
import { handedOver, handOverTask } from '../use-cases/hand-over-task.ts';
import { findContact } from '../use-cases/read-timeline.ts';
import { calledIn } from './called-in.ts';
import { contactOf } from './contact-of.ts';
import { shown } from './contact-view.ts';
import { endpoint } from './endpoint.ts';
import { idempotency, keyOf } from './idempotency.ts';
import { listing, listingOf, portion } from './portion.ts';
import type { ApiPorts } from './ports.ts';

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

const stage = z.enum(leadStages);

/** Whom a task is about, as a salesperson looks at them. */
const lead = z.object({
  name: z.optional(z.string()),
  email: z.optional(z.string()),
  score: z.optional(z.number()),
  stage: z.optional(stage),
});

const openTask = task.extend({ lead: z.optional(lead) });

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

/** Absent of somebody who has been erased. */
async function leadOf(ports: ApiPorts, id: string): Promise<{ lead?: z.output<typeof lead> }> {
  const found = await findContact(ports, id);
  if (!found) return {};
  const { traits, score: counted } = shown(found);
  const { name, email } = calledIn(traits);
  const score = z.number().safeParse(counted).data;
  const at = stage.safeParse(traits[leadStage]).data;
  return { lead: { name, email, score, stage: at } };
}

export const tasks = [
  endpoint({
    method: 'GET',
    path: '/api/tasks',
    role: 'viewer',
    summary: 'Open tasks, the first due first; with=lead tells whom each is about',
    query: portion(z.tuple([z.int(), z.string()])).extend({ with: z.optional(z.literal('lead')) }),
    answer: listingOf(openTask),
    run: async (ports, { query: { limit, next, with: wanted } }) => {
      const open = await ports.tasks.listOpen(limit, next && { due: next[0], id: next[1] });
      const items = await Promise.all(
        open.map(async (one) => ({ ...one, ...(wanted && (await leadOf(ports, one.contact))) })),
      );
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
  endpoint({
    method: 'PATCH',
    path: '/api/contacts/{id}/tasks/{task}',
    role: 'sales',
    summary: 'Hands an open task to somebody else, or to another day',
    body: handedOver,
    answer: keptTask,
    run: async (ports, { path, body }) => {
      const contact = await contactOf(ports, path.id);
      return handOverTask(ports, { contact, id: path.task }, body);
    },
  }),
  endpoint({
    method: 'PUT',
    path: '/api/contacts/{id}/stage',
    role: 'sales',
    summary: 'Says how far a lead has come: the attribute lead_stage, which rules can ask',
    headers: idempotency,
    body: z.strictObject({ stage }),
    status: 204,
    run: async (ports, { path, body, headers, actor }) => {
      const { id } = await contactOf(ports, path.id);
      const signature = { id: keyOf(headers), by: actor.name };
      await editContact(ports, id, { set: { [leadStage]: body.stage } }, signature);
    },
  }),
];
