// Wait: for a time, or until something: an event, a condition, a time of day, business hours, a date.
// Waits count from the end of the step before, and by the clocks where the contact lives.
import * as z from 'zod';
import { byKey } from '../model/one-of.ts';
import { durationText } from '../model/time.ts';
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

/** By the word under `until` that tells each from the others. */
const kinds = {
  event: waitEvent,
  condition: waitCondition,
  time: waitTime,
  business_hours: waitBusiness,
  date: waitDate,
} as const;

const until = byKey(
  'what a wait waits for',
  Object.fromEntries(
    Object.entries(kinds).map(([word, kind]) => [word, kind.until as z.ZodType<object>]),
  ),
);

const lasting = 'a wait needs "for": how long it lasts, or lasts at most';
const ending = 'a wait until a time, business_hours or a date ends by itself, without "for"';

const waiting = z
  .strictObject({
    for: z.optional(
      durationText.meta({
        title: 'For',
        description: 'How long; until something happens or holds, how long at most.',
      }),
    ),
    until: z.optional(
      until.meta({ title: 'Until', description: 'What ends it; without it the time alone.' }),
    ),
  })
  .superRefine((given, context) => {
    const { lasts } = kindOf(given as Wait);
    if (lasts !== (given.for !== undefined))
      context.addIssue({ code: 'custom', path: ['for'], message: lasts ? lasting : ending });
  }) as unknown as z.ZodType<Wait>;

function kindOf(given: Wait): WaitKind<Wait> {
  const told = 'until' in given ? given.until : {};
  const [, kind] = Object.entries(kinds).find(([word]) => Object.hasOwn(told, word)) ?? [];
  return (kind ?? waitFor) as unknown as WaitKind<Wait>;
}

const path = z.optional(z.lazy(() => steps));

const schema: z.ZodType<WaitStep> = z
  .strictObject({
    id: z.optional(stepId),
    wait: waiting,
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
  about: 'Keeps the contact here for a time, until something happens, or until a date.',
  blank: { wait: { for: '1 day' } },
  schema,
  paths: (step) =>
    Object.fromEntries(kindOf(step.wait).paths.map((name) => [name, step[name] ?? []])),
  straightOn: ({ wait }) => (kindOf(wait).paths.length > 0 ? 'in time' : undefined),
  slug: () => 'wait',
  sentence: (step) => `Wait ${kindOf(step.wait).sentence(step.wait)}`,
  reads: (step) => kindOf(step.wait).reads?.(step.wait) ?? [],
  conditions: (step) => kindOf(step.wait).conditions?.(step.wait) ?? [],
  arrive: (step, moment) => kindOf(step.wait).arrive(step.wait, moment),
  hear: (step, event, moment) => kindOf(step.wait).hear?.(step.wait, event, moment),
  look: (step, moment) => kindOf(step.wait).look?.(step.wait, moment),
  timeOut: (step, moment) => kindOf(step.wait).timeOut(step.wait, moment),
};
