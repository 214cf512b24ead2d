// Task: hands the contact to somebody on the team, with a date by which to look.
import * as z from 'zod';
import { dueAt, dueText } from '../model/task.ts';
import { eventNames, fill, fillable } from './fill.ts';
import type { StepType } from './step.ts';
import { stepId } from './step-id.ts';

export interface TaskStep {
  readonly id?: string;
  readonly task: {
    readonly title: string;
    /** A name, an address or a team. */
    readonly for?: string;
    readonly due?: string;
    readonly note?: string;
  };
}

const soon = '1 business day';

const schema: z.ZodType<TaskStep> = z.strictObject({
  id: z.optional(stepId),
  task: z.strictObject({
    title: fillable(200).meta({
      title: 'Title',
      description: 'May hold names in braces, such as {person.first_name}.',
    }),
    for: z.optional(
      fillable(200).meta({
        title: 'For whom',
        description: 'A name, an address or a team; without it, whoever takes it.',
      }),
    ),
    due: z.optional(
      dueText.meta({
        title: 'Due in',
        format: 'due-span',
        description: 'A business day, unless you say so. Weekends and holidays are none.',
      }),
    ),
    note: z.optional(fillable(2_000).meta({ title: 'Note', format: 'text' })),
  }),
});

export const task: StepType<TaskStep> = {
  type: 'task',
  label: 'Create a task',
  about: 'Hands the contact to somebody on the team, with a date by which to look.',
  blank: { task: { title: '', due: '1 business day' } },
  schema,
  paths: () => ({}),
  slug: () => 'task',
  sentence: ({ task: { title, due = soon, ...rest } }) =>
    `Task${rest.for === undefined ? '' : ` for ${rest.for}`}: "${title}", due in ${due}`,
  reads: ({ task: { title, note, ...rest } }) => eventNames(title, rest.for, note),
  arrive: (step, { contact, enrollment, now, workspace }) => {
    const said = { person: contact.traits, event: enrollment.event };
    const { title, for: assignee, due = soon, note } = step.task;
    const order = {
      kind: 'task',
      title: fill(title, said),
      due: dueAt(due, now, workspace),
      ...(assignee !== undefined && { assignee: fill(assignee, said) }),
      ...(note !== undefined && { note: fill(note, said) }),
    } as const;
    return { do: 'act', orders: [order], because: `a task: ${order.title}` };
  },
};
