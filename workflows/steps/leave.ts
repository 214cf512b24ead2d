// Leave: takes the contact out of a campaign, also out of the one that this step is in. Its goal may still count.
import * as z from 'zod';
import { campaignName } from './campaign-name.ts';
import type { StepType } from './step.ts';
import { stepId } from './step-id.ts';

export interface LeaveStep {
  readonly id?: string;
  readonly leave: string;
}

const schema: z.ZodType<LeaveStep> = z.strictObject({
  id: z.optional(stepId),
  leave: campaignName.meta({
    title: 'Campaign',
    format: 'campaign',
    description: 'It may be this one.',
  }),
});

export const leave: StepType<LeaveStep> = {
  type: 'leave',
  label: 'Leave a campaign',
  about: 'Takes the contact out of a campaign, also out of this one.',
  blank: { leave: '' },
  schema,
  paths: () => ({}),
  slug: (step) => `leave-${step.leave}`.slice(0, 50),
  sentence: (step) => `Leave campaign ${step.leave}`,
  refers: (step) => [`campaign:${step.leave}`],
  ends: (step, campaign) => step.leave === campaign,
  arrive: ({ leave: target }) => ({
    do: 'act',
    orders: [{ kind: 'leave', target }],
    because: `leaves campaign ${target}`,
  }),
};
