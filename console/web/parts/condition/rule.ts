// Conditions as the builder holds them: plain JSON, and groups of them. It changes only what somebody changes: what it does
// not know is handed back as it came.

/** A condition as the documents have it: however unfinished, and of whatever operator. */
export interface Rule {
  readonly op: string;
  readonly [operand: string]: unknown;
}

export const modes = ['all', 'any', 'none'] as const;
export type Mode = (typeof modes)[number];

/** "none" is a "not" around an "or". */
export interface Group {
  readonly mode: Mode;
  readonly rules: readonly Rule[];
}

export const isRule = (value: unknown): value is Rule =>
  typeof value === 'object' && value !== null && typeof (value as Rule).op === 'string';

const rulesOf = ({ rules, ...rest }: Rule): readonly Rule[] | undefined =>
  Object.keys(rest).length === 1 && Array.isArray(rules) && rules.every(isRule) ? rules : undefined;

/** Undefined for what is no group. */
export function groupOf(rule: Rule): Group | undefined {
  if (rule.op === 'not') return isRule(rule.rule) ? noneOf(rule.rule) : undefined;
  if (rule.op !== 'and' && rule.op !== 'or') return undefined;
  const rules = rulesOf(rule);
  return rules && { mode: rule.op === 'and' ? 'all' : 'any', rules };
}

const noneOf = (rule: Rule): Group => ({
  mode: 'none',
  rules: (rule.op === 'or' && rulesOf(rule)) || [rule],
});

export function ruleOf({ mode, rules }: Group): Rule {
  if (mode !== 'none') return { op: mode === 'all' ? 'and' : 'or', rules };
  const [only] = rules;
  return { op: 'not', rule: only && rules.length === 1 ? only : { op: 'or', rules } };
}

/** What stands there as a group, a single condition as a group of one. */
export const asGroup = (rule: Rule | undefined): Group =>
  rule === undefined
    ? { mode: 'all', rules: [] }
    : (groupOf(rule) ?? { mode: 'all', rules: [rule] });

/** Without what is undefined, so that it is the same as one that never had it. */
export const changed = (rule: Rule, by: Readonly<Record<string, unknown>>): Rule =>
  Object.fromEntries(
    Object.entries({ ...rule, ...by }).filter(([, value]) => value !== undefined),
  ) as unknown as Rule;
