// Wait: for a duration, or until an event with a time-out path.
import * as z from 'zod';
import { condition } from '../conditions/condition.ts';
import { evaluate } from '../conditions/evaluate.ts';
import { duration, durationText } from '../model/time.ts';
import { type Step, steps } from './index.ts';
import type { StepType } from './step.ts';
import { stepId } from './step-id.ts';

const until = z.strictObject({
  event: z.string().min(1).max(200),
  where: z.optional(condition),
});

export interface WaitStep {
  readonly id?: string;
  readonly wait: { readonly for: string; readonly until?: z.infer<typeof until> };
  readonly onTimeout?: readonly Step[];
}

const schema: z.ZodType<WaitStep> = z
  .strictObject({
    id: z.optional(stepId),
    wait: z.strictObject({ for: durationText, until: z.optional(until) }),
    onTimeout: z.optional(z.lazy(() => steps)),
  })
  .refine(
    (step) => step.onTimeout === undefined || step.wait.until !== undefined,
    'onTimeout needs wait.until: a plain wait always ends by itself',
  );

export const wait: StepType<WaitStep> = {
  type: 'wait',
  label: 'Wait',
  schema,
  paths: (step) => ({ onTimeout: step.onTimeout ?? [] }),
  slug: () => 'wait',
  arrive: (step, { now }) => ({ do: 'wait', until: now + duration(step.wait.for) }),
  hear: (step, event, { contact, enrollment, now }) => {
    const wish = step.wait.until;
    if (wish?.event !== event.name || event.timestamp < (enrollment.since ?? 0)) return undefined;
    const subject = {
      contact,
      properties: event.properties ?? {},
      now,
      zone: 'UTC',
      hash: (text: string) => text,
    };
    const answer = wish.where ? evaluate(wish.where, subject) : undefined;
    if (answer && !answer.held) return undefined;
    const detail = answer ? `, ${answer.because}` : '';
    return { do: 'go_on', because: `"${event.name}" happened${detail}` };
  },
  timeOut: (step) => {
    const because = `${step.wait.for} have passed`;
    return step.wait.until
      ? { do: 'go_on', path: 'onTimeout', because: `${because} without "${step.wait.until.event}"` }
      : { do: 'go_on', because };
  },
};
