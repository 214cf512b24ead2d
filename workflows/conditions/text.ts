// Operators on text, and on everything that can be written as one.
import * as z from 'zod';
import type { Json } from '../model/event.ts';
import { isSame, type Scalar, textOf } from './fold.ts';
import { valueOperator } from './value.ts';
import { either, shown } from './words.ts';

export const scalar = z.union([z.string().max(2_000), z.number(), z.boolean()], {
  error: 'a text, a number, true or false',
});

/** Compares letter by letter: neither case nor ي/ی and ك/ک are folded. */
const exact = z.optional(z.boolean());

const one = { value: scalar, exact };
const several = { value: z.array(scalar).min(1).max(1_000), exact };

interface Wish {
  readonly value: Scalar;
  readonly exact?: boolean | undefined;
}

interface Wishes {
  readonly value: readonly Scalar[];
  readonly exact?: boolean | undefined;
}

/** A list holds several values: one of them is enough. */
const isOneOf = (actual: Json, { value, exact }: Wishes): boolean =>
  Array.isArray(actual)
    ? actual.some((each: Json) => isOneOf(each, { value, exact }))
    : value.some((wished) => isSame(actual, wished, exact));

const holds = (actual: Json, { value, exact }: Wish): boolean =>
  Array.isArray(actual)
    ? isOneOf(actual, { value: [value], exact })
    : (textOf(actual, exact)?.includes(textOf(value, exact) ?? '') ?? false);

const starts = (actual: Json, { value, exact }: Wish): boolean =>
  textOf(actual, exact)?.startsWith(textOf(value, exact) ?? '') ?? false;

const ends = (actual: Json, { value, exact }: Wish): boolean =>
  textOf(actual, exact)?.endsWith(textOf(value, exact) ?? '') ?? false;

const equals = (actual: Json, { value, exact }: Wish): boolean => isSame(actual, value, exact);

const negative = true;

export const textOperators = [
  valueOperator('equals', one, { test: equals, words: ({ value }) => `is ${shown(value)}` }),
  valueOperator('not_equals', one, {
    test: equals,
    negative,
    words: ({ value }) => `is not ${shown(value)}`,
  }),
  valueOperator('in', several, { test: isOneOf, words: ({ value }) => `is ${either(value)}` }),
  valueOperator('not_in', several, {
    test: isOneOf,
    negative,
    words: ({ value }) => `is none of ${either(value)}`,
  }),
  valueOperator('contains', one, {
    test: holds,
    words: ({ value }) => `contains ${shown(value)}`,
  }),
  valueOperator('not_contains', one, {
    test: holds,
    negative,
    words: ({ value }) => `does not contain ${shown(value)}`,
  }),
  valueOperator('starts_with', one, {
    test: starts,
    words: ({ value }) => `starts with ${shown(value)}`,
  }),
  valueOperator('not_starts_with', one, {
    test: starts,
    negative,
    words: ({ value }) => `does not start with ${shown(value)}`,
  }),
  valueOperator('ends_with', one, {
    test: ends,
    words: ({ value }) => `ends with ${shown(value)}`,
  }),
  valueOperator('not_ends_with', one, {
    test: ends,
    negative,
    words: ({ value }) => `does not end with ${shown(value)}`,
  }),
] as const;
