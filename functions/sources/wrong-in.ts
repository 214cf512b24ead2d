// What is wrong with something that was sent, as a sentence with the place: "products[0].price must be a number, it is
// text". It quotes no value but a word that was to be one of a few: reasons are kept longer than what was sent.
import type * as z from 'zod';
// Through z.core, which bundlers keep whole, it would double what a function carries.
import { toDotPath } from 'zod/v4/core';

type Issue = z.core.$ZodIssue;

const kinds: Readonly<Record<string, string>> = {
  ...{ string: 'text', number: 'a number', int: 'a whole number', boolean: 'true or false' },
  ...{ object: 'an object', record: 'an object', array: 'a list', null: 'null' },
};

/** Of the first fault. `whole` names what has no place of its own, "item". */
export function wrongIn({ issues: [issue] }: z.ZodError, input: unknown, whole: string): string {
  if (issue === undefined) return `${whole} cannot be read`;
  const place = toDotPath(issue.path) || whole;
  const value = issue.path.reduce(within, input);
  return value === undefined ? `${place} is missing` : `${place} ${faultOf(issue, value)}`;
}

function faultOf(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kindOf(issue.expected)}, it is ${isOf(value)}`;
    case 'invalid_union':
      return `must be ${expectedOf(issue).join(' or ')}, it is ${isOf(value)}`;
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}; it is ${wordOf(value)}`;
    case 'too_small':
      return issue.origin === 'string' ? 'must not be empty' : `must be at least ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `must not be longer than ${issue.maximum} characters`
        : `must be at most ${issue.maximum}`;
    default:
      return `is not as it must be: ${issue.message}`;
  }
}

const kindOf = (expected: string): string => kinds[expected] ?? expected;

const expectedOf = ({ errors }: z.core.$ZodIssueInvalidUnion): string[] =>
  errors.flat().flatMap((one) => (one.code === 'invalid_type' ? [kindOf(one.expected)] : []));

function isOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'number' && !Number.isInteger(value)
    ? 'a fraction'
    : kindOf(typeof value);
}

/** Short words alone: whatever else it is may tell of somebody. */
const wordOf = (value: unknown): string =>
  typeof value === 'string' && /^[\w -]{1,20}$/.test(value) ? `"${value}"` : isOf(value);

const within = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;
