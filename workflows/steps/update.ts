// Update: changes the contact: attributes, tags, lists, and scores up and down.
import * as z from 'zod';
import { type Changes, changes } from '../model/changes.ts';
import type { Fields } from '../model/event.ts';
import { eventNames, fillableFields, fillFields } from './fill.ts';
import type { StepType } from './step.ts';
import { stepId } from './step-id.ts';

export interface UpdateStep {
  readonly id?: string;
  readonly update: Changes;
}

const said = fillableFields();

const schema: z.ZodType<UpdateStep> = z.strictObject({
  id: z.optional(stepId),
  update: changes.superRefine(({ set }, context) => {
    const { error } = said.safeParse(set ?? {});
    for (const { message, path } of error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['set', ...path], message });
  }),
});

export const update: StepType<UpdateStep> = {
  type: 'update',
  label: 'Update the contact',
  about: 'Changes attributes, tags, scores and lists of the contact.',
  blank: { update: {} },
  schema,
  paths: () => ({}),
  slug: () => 'update',
  sentence: (step) => upper(words(step.update)),
  reads: ({ update: { set } }) => eventNames(set as Fields | undefined),
  refers: ({ update: { join = [], leave = [] } }) =>
    [...join, ...leave].map((id) => `list:${id}` as const),
  arrive: ({ update: given }, { contact, enrollment }) => {
    const about = { person: contact.traits, event: enrollment.event };
    const { set } = given;
    const filled = set ? { ...given, set: fillFields(set as Fields, about) as typeof set } : given;
    return { do: 'act', changes: filled, because: words(filled) };
  },
};

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "set plan to "pro", add 10 to lead_score, tag vip". */
function words({ set = {}, unset, add = {}, ...others }: Changes): string {
  const { tag, untag, join, leave } = others;
  return [
    ...Object.entries(set).map(([name, value]) => `set ${name} to ${shown(value)}`),
    ...listed('unset', unset),
    ...Object.entries(add).map(([name, amount]) =>
      amount < 0 ? `take ${-amount} from ${name}` : `add ${amount} to ${name}`,
    ),
    ...listed('tag', tag),
    ...listed('untag', untag),
    ...listed('put on list', join),
    ...listed('take off list', leave),
  ].join(', ');
}

const listed = (what: string, names: readonly string[] = []): string[] =>
  names.length > 0 ? [`${what} ${names.join(', ')}`] : [];

const shown = (value: unknown): string => JSON.stringify(value).slice(0, 100).toWellFormed();
