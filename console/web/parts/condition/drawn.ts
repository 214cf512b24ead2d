// What the builder can draw: operators it knows, with operands it knows. Everything else is shown as it is written, so that
// nothing is lost by looking at it.
import { isRule, type Rule } from './rule.ts';
import { type Operand, operandOf } from './value-operators.ts';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const number: Check = (value) => typeof value === 'number';
const flag: Check = (value) => typeof value === 'boolean';
const yes: Check = (value) => value === true;
const scalar: Check = (value) => ['string', 'number', 'boolean'].includes(typeof value);
const several: Check = (value) => Array.isArray(value) && value.every(scalar);
const texts: Check = (value) => Array.isArray(value) && value.every(text);
const comparison = { at_least: number, at_most: number, exactly: number };
const isComparison: Check = (value) => has(value, comparison) && Object.keys(value).length === 1;
const count: Check = (value) => value === 'never' || isComparison(value);
const sum: Check = (value) => has(value, { ...comparison, of: text });

type Shape = Readonly<Record<string, Check>>;

const has = (value: unknown, shape: Shape): value is object =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([key, one]) => Object.hasOwn(shape, key) && shape[key]?.(one));

const operands: Readonly<Record<Operand, Shape>> = {
  none: {},
  value: { value: scalar, exact: flag },
  several: { value: several, exact: flag },
  pattern: { value: text, exact: flag },
  number: { value: number },
  numbers: { from: number, to: number },
  length: comparison,
  date: { value: text },
  dates: { from: text, to: text },
  span: { value: text },
  spans: { from: text, to: text },
  days: { value: text },
};

/** One condition about a property of the occurrence; groups of them are shown as code. */
const filter: Check = (value) => isRule(value) && drawnValue(value, { property: text });
const where: Check = (value) => filter(value) || (Array.isArray(value) && value.every(filter));
const span = { within: text, since_entry: yes };
const step: Check = (value) => has(value, { event: text, where });

const shapes: Readonly<Record<string, Shape>> = {
  performed: { event: text, where, count, sum, ...span },
  first_performed: { event: text, where, has: where, ...span },
  last_performed: { event: text, where, has: where, ...span },
  sequence: { steps: (value) => Array.isArray(value) && value.every(step), lasting: text, ...span },
  email: { became: text, campaign: text, link: text, count, machines: flag, ...span },
  in_segment: { segment: text, joined_within: text },
  not_in_segment: { segment: text },
  in_list: { list: text, joined_within: text },
  not_in_list: { list: text },
  consent: { status: text, topic: text, method: text, since: text, within: text },
  suppressed: { reason: text },
  region: { in: texts },
  random_bucket: { from: number, to: number, salt: text },
  everyone: {},
  has_been: { attribute: text, value: scalar, for: text, less_than: text },
};

function drawnValue({ op, ...rest }: Rule, about: Shape): boolean {
  const operand = operandOf(op);
  return (
    operand !== undefined && has(rest, { ...operands[operand], ...about, include_missing: flag })
  );
}

/** Of a condition that is no group. Unfinished ones are drawn: what is missing is asked for. */
export function isDrawn(rule: Rule): boolean {
  const { op, ...rest } = rule;
  const shape = Object.hasOwn(shapes, op) ? shapes[op] : undefined;
  if (!shape)
    return drawnValue(rule, 'property' in rest ? { property: text } : { attribute: text });
  return has(rest, shape) && !('within' in rest && 'since_entry' in rest);
}
