// And, or, not: rules inside rules, of conditions and of filters alike. How deep they nest is built in, not checked later.
import * as z from 'zod';

interface Leaf {
  readonly op: string;
}

interface Group<R> {
  readonly op: 'and' | 'or';
  readonly rules: readonly R[];
}

interface Not<R> {
  readonly op: 'not';
  readonly rule: R;
}

const isGroup = <R extends Leaf>(rule: Leaf): rule is Group<R> =>
  rule.op === 'and' || rule.op === 'or';
const isNot = <R extends Leaf>(rule: Leaf): rule is Not<R> => rule.op === 'not';

/** The rules directly inside; none of a leaf. */
export function partsOf<R extends Leaf>(rule: R): readonly R[] {
  if (isGroup<R>(rule)) return rule.rules;
  return isNot<R>(rule) ? [rule.rule] : [];
}

/** The rules that have none inside, in reading order. */
export const leavesOf = <R extends Leaf>(rule: R): R[] =>
  isGroup(rule) || isNot(rule) ? partsOf(rule).flatMap((part) => leavesOf(part)) : [rule];

/** `inside` another group. Commas would join what the outer one keeps apart, so only the outermost has them. */
export function groupWords<R extends Leaf>(
  rule: R,
  inside: boolean,
  leafWords: (leaf: R) => string,
): string {
  if (isNot<R>(rule)) return `not (${groupWords(rule.rule, false, leafWords)})`;
  if (!isGroup<R>(rule)) return leafWords(rule);
  const [only] = rule.rules;
  if (rule.rules.length === 1 && only) return groupWords(only, inside, leafWords);
  const parts = rule.rules.map((one) => groupWords(one, true, leafWords));
  return inside ? `(${parts.join(` ${rule.op} `)})` : parts.join(`, ${rule.op} `);
}

interface Nesting {
  readonly depth: number;
  readonly leaves: number;
}

/** Leaves, and groups of them, one inside another at most `depth` times. */
export function nested<R extends Leaf>(
  schemas: readonly z.core.$ZodTypeDiscriminable[],
  { depth, leaves }: Nesting,
): z.ZodType<R> {
  const names = schemas.flatMap(({ _zod }) => [...(_zod.propValues.op ?? [])]);
  const level = (left: number): z.ZodType<R> => {
    const groups = left === 0 ? [] : groupsOf(level(left - 1));
    const known = left === 0 ? names : ['and', 'or', 'not', ...names];
    const error = ({ input }: Given) => refusal(input, { known, depth });
    return z.discriminatedUnion('op', [...schemas, ...groups] as Discriminable, { error }) as never;
  };
  return level(depth).refine(
    (rule) => leavesOf(rule).length <= leaves,
    `a rule has at most ${leaves} conditions`,
  );
}

type Discriminable = [z.core.$ZodTypeDiscriminable];

const groupsOf = <R>(inner: z.ZodType<R>) => [
  z.strictObject({ op: z.enum(['and', 'or']), rules: z.array(inner).min(1).max(100) }),
  z.strictObject({ op: z.literal('not'), rule: inner }),
];

interface Given {
  readonly input?: unknown;
}

interface Level {
  readonly known: readonly unknown[];
  readonly depth: number;
}

function refusal(input: unknown, { known, depth }: Level): string {
  if (typeof input !== 'object' || input === null)
    return 'a condition asks an attribute or a property, or combines others: and, or, not';
  const { op = '' } = input as Partial<Leaf>;
  return ['and', 'or', 'not'].includes(op) && !known.includes(op)
    ? `and, or, not stand inside one another at most ${depth} times`
    : `an operator is one of: ${known.join(', ')}`;
}
