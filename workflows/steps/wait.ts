// Wait: for a time, or until something: an event, a condition, a time of day, business hours, a date.
// Waits count from the end of the step before, and by the clocks where the contact lives.
import * as z from 'zod';
import { type Step, steps } from './index.ts';
import type { StepType } from './step.ts';
import { stepId } from './step-id.ts';
import { type WaitBusiness, type WaitTime, waitBusiness, waitTime } from './wait-clock.ts';
import { type WaitCondition, waitCondition } from './wait-condition.ts';
import { type WaitDate, waitDate } from './wait-date.ts';
import { type WaitEvent, waitEvent } from './wait-event.ts';
import { type WaitFor, waitFor } from './wait-for.ts';
import type { WaitKind, WaitPath } from './wait-kind.ts';

type Wait = WaitFor | WaitEvent | WaitCondition | WaitTime | WaitBusiness | WaitDate;

export interface WaitStep extends Readonly<Partial<Record<WaitPath, readonly Step[]>>> {
  readonly id?: string;
  readonly wait: Wait;
}

/** By the word that tells each from the others, in `until` or in the wait itself. */
const kinds = {
  event: waitEvent,
  condition: waitCondition,
  time: waitTime,
  business_hours: waitBusiness,
  date: waitDate,
  for: waitFor,
} as const;

const wait_ = z.union(
  Object.values(kinds).map(({ schema }) => schema as z.ZodType<Wait>),
  {
    error:
      'a wait is { for } a time, { for, until } an event or a condition, or { until } a time, business_hours or a date',
  },
);

function kindOf(given: Wait): WaitKind<Wait> {
  const told = 'until' in given ? given.until : given;
  const [, kind] = Object.entries(kinds).find(([word]) => Object.hasOwn(told, word)) ?? [];
  if (!kind) throw new Error(`No such wait: ${Object.keys(told).join(', ')}`);
  return kind as unknown as WaitKind<Wait>;
}

const path = z.optional(z.lazy(() => steps));

const schema: z.ZodType<WaitStep> = z
  .strictObject({
    id: z.optional(stepId),
    wait: wait_,
    onTimeout: path,
    onMissing: path,
    onPast: path,
  })
  .superRefine((step, context) => {
    const { paths } = kindOf(step.wait);
    for (const name of ['onTimeout', 'onMissing', 'onPast'] as const)
      if (step[name] && !paths.includes(name))
        context.addIssue({ code: 'custom', path: [name], message: reasons[name] });
  });

const reasons: Readonly<Record<WaitPath, string>> = {
  onTimeout: 'onTimeout needs wait.until an event or a condition: others end by themselves',
  onMissing: 'onMissing needs wait.until a date: nothing else may be missing',
  onPast: 'onPast needs wait.until a date: nothing else may be past',
};

export const wait: StepType<WaitStep> = {
  type: 'wait',
  label: 'Wait',
  schema,
  paths: (step) =>
    Object.fromEntries(kindOf(step.wait).paths.map((name) => [name, step[name] ?? []])),
  slug: () => 'wait',
  sentence: (step) => `Wait ${kindOf(step.wait).sentence(step.wait)}`,
  reads: (step) => kindOf(step.wait).reads?.(step.wait) ?? [],
  conditions: (step) => kindOf(step.wait).conditions?.(step.wait) ?? [],
  arrive: (step, moment) => kindOf(step.wait).arrive(step.wait, moment),
  hear: (step, event, moment) => kindOf(step.wait).hear?.(step.wait, event, moment),
  look: (step, moment) => kindOf(step.wait).look?.(step.wait, moment),
  timeOut: (step, moment) => kindOf(step.wait).timeOut(step.wait, moment),
};
