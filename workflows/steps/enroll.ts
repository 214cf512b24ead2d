// Enroll: lets the contact into another campaign, whatever that one's own trigger waits for. Its audience,
// its re-entry and its limits are asked all the same.
import * as z from 'zod';
import type { Fields } from '../model/event.ts';
import { campaignName } from './campaign-name.ts';
import { eventNames, fillableFields, fillFields } from './fill.ts';
import type { StepType } from './step.ts';
import { stepId } from './step-id.ts';

export interface EnrollStep {
  readonly id?: string;
  readonly enroll: string;
  /** What the other campaign finds as the properties of its trigger. */
  readonly with?: Fields;
}

const schema = z.strictObject({
  id: z.optional(stepId),
  enroll: campaignName.meta({
    title: 'Campaign',
    format: 'campaign',
    description: 'Its audience and its limits are asked all the same.',
  }),
  with: z.optional(
    fillableFields().meta({
      title: 'What it is told',
      description: 'Found there as properties of the event; may hold names in braces.',
    }),
  ),
}) as z.ZodType<EnrollStep>;

export const enroll: StepType<EnrollStep> = {
  type: 'enroll',
  label: 'Enroll in another campaign',
  about: 'Lets the contact into another campaign, if that one takes them.',
  blank: { enroll: '' },
  schema,
  paths: () => ({}),
  slug: (step) => `enroll-${step.enroll}`.slice(0, 50),
  sentence: (step) => `Enroll in campaign ${step.enroll}`,
  reads: (step) => eventNames(step.with),
  refers: (step) => [`campaign:${step.enroll}`],
  arrive: ({ enroll: target, with: given = {} }, { contact, enrollment }) => {
    const properties = fillFields(given, { person: contact.traits, event: enrollment.event });
    const order = { kind: 'enroll', target, properties } as const;
    return { do: 'act', orders: [order], because: `enrolls in campaign ${target}` };
  },
};
