// And, or, not in words. Groups inside groups stand in parentheses.

interface Group<R> {
  readonly op: 'and' | 'or';
  readonly rules: readonly R[];
}

interface Not<R> {
  readonly op: 'not';
  readonly rule: R;
}

export type Rules<L extends { readonly op: string }> = L | Group<Rules<L>> | Not<Rules<L>>;

const isGroup = <R>(rule: { readonly op: string }): rule is Group<R> =>
  rule.op === 'and' || rule.op === 'or';
const isNot = <R>(rule: { readonly op: string }): rule is Not<R> => rule.op === 'not';

/** `inside` another group. Commas would join what the outer one keeps apart, so only the outermost has them. */
export function groupWords<R extends { readonly op: string }>(
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
