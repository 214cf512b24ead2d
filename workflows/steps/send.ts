// Send: asks for one message, if the gate lets it pass.
import * as z from 'zod';
import type { StepType } from './step.ts';
import { stepId } from './step-id.ts';

export interface SendStep {
  readonly id?: string;
  readonly send: string;
}

const schema: z.ZodType<SendStep> = z.strictObject({
  id: z.optional(stepId),
  send: z.string().min(1).max(60).meta({
    title: 'Template',
    format: 'template',
    description: 'The mail. What it says is written under Templates.',
  }),
});

export const send: StepType<SendStep> = {
  type: 'send',
  label: 'Send an email',
  about: 'Asks for one mail. Consent, caps and quiet hours decide whether it goes, and when.',
  blank: { send: '' },
  schema,
  paths: () => ({}),
  slug: (step) => step.send,
  sentence: (step) => `Send "${step.send}"`,
  templates: (step) => [step.send],
  arrive: (step) => ({ do: 'send', template: step.send }),
};
