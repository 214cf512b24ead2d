// Operators on numbers, and on yes and no. A text that is a number counts as one; nothing else does.
import * as z from 'zod';
import type { Json } from '../model/event.ts';
import { foldText, numberOf } from './fold.ts';
import { valueOperator } from './value.ts';

const one = { value: z.number() };
const range = { from: z.number(), to: z.number() };

interface Range {
  readonly from: number;
  readonly to: number;
}

const isBetween = (actual: Json, { from, to }: Range): boolean =>
  numberOf(actual) >= from && numberOf(actual) <= to;

const check = ({ from, to }: Range) =>
  from > to ? { at: 'to', message: 'from is more than to' } : undefined;

const yes = new Set(['true', '1']);
const no = new Set(['false', '0']);

export const numberOperators = [
  valueOperator('gt', one, {
    test: (actual, { value }) => numberOf(actual) > value,
    words: ({ value }) => `is more than ${value}`,
  }),
  valueOperator('gte', one, {
    test: (actual, { value }) => numberOf(actual) >= value,
    words: ({ value }) => `is at least ${value}`,
  }),
  valueOperator('lt', one, {
    test: (actual, { value }) => numberOf(actual) < value,
    words: ({ value }) => `is less than ${value}`,
  }),
  valueOperator('lte', one, {
    test: (actual, { value }) => numberOf(actual) <= value,
    words: ({ value }) => `is at most ${value}`,
  }),
  valueOperator('between', range, {
    test: isBetween,
    words: ({ from, to }) => `is from ${from} to ${to}`,
    check,
  }),
  valueOperator('not_between', range, {
    test: isBetween,
    negative: true,
    words: ({ from, to }) => `is not from ${from} to ${to}`,
    check,
  }),
  valueOperator(
    'is_true',
    {},
    {
      test: (actual) => yes.has(foldText(String(actual))),
      words: () => 'is true',
    },
  ),
  valueOperator(
    'is_false',
    {},
    {
      test: (actual) => no.has(foldText(String(actual))),
      words: () => 'is false',
    },
  ),
] as const;
