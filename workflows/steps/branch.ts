// Branch: two paths by a condition on the contact's attributes or on what the trigger's event said.
import * as z from 'zod';
import { type Condition, condition, propertiesRead } from '../conditions/condition.ts';
import { evaluate } from '../conditions/evaluate.ts';
import { type Step, steps } from './index.ts';
import type { StepType } from './step.ts';
import { stepId } from './step-id.ts';

export interface BranchStep {
  readonly id?: string;
  readonly branch: Condition;
  readonly yes?: readonly Step[];
  readonly no?: readonly Step[];
}

const path = z.optional(z.lazy(() => steps));

const schema: z.ZodType<BranchStep> = z
  .strictObject({ id: z.optional(stepId), branch: condition, yes: path, no: path })
  .refine((step) => step.yes || step.no, 'a branch needs steps under yes, no, or both');

export const branch: StepType<BranchStep> = {
  type: 'branch',
  label: 'Branch',
  schema,
  paths: (step) => ({ yes: step.yes ?? [], no: step.no ?? [] }),
  slug: () => 'branch',
  reads: (step) => propertiesRead(step.branch),
  conditions: (step) => [step.branch],
  arrive: (step, moment) => {
    const { held, because } = evaluate(step.branch, moment.subject());
    return { do: 'go_on', path: held ? 'yes' : 'no', because };
  },
};
