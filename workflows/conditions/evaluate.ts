// Answers a condition for one contact and one event, and says why in the marketer's words.
import type { Fields, Json } from '../model/event.ts';
import type { Condition, Leaf } from './condition.ts';

export interface Subject {
  readonly traits: Fields;
  readonly properties: Fields;
}

export interface Answer {
  readonly held: boolean;
  readonly because: string;
}

/** Text is compared without regard to case, and composed (NFC). */
const fold = (value: Json | undefined): string => String(value).normalize('NFC').toLowerCase();

const asNumber = (value: Json | undefined): number =>
  typeof value === 'string' && value.trim() !== ''
    ? Number(value)
    : typeof value === 'number'
      ? value
      : Number.NaN;

const same = (left: Json | undefined, right: Json): boolean =>
  typeof right === 'number' ? asNumber(left) === right : fold(left) === fold(right);

type Test = (actual: Json | undefined, value: never) => boolean;

/** Negative operators match a missing value; every other operator does not (conventions of HubSpot's default). */
const tests: Readonly<Record<Leaf['op'], Test>> = {
  equals: (actual, value: Json) => actual !== undefined && same(actual, value),
  not_equals: (actual, value: Json) => actual === undefined || !same(actual, value),
  contains: (actual, value: Json) => actual !== undefined && holds(actual, value),
  not_contains: (actual, value: Json) => actual === undefined || !holds(actual, value),
  starts_with: (actual, value: Json) =>
    actual !== undefined && fold(actual).startsWith(fold(value)),
  ends_with: (actual, value: Json) => actual !== undefined && fold(actual).endsWith(fold(value)),
  gt: (actual, value: number) => asNumber(actual) > value,
  gte: (actual, value: number) => asNumber(actual) >= value,
  lt: (actual, value: number) => asNumber(actual) < value,
  lte: (actual, value: number) => asNumber(actual) <= value,
  in: (actual, value: Json[]) => actual !== undefined && value.some((one) => same(actual, one)),
  not_in: (actual, value: Json[]) =>
    actual === undefined || !value.some((one) => same(actual, one)),
  is_set: (actual) => actual !== undefined && actual !== null && actual !== '',
  is_not_set: (actual) => actual === undefined || actual === null || actual === '',
};

const holds = (actual: Json, value: Json): boolean =>
  Array.isArray(actual)
    ? actual.some((one) => same(one, value))
    : fold(actual).includes(fold(value));

/** Pure: the same condition and subject always give the same answer. */
export function evaluate(rule: Condition, subject: Subject): Answer {
  switch (rule.op) {
    case 'and':
      return combine(rule.rules, subject, 'and');
    case 'or':
      return combine(rule.rules, subject, 'or');
    case 'not': {
      const { held, because } = evaluate(rule.rule, subject);
      return { held: !held, because: `not (${because})` };
    }
    default:
      return evaluateLeaf(rule, subject);
  }
}

function combine(rules: readonly Condition[], subject: Subject, op: 'and' | 'or'): Answer {
  const answers = rules.map((rule) => evaluate(rule, subject));
  const held = op === 'and' ? answers.every((one) => one.held) : answers.some((one) => one.held);
  const telling = answers.filter((one) => one.held === held).map((one) => one.because);
  return { held, because: telling.join(` ${held === (op === 'and') ? 'and' : 'or'} `) };
}

function evaluateLeaf(rule: Leaf, subject: Subject): Answer {
  const [name, fields] =
    'property' in rule ? [rule.property, subject.properties] : [rule.attribute, subject.traits];
  const actual = Object.hasOwn(fields, name) ? fields[name] : undefined;
  const value = 'value' in rule ? rule.value : undefined;
  const held = tests[rule.op](actual, value as never);
  const shown = actual === undefined ? 'unknown' : JSON.stringify(actual);
  const wish = value === undefined ? '' : ` ${JSON.stringify(value)}`;
  const verb = rule.op.replaceAll('_', ' ');
  return { held, because: `${name} is ${shown}: ${held ? '' : 'not '}"${verb}${wish}"` };
}
