// Answers a condition for one contact and one event, and says why in the marketer's words.
import type { Json } from '../model/event.ts';
import type { Condition, Leaf } from './condition.ts';
import type { Answer, Subject } from './subject.ts';

export type { Answer, Subject, Trace } from './subject.ts';

/** Text is compared without regard to case, and composed (NFC). Lists and objects are no text. */
const fold = (value: Json | undefined): string | undefined =>
  value === undefined || typeof value === 'object'
    ? undefined
    : String(value).normalize('NFC').toLowerCase();

const asNumber = (value: Json | undefined): number =>
  typeof value === 'string' && value.trim() !== ''
    ? Number(value)
    : typeof value === 'number'
      ? value
      : Number.NaN;

type Scalar = string | number | boolean;

const same = (left: Json | undefined, right: Scalar): boolean =>
  typeof right === 'number' ? asNumber(left) === right : fold(left) === fold(right);

/** A list holds several values: one of them is enough. */
const isOneOf = (actual: Json | undefined, values: readonly Scalar[]): boolean =>
  Array.isArray(actual)
    ? actual.some((one) => isOneOf(one, values))
    : values.some((value) => same(actual, value));

const holds = (actual: Json | undefined, value: Scalar): boolean =>
  Array.isArray(actual)
    ? isOneOf(actual, [value])
    : (fold(actual)?.includes(fold(value) ?? '') ?? false);

type Test = (actual: Json | undefined, value: never) => boolean;

/** Negative operators match a missing value; every other operator does not (conventions of HubSpot's default). */
const tests: Readonly<Record<Leaf['op'], Test>> = {
  equals: (actual, value: Scalar) => same(actual, value),
  not_equals: (actual, value: Scalar) => !same(actual, value),
  contains: (actual, value: Scalar) => holds(actual, value),
  not_contains: (actual, value: Scalar) => !holds(actual, value),
  starts_with: (actual, value: Scalar) => fold(actual)?.startsWith(fold(value) ?? '') ?? false,
  ends_with: (actual, value: Scalar) => fold(actual)?.endsWith(fold(value) ?? '') ?? false,
  gt: (actual, value: number) => asNumber(actual) > value,
  gte: (actual, value: number) => asNumber(actual) >= value,
  lt: (actual, value: number) => asNumber(actual) < value,
  lte: (actual, value: number) => asNumber(actual) <= value,
  in: (actual, value: Scalar[]) => isOneOf(actual, value),
  not_in: (actual, value: Scalar[]) => !isOneOf(actual, value),
  is_set: (actual) => actual !== undefined && actual !== '',
  is_not_set: (actual) => actual === undefined || actual === '',
};

/** Pure: the same condition and subject always give the same answer. */
export function evaluate(rule: Condition, subject: Subject): Answer {
  switch (rule.op) {
    case 'and':
      return combine(rule.rules, subject, 'and');
    case 'or':
      return combine(rule.rules, subject, 'or');
    case 'not': {
      const { held, because } = evaluate(rule.rule, subject);
      return answer(!held, `not (${because})`);
    }
    default:
      return evaluateLeaf(rule, subject);
  }
}

const answer = (held: boolean, because: string): Answer => ({
  held,
  because,
  trace: { sentence: because, held },
});

function combine(rules: readonly Condition[], subject: Subject, op: 'and' | 'or'): Answer {
  const answers = rules.map((rule) => evaluate(rule, subject));
  const held = op === 'and' ? answers.every((one) => one.held) : answers.some((one) => one.held);
  const telling = answers.filter((one) => one.held === held).map((one) => one.because);
  return answer(held, telling.join(` ${held === (op === 'and') ? 'and' : 'or'} `));
}

function evaluateLeaf(rule: Leaf, subject: Subject): Answer {
  const [name, fields] =
    'property' in rule
      ? [rule.property, subject.properties]
      : [rule.attribute, subject.contact.traits];
  // Senders clear a value with null: it is as missing as one that was never there.
  const actual = Object.hasOwn(fields, name) ? (fields[name] ?? undefined) : undefined;
  const value = 'value' in rule ? rule.value : undefined;
  const held = tests[rule.op](actual, value as never);
  const found = actual === undefined ? 'unknown' : shown(actual);
  const wish = value === undefined ? '' : ` ${shown(value)}`;
  const verb = rule.op.replaceAll('_', ' ');
  return answer(held, `${name} is ${found}: ${held ? '' : 'not '}"${verb}${wish}"`);
}

/** An explanation is kept for every campaign that was asked, so a value of any length shows a little of itself. */
function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80).toWellFormed()}…` : text;
}
