// Branch: two paths by one condition, or one path of several by the first condition that holds.
// Conditions ask of the contact as it is by then, and of what the trigger's event said.
import * as z from 'zod';
import { type Condition, condition, propertiesRead } from '../conditions/condition.ts';
import { constant } from '../conditions/constant.ts';
import { evaluate } from '../conditions/evaluate.ts';
import { sentence } from '../conditions/sentence.ts';
import { type Step, steps } from './index.ts';
import type { Moment, Outcome, StepType } from './step.ts';
import { stepId } from './step-id.ts';

interface YesNo {
  readonly id?: string;
  readonly branch: Condition;
  readonly yes?: readonly Step[];
  readonly no?: readonly Step[];
}

interface Case {
  readonly if: Condition;
  /** Names its path in reports; "case-1" and so on unless said. */
  readonly name?: string;
  readonly steps: readonly Step[];
}

interface ManyWay {
  readonly id?: string;
  /** The first whose condition holds. */
  readonly branch: readonly Case[];
  readonly else?: readonly Step[];
}

export type BranchStep = YesNo | ManyWay;

const inner = z.lazy(() => steps);
const path = z.optional(inner);

const cases = z
  .array(
    z.strictObject({
      if: condition.meta({ title: 'If', format: 'condition' }),
      name: z.optional(stepId.meta({ title: 'Name', description: 'In reports.' })),
      steps: inner,
    }),
  )
  .min(1)
  .max(20)
  .superRefine((all, context) => {
    const names = namesOf(all);
    for (const [index, name] of names.entries())
      if (name === 'else' || names.indexOf(name) < index)
        context.addIssue({
          code: 'custom',
          path: [index, 'name'],
          message: `another path has the name "${name}"`,
        });
  });

const schema = z
  .strictObject({
    id: z.optional(stepId),
    branch: z.union(
      [
        condition.meta({ title: 'One condition', format: 'condition' }),
        cases.meta({ title: 'Several, the first that holds' }),
      ],
      { error: 'a condition, or a list of { if, steps }' },
    ),
    yes: path,
    no: path,
    else: path,
  })
  .superRefine((step, context) => {
    const isMany = Array.isArray(step.branch);
    const misplaced = (isMany ? (['yes', 'no'] as const) : (['else'] as const)).find(
      (name) => step[name],
    );
    const refuse = (message: string, ...place: string[]) =>
      context.addIssue({ code: 'custom', path: place, message });
    if (misplaced) refuse('yes and no go with one condition, else with a list of them', misplaced);
    if (!(isMany || step.yes || step.no))
      refuse('a branch needs steps under yes, no, or both', 'yes');
  }) as z.ZodType<BranchStep>;

const namesOf = (all: readonly { readonly name?: string | undefined }[]): string[] =>
  all.map(({ name }, index) => name ?? `case-${index + 1}`);

const isManyWay = (step: BranchStep): step is ManyWay => Array.isArray(step.branch);

const conditionsOf = (step: BranchStep): Condition[] =>
  isManyWay(step) ? step.branch.map((one) => one.if) : [step.branch];

export const branch: StepType<BranchStep> = {
  type: 'branch',
  label: 'Branch',
  about: 'Asks a condition of the contact, and goes on by the answer.',
  blank: { branch: { op: 'consent', status: 'subscribed' } },
  schema,
  paths: (step) => {
    if (!isManyWay(step)) return { yes: step.yes ?? [], no: step.no ?? [] };
    const names = namesOf(step.branch);
    const paths = step.branch.map((one, index) => [names[index], one.steps] as const);
    return { ...Object.fromEntries(paths), else: step.else ?? [] };
  },
  slug: () => 'branch',
  sentence: (step) =>
    isManyWay(step)
      ? `The first that holds: ${step.branch.map((one) => sentence(one.if)).join('; or else ')}`
      : `If ${sentence(step.branch)}`,
  reads: (step) => conditionsOf(step).flatMap(propertiesRead),
  conditions: conditionsOf,
  deadPaths: (step) => (isManyWay(step) ? deadCases(step) : deadSide(step)),
  arrive: (step, moment) =>
    isManyWay(step) ? firstThatHolds(step, moment) : oneOfTwo(step, moment),
};

function deadSide({ branch: rule }: YesNo): Record<string, string> {
  const answer = constant(rule);
  if (answer === undefined) return {};
  return answer ? { no: 'the condition always holds' } : { yes: 'the condition never holds' };
}

function deadCases({ branch: all }: ManyWay): Record<string, string> {
  const names = namesOf(all);
  const answers = all.map((one) => constant(one.if));
  const last = answers.indexOf(true);
  const behind = last < 0 ? [] : [...names.slice(last + 1), 'else'];
  return Object.fromEntries([
    ...names.flatMap((name, at) =>
      answers[at] === false ? [[name, 'its condition never holds']] : [],
    ),
    ...behind.map((name) => [name, `the condition of "${names[last]}" always holds`]),
  ]);
}

function oneOfTwo(step: YesNo, moment: Moment): Outcome {
  const { held, because } = evaluate(step.branch, moment.subject());
  return { do: 'go_on', path: held ? 'yes' : 'no', because };
}

function firstThatHolds({ branch: all }: ManyWay, moment: Moment): Outcome {
  const subject = moment.subject();
  const failed: string[] = [];
  for (const [index, one] of all.entries()) {
    const { held, because } = evaluate(one.if, subject);
    if (held) return { do: 'go_on', path: namesOf(all)[index] ?? 'else', because };
    failed.push(because);
  }
  return { do: 'go_on', path: 'else', because: failed.join('; ').slice(0, 500).toWellFormed() };
}
