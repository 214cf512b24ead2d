// Emit: puts an event of ours on the bus, as if the person had done it, so that other campaigns can follow.
import * as z from 'zod';
import type { Fields } from '../model/event.ts';
import { line } from '../model/text.ts';
import { eventNames, fillableFields, fillFields } from './fill.ts';
import type { StepType } from './step.ts';
import { stepId } from './step-id.ts';

export interface EmitStep {
  readonly id?: string;
  readonly emit: { readonly event: string; readonly properties?: Fields };
}

const schema = z.strictObject({
  id: z.optional(stepId),
  emit: z.strictObject({
    event: line(200).meta({
      title: 'Event',
      format: 'event-name',
      description: 'Its name, as campaigns and conditions will ask for it.',
    }),
    properties: z.optional(
      fillableFields().meta({ title: 'Properties', description: 'May hold names in braces.' }),
    ),
  }),
}) as z.ZodType<EmitStep>;

export const emit: StepType<EmitStep> = {
  type: 'emit',
  label: 'Emit an event',
  about: 'Says that something happened, so that other campaigns can follow.',
  blank: { emit: { event: '' } },
  schema,
  paths: () => ({}),
  slug: () => 'emit',
  sentence: ({ emit: { event } }) => `Say that "${event}" happened`,
  reads: ({ emit: { properties } }) => eventNames(properties),
  arrive: ({ emit: { event, properties = {} } }, { contact, enrollment }) => {
    const said = { person: contact.traits, event: enrollment.event };
    const order = { kind: 'emit', event, properties: fillFields(properties, said) } as const;
    return { do: 'act', orders: [order], because: `says that "${event}" happened` };
  },
};
