// EventBridge event patterns: does an event match? An array in the event stands for any of its
// elements, but two fields of one pattern must not come from different elements of the same array.
import { compilePattern, type Field } from './pattern-compiler.ts';
import { isObject } from './pattern-json.ts';

/** Throws for a pattern that EventBridge refuses, saying where and why. */
export function validatePattern(pattern: unknown): void {
  compilePattern(pattern);
}

/** The matcher of one pattern, compiled once. Throws as validatePattern does. */
export function createMatcher(pattern: unknown): (event: unknown) => boolean {
  const alternatives = compilePattern(pattern);
  return (event) => alternatives.some((fields) => matchesAll(fields, event, new Map()));
}

export function matches(pattern: unknown, event: unknown): boolean {
  return createMatcher(pattern)(event);
}

/** Which element was chosen of each array passed on the way to a leaf. */
type Choices = ReadonlyMap<readonly unknown[], number>;

interface Leaf {
  readonly value: unknown;
  readonly choices: Choices;
}

function matchesAll(fields: readonly Field[], event: unknown, made: Choices): boolean {
  const [field, ...rest] = fields;
  if (!field) return true;
  const leaves = leavesAt(event, field.path, new Map()).filter(({ choices }) =>
    agree(choices, made),
  );
  if (leaves.length === 0) return field.absent && matchesAll(rest, event, made);
  return leaves.some(
    ({ value, choices }) =>
      field.tests.some((test) => test(value)) &&
      matchesAll(rest, event, new Map([...made, ...choices])),
  );
}

function leavesAt(value: unknown, path: readonly string[], choices: Choices): Leaf[] {
  if (Array.isArray(value))
    return value.flatMap((element, index) =>
      leavesAt(element, path, isLeaf(element) ? choices : new Map([...choices, [value, index]])),
    );
  const [key, ...rest] = path;
  if (isObject(value)) {
    if (key === undefined || !Object.hasOwn(value, key)) return [];
    return leavesAt(value[key], rest, choices);
  }
  return key === undefined ? [{ value, choices }] : [];
}

const agree = (some: Choices, others: Choices): boolean =>
  [...some].every(([array, index]) => (others.get(array) ?? index) === index);

const isLeaf = (value: unknown): boolean => typeof value !== 'object' || value === null;
