// `numeric`: one comparison or a range, on JSON numbers only ("5" is text). EventBridge compares
// numbers between -5e9 and 5e9.
import { refuse } from './pattern-json.ts';
import type { Test } from './pattern-text.ts';

const limit = 5e9;

const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

type Comparison = readonly [operator: string, bound: number];

export function numeric(argument: unknown): Test {
  const parts = comparisonsOf(argument);
  if (parts.length === 2) checkRange(parts);
  return (value) =>
    typeof value === 'number' &&
    Math.abs(value) <= limit &&
    parts.every(([operator, bound]) => comparisons[operator]?.(value, bound));
}

function comparisonsOf(argument: unknown): readonly Comparison[] {
  if (!Array.isArray(argument)) return refuse('Value of numeric must be an array');
  if (argument.length > 4) return refuse('Too many elements in numeric expression');
  if (argument.length !== 2 && argument.length !== 4)
    return refuse('Invalid numeric match: each operator needs a number');
  return [argument.slice(0, 2), argument.slice(2)]
    .filter((part) => part.length > 0)
    .map(([operator, bound]) => comparison(operator, bound));
}

function comparison(operator: unknown, bound: unknown): Comparison {
  if (typeof operator !== 'string' || !Object.hasOwn(comparisons, operator))
    return refuse(`Unrecognized numeric range operator: ${operator}`);
  if (typeof bound !== 'number') return refuse(`Value of ${operator} must be numeric`);
  if (Math.abs(bound) > limit) return refuse(`Value of ${operator} must be between -5e9 and 5e9`);
  return [operator, bound];
}

function checkRange([from, to]: readonly Comparison[]): void {
  if (!from?.[0].startsWith('>') || !to?.[0].startsWith('<'))
    refuse('Bad numeric range operator: a range is > or >=, then < or <=');
  else if (from[1] >= to[1]) refuse('Bottom must be less than top');
}
