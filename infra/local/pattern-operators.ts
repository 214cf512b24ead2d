// The operators of event patterns: each makes a test of one leaf value, or refuses its argument.
import { anythingBut } from './pattern-anything-but.ts';
import { cidr } from './pattern-cidr.ts';
import { isObject, type JsonObject, refuse } from './pattern-json.ts';
import { numeric } from './pattern-numeric.ts';
import { endsWith, equalsIgnoreCase, startsWith, type Test, wildcard } from './pattern-text.ts';

export type { Test } from './pattern-text.ts';

const operators: Readonly<Record<string, (argument: unknown) => Test>> = {
  prefix: (argument) => affix('prefix', argument, startsWith),
  suffix: (argument) => affix('suffix', argument, endsWith),
  'equals-ignore-case': equalsIgnoreCase,
  wildcard,
  numeric,
  cidr,
  exists,
  'anything-but': anythingBut,
};

export const operatorNames: ReadonlySet<string> = new Set(Object.keys(operators));

/** The test of `{ operator: argument }`. */
export function operatorTest(expression: JsonObject): Test {
  const [name, ...more] = Object.keys(expression);
  if (name === undefined) return refuse('Match expression name not found');
  if (more.length > 0) return refuse('Only one key allowed in match expression');
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  return operator ? operator(expression[name]) : refuse(`Unrecognized match type ${name}`);
}

/** A prefix or suffix may itself ignore case: `{ "prefix": { "equals-ignore-case": "eu-" } }`. */
function affix(name: string, argument: unknown, make: (affix: string) => Test): Test {
  if (typeof argument === 'string') return make(argument);
  const inner = isObject(argument) ? argument['equals-ignore-case'] : undefined;
  if (typeof inner !== 'string' || Object.keys(argument as JsonObject).length > 1)
    return refuse(`${name} match pattern must be a string`);
  const test = make(inner.toLowerCase());
  return (value) => typeof value === 'string' && test(value.toLowerCase());
}

/** What is absent never comes here: `exists: false` is the compiler's business. */
function exists(argument: unknown): Test {
  if (typeof argument !== 'boolean')
    return refuse('exists match pattern must be either true or false');
  return () => argument;
}
