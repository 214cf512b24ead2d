// Operators about one value: what each of them takes, for which types it is offered, and how a rule keeps what it can when
// its operator changes.
import type { TFunction } from 'i18next';
import { changed, type Rule } from './rule.ts';

export type ValueType = 'text' | 'number' | 'boolean' | 'date' | 'list';

/** What stands after the operator. */
export type Operand =
  | ('none' | 'value' | 'several' | 'pattern' | 'number' | 'numbers' | 'length')
  | ('date' | 'dates' | 'span' | 'spans' | 'days');

const takes: Readonly<Record<string, Operand>> = {
  ...{ equals: 'value', not_equals: 'value', in: 'several', not_in: 'several' },
  ...{ contains: 'value', not_contains: 'value', starts_with: 'value', not_starts_with: 'value' },
  ...{ ends_with: 'value', not_ends_with: 'value', matches: 'pattern', not_matches: 'pattern' },
  ...{ gt: 'number', gte: 'number', lt: 'number', lte: 'number' },
  ...{ between: 'numbers', not_between: 'numbers', is_true: 'none', is_false: 'none' },
  ...{ list_contains: 'value', list_contains_any: 'several', list_contains_all: 'several' },
  ...{ list_contains_none: 'several', list_length: 'length' },
  ...{ before: 'date', after: 'date', between_dates: 'dates', in_the_last: 'span' },
  ...{ more_than_ago: 'span', in_the_next: 'span', between_ago: 'spans' },
  ...{ anniversary_today: 'none', anniversary_month: 'none', anniversary_in_next: 'days' },
  ...{ is_set: 'none', is_not_set: 'none' },
};

const presence = ['is_set', 'is_not_set'];

const offered: Readonly<Record<ValueType, readonly string[]>> = {
  text: [
    ...['equals', 'not_equals', 'in', 'not_in', 'contains', 'not_contains', 'starts_with'],
    ...['not_starts_with', 'ends_with', 'not_ends_with', 'matches', 'not_matches', ...presence],
  ],
  number: [
    ...['equals', 'not_equals', 'gt', 'gte', 'lt', 'lte', 'between', 'not_between', 'in', 'not_in'],
    ...presence,
  ],
  boolean: ['is_true', 'is_false', ...presence],
  date: [
    ...['in_the_last', 'more_than_ago', 'in_the_next', 'between_ago', 'before', 'after'],
    ...['between_dates', 'anniversary_today', 'anniversary_month', 'anniversary_in_next'],
    ...presence,
  ],
  list: [
    ...['list_contains', 'list_contains_any', 'list_contains_all', 'list_contains_none'],
    ...['list_length', ...presence],
  ],
};

/** Undefined for what is no operator about a value. */
export const operandOf = (op: string): Operand | undefined =>
  Object.hasOwn(takes, op) ? takes[op] : undefined;

/** For a type; all of them where nobody knows it. */
export const operatorsFor = (type: ValueType | undefined): readonly string[] =>
  type === undefined ? Object.keys(takes) : offered[type];

/** An operator that a new condition begins with. */
export const firstOperator = (type: ValueType | undefined): string =>
  (type && offered[type][0]) ?? 'equals';

/** The same about another operator: what both take is kept. */
export function withOperator(rule: Rule, op: string): Rule {
  const { attribute, property, include_missing, exact } = rule;
  const kept = changed({ op }, { attribute, property, include_missing });
  const [from, to] = [operandOf(rule.op), operandOf(op)];
  const operands = changed(
    { op },
    { exact: isText(to) ? exact : undefined, ...valueFor(rule, from, to) },
  );
  return { ...kept, ...operands };
}

const isText = (operand: Operand | undefined): boolean =>
  operand === 'value' || operand === 'several' || operand === 'pattern';

function valueFor(rule: Rule, from: Operand | undefined, to: Operand | undefined) {
  if (from === to) {
    const { value, from: begin, to: end, at_least, at_most, exactly } = rule;
    return { value, from: begin, to: end, at_least, at_most, exactly };
  }
  const { value } = rule;
  if (to === 'several') return { value: value === undefined || value === '' ? [] : [value].flat() };
  if (from === 'several' && to === 'value') return { value: (value as unknown[])[0] };
  return {};
}

/** An operator as it reads between a name and what is compared. */
export const operatorWords = (t: TFunction): Readonly<Record<string, string>> => ({
  ...textWords(t),
  ...numberWords(t),
  ...listWords(t),
  ...dateWords(t),
});

const textWords = (t: TFunction) => ({
  equals: t('is'),
  not_equals: t('is not'),
  in: t('is one of'),
  not_in: t('is none of'),
  contains: t('contains'),
  not_contains: t('does not contain'),
  starts_with: t('starts with'),
  not_starts_with: t('does not start with'),
  ends_with: t('ends with'),
  not_ends_with: t('does not end with'),
  matches: t('matches the pattern'),
  not_matches: t('does not match the pattern'),
  is_set: t('is known'),
  is_not_set: t('is unknown'),
});

const numberWords = (t: TFunction) => ({
  gt: t('is more than'),
  gte: t('is at least'),
  lt: t('is less than'),
  lte: t('is at most'),
  between: t('is between'),
  not_between: t('is not between'),
  is_true: t('is true'),
  is_false: t('is false'),
});

const listWords = (t: TFunction) => ({
  list_contains: t('has among its values'),
  list_contains_any: t('has any of'),
  list_contains_all: t('has all of'),
  list_contains_none: t('has none of'),
  list_length: t('has so many values:'),
});

const dateWords = (t: TFunction) => ({
  before: t('is before'),
  after: t('is after'),
  between_dates: t('is between the days'),
  in_the_last: t('is in the last'),
  more_than_ago: t('is longer ago than'),
  in_the_next: t('is in the next'),
  between_ago: t('is so long ago:'),
  anniversary_today: t('has its anniversary today'),
  anniversary_month: t('has its anniversary this month'),
  anniversary_in_next: t('has its anniversary in the next'),
});
