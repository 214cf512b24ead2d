// What is asked of one occurrence of an event: its properties alone, as of the moment it happened (days are UTC's).
// Refuses attributes, history and everything else that is not the occurrence's own: it must stay true for ever.
import * as z from 'zod';
import { anniversaryOperators } from './anniversary.ts';
import { dateOperators } from './date.ts';
import { groupWords, nested } from './group.ts';
import { listOperators } from './list.ts';
import { matchingOperators } from './matching.ts';
import { numberOperators } from './number.ts';
import type { Operator, Shape } from './operator.ts';
import { textOperators } from './text.ts';
import { presence } from './value.ts';

/** Every operator about one value. */
export const valueOperators = [
  ...presence,
  ...textOperators,
  ...matchingOperators,
  ...numberOperators,
  ...listOperators,
  ...dateOperators,
  ...anniversaryOperators,
] as const;

type ValueLeaf = z.infer<(typeof valueOperators)[number]['schema']>;

export type Filter =
  | ValueLeaf
  | { readonly op: 'and' | 'or'; readonly rules: readonly Filter[] }
  | { readonly op: 'not'; readonly rule: Filter };

const filter: z.ZodType<Filter> = nested<Filter>(
  valueOperators.map(({ schema }) => schema),
  { depth: 3, leaves: 20 },
  (leaf) =>
    'property' in leaf && leaf.property !== undefined
      ? undefined
      : 'of an event, a property is asked',
);

/** One filter, or several that all hold. */
export const where = z.optional(
  z.union([filter, z.array(filter).max(20)], {
    error: 'one condition about a property, or a list of them',
  }),
);

export type Where = Filter | readonly Filter[] | undefined;

export const filtersOf = (given: Where): readonly Filter[] =>
  given === undefined ? [] : Array.isArray(given) ? given : [given as Filter];

const byName = new Map<string, Operator<string, Shape>>(
  valueOperators.map((one) => [one.op, one as unknown as Operator<string, Shape>]),
);

const filterWords = (rule: Filter, inside = false): string =>
  groupWords(rule, inside, (leaf) => byName.get(leaf.op)?.words(leaf as never) ?? leaf.op);

/** " where total is at least 50 and topic is known"; empty without a filter. */
export function whereWords(given: Where): string {
  const filters = filtersOf(given);
  if (filters.length === 0) return '';
  return ` where ${filters.map((one) => filterWords(one, filters.length > 1)).join(' and ')}`;
}
