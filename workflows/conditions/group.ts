// And, or, not: rules inside rules, of conditions and of filters alike.
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

const depthOf = <R extends Leaf>(rule: R): number =>
  partsOf(rule).reduce((deepest, part) => Math.max(deepest, 1 + depthOf(part)), 0);

interface Limits {
  readonly depth: number;
  readonly leaves: number;
}

/**
 * Leaves, and groups of them, one inside another. Every use refers to the same recursive schema, checks
 * included, so that its JSON Schema is told once. `check` says what is wrong with a leaf here.
 */
export function nested<R extends Leaf>(
  schemas: readonly z.core.$ZodTypeDiscriminable[],
  limits: Limits,
  check?: (leaf: R) => string | undefined,
): z.ZodType<R> {
  const names = schemas.flatMap(({ _zod }) => [...(_zod.propValues.op ?? [])]).join(', ');
  const error = ({ input }: { readonly input?: unknown }) =>
    typeof input === 'object' && input !== null
      ? `an operator is one of: and, or, not, ${names}`
      : 'a condition asks an attribute or a property, or combines others: and, or, not';
  const any: z.ZodType<R> = z.lazy(() => {
    const groups = [
      z.strictObject({ op: z.enum(['and', 'or']), rules: z.array(any).min(1).max(100) }),
      z.strictObject({ op: z.literal('not'), rule: any }),
    ];
    const union = z.discriminatedUnion('op', [...schemas, ...groups] as Discriminable, { error });
    return (union as unknown as z.ZodType<R>).superRefine((rule, context) => {
      const message = partsOf(rule).length > 0 ? excess(rule, limits) : check?.(rule);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    });
  });
  return any;
}

type Discriminable = [z.core.$ZodTypeDiscriminable];

/** Told of the innermost group that is too much, and so only once. */
function excess(rule: Leaf, { depth, leaves }: Limits): string | undefined {
  if (depthOf(rule) === depth + 1)
    return `and, or, not stand inside one another at most ${depth} times`;
  const isTooMuch = (one: Leaf) => leavesOf(one).length > leaves;
  return isTooMuch(rule) && !partsOf(rule).some(isTooMuch)
    ? `a rule has at most ${leaves} conditions`
    : undefined;
}
