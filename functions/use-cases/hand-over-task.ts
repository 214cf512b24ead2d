// Handing an open task to somebody else of the team, or to another day.
import * as z from 'zod';
import type { KeptTask } from '../../workflows/model/task.ts';
import { Refused } from '../errors.ts';
import type { Tasks } from '../order-ports.ts';
import { accept } from './accept.ts';
import { taskOf } from './finish-task.ts';
import type { Person } from './past-rows.ts';

/** In the year 2286: a moment that no calendar shows would break every page that lists the task. */
const latest = 9_999_999_999_999;

/** Whoever it is for, in the team's own words; and when it is due. */
export const handedOver = z
  .strictObject({
    assignee: z.optional(z.string().trim().min(1).max(200)),
    due: z.optional(z.int().min(0).max(latest)),
  })
  .refine((told) => Object.keys(told).length > 0, 'an owner, or a time');

/** Throws Refused when there is no such task, or when it is finished. */
export async function handOverTask(
  { tasks }: { readonly tasks: Pick<Tasks, 'get' | 'change'> },
  { contact, id }: { readonly contact: Person; readonly id: string },
  input: unknown,
): Promise<KeptTask> {
  const { assignee, due } = accept(handedOver, input, 'The task');
  const { task, finish } = await taskOf(tasks, contact, id);
  const to = { ...(assignee !== undefined && { assignee }), ...(due !== undefined && { due }) };
  if (finish || !(await tasks.change(task, to))) throw new Refused(409, 'It is finished already');
  return { task: { ...task, ...to } };
}
