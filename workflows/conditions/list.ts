// Operators on lists: tags, interests, the categories of what was bought. One value alone is a list of one.
import * as z from 'zod';
import type { Json } from '../model/event.ts';
import { compares, comparison, comparisonWords, onlyOne } from './comparison.ts';
import { isSame, type Scalar } from './fold.ts';
import { scalar } from './text.ts';
import { valueOperator } from './value.ts';
import { either, shown } from './words.ts';

const exact = z.optional(z.boolean());
const several = { value: z.array(scalar).min(1).max(1_000), exact };

const listOf = (actual: Json): readonly Json[] =>
  Array.isArray(actual) ? (actual as readonly Json[]) : [actual];

const has = (actual: Json, wished: Scalar, exact?: boolean): boolean =>
  listOf(actual).some((one) => isSame(one, wished, exact));

const all = (values: readonly Scalar[]) => values.slice(0, 10).map(shown).join(', ');

const whole = true;

export const listOperators = [
  valueOperator(
    'list_contains',
    { value: scalar, exact },
    {
      test: (actual, { value, exact }) => has(actual, value, exact),
      words: ({ value }) => `has ${shown(value)} among its values`,
      whole,
    },
  ),
  valueOperator('list_contains_any', several, {
    test: (actual, { value, exact }) => value.some((one) => has(actual, one, exact)),
    words: ({ value }) => `has ${either(value)} among its values`,
    whole,
  }),
  valueOperator('list_contains_all', several, {
    test: (actual, { value, exact }) => value.every((one) => has(actual, one, exact)),
    words: ({ value }) => `has all of ${all(value)} among its values`,
    whole,
  }),
  valueOperator('list_contains_none', several, {
    test: (actual, { value, exact }) => value.some((one) => has(actual, one, exact)),
    words: ({ value }) => `has none of ${either(value)} among its values`,
    whole,
    negative: true,
  }),
  valueOperator('list_length', comparison(z.int().min(0)), {
    test: (actual, rule) => compares(listOf(actual).length, rule),
    words: (rule) => `has ${comparisonWords(rule)} values`,
    whole,
    check: onlyOne,
  }),
] as const;
