// The rule language: what a marketer may ask of a contact, of its past, and of the event at hand.
// Refuses more than 100 conditions in one rule, and groups nested deeper than five.
import * as z from 'zod';
import { operators } from './operators.ts';

export type Leaf = z.infer<(typeof operators)[number]['schema']>;

export type Condition =
  | Leaf
  | { readonly op: 'and' | 'or'; readonly rules: readonly Condition[] }
  | { readonly op: 'not'; readonly rule: Condition };

export const limits = { conditions: 100, depth: 5 } as const;

const leaves = operators.map(({ schema }) => schema) as unknown as [
  (typeof operators)[number]['schema'],
];

const names = operators.map(({ op }) => op).join(', ');
const unknownOperator = `an operator is one of: and, or, not, ${names}`;
const noCondition = 'a condition asks an attribute or a property, or combines others: and, or, not';

const rule: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion(
    'op',
    [
      ...leaves,
      z.strictObject({ op: z.enum(['and', 'or']), rules: z.array(rule).min(1).max(100) }),
      z.strictObject({ op: z.literal('not'), rule }),
    ],
    { error: ({ input }) => (typeof input === 'object' ? unknownOperator : noCondition) },
  ),
);

export const condition: z.ZodType<Condition> = rule.superRefine((given, context) => {
  const message = excess(given);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
});

function excess(given: Condition): string | undefined {
  if (depthOf(given) > limits.depth) return `conditions are nested at most ${limits.depth} deep`;
  if (leavesOf(given).length > limits.conditions)
    return `a rule has at most ${limits.conditions} conditions`;
  return undefined;
}

/** The rules directly inside; none of a leaf. */
export function partsOf(given: Condition): readonly Condition[] {
  if (given.op === 'and' || given.op === 'or') return given.rules;
  return given.op === 'not' ? [given.rule] : [];
}

export function leavesOf(given: Condition): Leaf[] {
  const inside = given.op === 'and' || given.op === 'or' || given.op === 'not';
  return inside ? partsOf(given).flatMap(leavesOf) : [given as Leaf];
}

const depthOf = (given: Condition): number =>
  partsOf(given).reduce((deepest, part) => Math.max(deepest, 1 + depthOf(part)), 0);

/** The names of event properties that a condition reads: what an enrollment must carry of its event. */
export const propertiesRead = (given: Condition): string[] =>
  leavesOf(given).flatMap((leaf) =>
    'property' in leaf && leaf.property !== undefined ? [leaf.property] : [],
  );
