// Split: sends each contact down one of several paths, by chance and by weight. The same contact always takes the
// same path of the same step; new weights are for those who come to it for the first time.
import * as z from 'zod';
import { draw } from '../engine/draw.ts';
import { type Step, steps } from './index.ts';
import type { Moment, StepType } from './step.ts';
import { stepId } from './step-id.ts';

interface Arm {
  readonly name: string;
  /** Its share is this part of the sum of all weights. */
  readonly weight: number;
  readonly steps?: readonly Step[];
}

export interface SplitStep {
  readonly id?: string;
  readonly split: readonly Arm[];
}

const arm = z.strictObject({
  name: stepId.meta({ title: 'Name', description: 'In reports.' }),
  weight: z.number().min(0).max(1_000_000).meta({
    title: 'Weight',
    description: 'Its share of all weights: 50 beside 50 is one half.',
  }),
  steps: z.optional(z.lazy(() => steps)),
});

const arms = z
  .array(arm)
  .min(2)
  .max(20)
  .refine((all) => all.some(({ weight }) => weight > 0), 'one arm at least weighs more than 0')
  .superRefine((all, context) => {
    const names = all.map(({ name }) => name);
    for (const [index, name] of names.entries())
      if (names.indexOf(name) < index)
        context.addIssue({
          code: 'custom',
          path: [index, 'name'],
          message: `another arm has the name "${name}"`,
        });
  });

const schema = z.strictObject({
  id: z.optional(stepId),
  split: arms.meta({ title: 'Paths' }),
}) as z.ZodType<SplitStep>;

export const split: StepType<SplitStep> = {
  type: 'split',
  label: 'Split at random',
  about:
    'Sends each contact down one of several paths, by chance; the same contact always the same way.',
  blank: {
    split: [
      { name: 'a', weight: 50 },
      { name: 'b', weight: 50 },
    ],
  },
  schema,
  paths: (step) => Object.fromEntries(step.split.map((one) => [one.name, one.steps ?? []])),
  slug: () => 'split',
  sentence: (step) =>
    `Split at random: ${step.split.map((one) => `${shareOf(step, one)} ${one.name}`).join(', ')}`,
  deadPaths: (step) =>
    Object.fromEntries(
      step.split
        .filter(({ weight }) => weight === 0)
        .map(({ name }) => [name, 'its weight is 0, so that nobody new takes it']),
    ),
  arrive: (step, moment) => {
    const known = stored(step, moment);
    const { name } = known ?? drawn(step, moment);
    const because = known ? 'the arm it has had before' : `by chance, ${shareOf(step, { name })}`;
    const arms = { ...moment.enrollment.arms, [moment.step]: name };
    return { do: 'go_on', path: name, keeps: { arms }, because };
  },
};

function stored({ split: all }: SplitStep, { enrollment, step }: Moment): Arm | undefined {
  const { arms = {} } = enrollment;
  return Object.hasOwn(arms, step) ? all.find(({ name }) => name === arms[step]) : undefined;
}

const total = ({ split: all }: SplitStep) => all.reduce((sum, { weight }) => sum + weight, 0);

function drawn(given: SplitStep, { hash, contact, enrollment, step }: Moment): Arm {
  const all = given.split.filter(({ weight }) => weight > 0);
  const point = draw(hash, contact.id, `split/${enrollment.campaign}/${step}`) / 100;
  let left = point * total(given);
  const found = all.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  // What rounding leaves over is the last one's.
  return found ?? (all.at(-1) as Arm);
}

function shareOf(step: SplitStep, { name }: Pick<Arm, 'name'>): string {
  const { weight = 0 } = step.split.find((one) => one.name === name) ?? {};
  return `${Math.round((weight / total(step)) * 1_000) / 10}%`;
}
