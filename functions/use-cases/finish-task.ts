// Finishing a task: once, with how it ended, and told to the campaigns as an event. May be asked again without harm.
import * as z from 'zod';
import { pastOf } from '../../workflows/model/contact.ts';
import { type Finish, finishEvent, type KeptTask } from '../../workflows/model/task.ts';
import { Refused } from '../errors.ts';
import type { Tasks } from '../order-ports.ts';
import type { Now } from '../ports.ts';
import { accept } from './accept.ts';
import { ourEvent, putEvents } from './carry-out.ts';
import type { Place } from './envelopes.ts';
import type { Person } from './past-rows.ts';

interface FinishPorts {
  readonly tasks: Pick<Tasks, 'get' | 'finish' | 'unlist'>;
  readonly inbox: Place;
  readonly now: Now;
}

const wish = z.strictObject({
  state: z.enum(['done', 'dismissed']),
  by: z.string().min(1).max(200),
  note: z.optional(z.string().max(2_000)),
});

/** Throws Refused when there is no such task, or when it has ended in another way already. */
export async function finishTask(
  ports: FinishPorts,
  { contact, id }: { readonly contact: Person; readonly id: string },
  input: unknown,
): Promise<KeptTask> {
  const { note, ...wished } = accept(wish, input, 'How it ended');
  const kept = await taskOf(ports.tasks, contact, id);
  const finish: Finish = { ...wished, at: ports.now(), ...(note !== undefined && { note }) };
  const standing = await ports.tasks.finish(kept.task, finish);
  await follow(ports, standing);
  if (standing.finish?.state !== wished.state)
    throw new Refused(409, `It is ${standing.finish?.state} already, by ${standing.finish?.by}`);
  return standing;
}

/** Also one that was opened for a contact which turned out to be this one. Throws Refused when there is none. */
export async function taskOf(
  tasks: Pick<Tasks, 'get'>,
  contact: Person,
  id: string,
): Promise<KeptTask> {
  const found = await Promise.all(pastOf(contact).map((one) => tasks.get(one, id)));
  const kept = found.find((one) => one !== undefined);
  if (!kept) throw new Refused(404, 'There is no such task');
  return kept;
}

/** What stands is told, also to the second who asks: the first may have died before. */
async function follow({ tasks, inbox }: FinishPorts, { task, finish }: KeptTask): Promise<void> {
  if (!finish) return;
  const { id, contact, title, assignee, campaign, step } = task;
  const { state, at, by, note } = finish;
  const said = { task_id: id, title, campaign_id: campaign, step, by };
  const properties = { ...said, ...(assignee && { assignee }), ...(note && { note }) };
  const name = finishEvent[state];
  const event = ourEvent({ id: `${id}/finished`, name, contact, at, properties, source: 'task' });
  await putEvents(inbox, [event]);
  await tasks.unlist(task);
}
