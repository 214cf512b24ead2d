// "At least", "at most", "exactly": how a rule compares a count or a sum.
import * as z from 'zod';

export interface Comparison {
  readonly at_least?: number | undefined;
  readonly at_most?: number | undefined;
  readonly exactly?: number | undefined;
}

export const comparison = <T extends z.ZodType<number>>(number: T) => ({
  at_least: z.optional(number),
  at_most: z.optional(number),
  exactly: z.optional(number),
});

const wished = ({ at_least, at_most, exactly }: Comparison) =>
  [at_least, at_most, exactly].filter((one) => one !== undefined);

/** What is wrong with it, if anything. */
export const onlyOne = (rule: Comparison): string | undefined =>
  wished(rule).length === 1 ? undefined : 'one of: at_least, at_most, exactly';

/** `order` is negative, 0 or positive: what was found against what is wished. */
export function suits(order: number, { at_least, at_most }: Comparison): boolean {
  if (at_least !== undefined) return order >= 0;
  return at_most !== undefined ? order <= 0 : order === 0;
}

export const wishOf = (rule: Comparison): number => wished(rule)[0] ?? 0;

export const compares = (found: number, rule: Comparison): boolean =>
  suits(Math.sign(found - wishOf(rule)), rule);

/** "at least 2". */
export function comparisonWords(rule: Comparison): string {
  const word =
    rule.at_least !== undefined ? 'at least' : rule.at_most !== undefined ? 'at most' : 'exactly';
  return `${word} ${wishOf(rule)}`;
}
