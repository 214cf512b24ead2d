// Operators about one value: an attribute of the contact, or a property of the event. What is missing is decided here.
import * as z from 'zod';
import type { Json } from '../model/event.ts';
import { line } from '../model/text.ts';
import type { Instant } from '../model/time.ts';
import {
  type Behavior,
  type Fault,
  type Finding,
  type Operator,
  operator,
  type Rule,
  type Shape,
} from './operator.ts';
import { type Located, locate } from './path.ts';
import type { Subject } from './subject.ts';
import { shown } from './words.ts';

const name = line(200);

/** What is looked at: one of the two. Dots lead into nested objects. */
const about = {
  attribute: z.optional(name),
  property: z.optional(name),
  /** Whether a missing value matches; by default only negative operators match it. */
  include_missing: z.optional(z.boolean()),
};

type About = typeof about;

export interface Moment {
  readonly now: Instant;
  readonly zone: string;
}

interface Test<R> {
  /** Answers for what is there; of a negative operator, whether the opposite holds. */
  test(actual: Json, rule: R, moment: Moment): boolean;
  /** What follows the name: "is at least 50". */
  words(rule: R): string;
  /** Holds when the test does not, and of a missing value. */
  readonly negative?: boolean;
  /** Looks at a list as a whole; others look at each value that a path finds. */
  readonly whole?: boolean;
  readonly zone?: boolean;
  /** When the test's answer changes next by time alone. Its presence says that it may. */
  until?(actual: Json, rule: R, moment: Moment): Instant | undefined;
  check?(rule: R): Fault | undefined;
}

interface AboutRule {
  readonly attribute?: string | undefined;
  readonly property?: string | undefined;
  readonly include_missing?: boolean | undefined;
}

const nameOf = (rule: AboutRule): string => rule.attribute ?? rule.property ?? '';

export function valueOperator<O extends string, S extends Shape>(
  op: O,
  operands: S,
  test: Test<Rule<O, About & S>>,
): Operator<O, About & S> {
  // Zod cannot say of any S that these rules have what `about` gives to all of them.
  const plain = test as unknown as Test<AboutRule>;
  const behavior: Behavior<AboutRule> = {
    words: (rule) => `${nameOf(rule)} ${plain.words(rule)}${missingWords(rule, plain)}`,
    answer: (rule, subject) => answer(rule, subject, plain),
    needs: (rule) => needsOf(rule, plain),
    check: (rule) => checkAbout(rule) ?? plain.check?.(rule),
  };
  return operator<O, About & S>(
    op,
    { ...about, ...operands },
    behavior as unknown as Behavior<Rule<O, About & S>>,
  );
}

const oneOfTwo = 'a condition asks an attribute or a property: one of the two';

function checkAbout({ attribute, property }: AboutRule): Fault | undefined {
  if (attribute === undefined && property === undefined) return oneOfTwo;
  return attribute === undefined || property === undefined
    ? undefined
    : { at: 'property', message: oneOfTwo };
}

const needsOf = ({ attribute, property }: AboutRule, { zone = false, until }: Test<AboutRule>) => ({
  ...(attribute !== undefined && { attributes: [attribute] }),
  ...(property !== undefined && { properties: [property], chance: true }),
  time: until !== undefined,
  zone,
});

function missingWords(
  { include_missing }: AboutRule,
  { negative = false }: Test<AboutRule>,
): string {
  if (include_missing === undefined || include_missing === negative) return '';
  return include_missing ? ' or is unknown' : ' and is known';
}

function answer(rule: AboutRule, subject: Subject, test: Test<AboutRule>): Finding {
  const { values, spread } = located(rule, subject);
  const { negative = false } = test;
  if (values.length === 0) return { held: rule.include_missing ?? negative, found: 'unknown' };
  const asked = test.whole && spread ? [values.flat()] : values;
  const found = asked.some((value) => test.test(value, rule, subject));
  return {
    held: found !== negative,
    found: shown(spread ? values : (values[0] ?? null)),
    until: firstOf(asked.flatMap((value) => test.until?.(value, rule, subject) ?? [])),
  };
}

const located = (rule: AboutRule, { contact, properties }: Subject): Located =>
  locate(rule.property === undefined ? contact.traits : properties, nameOf(rule));

const firstOf = (moments: readonly Instant[]): Instant | undefined =>
  moments.length > 0 ? Math.min(...moments) : undefined;

/** Known at all: not cleared, not the empty text. Asks of the whole, and matches by its own rule. */
export const presence = [
  valueOperator('is_set', {}, { test: isThere, words: () => 'is known', whole: true }),
  valueOperator(
    'is_not_set',
    {},
    {
      test: isThere,
      words: () => 'is unknown',
      whole: true,
      negative: true,
    },
  ),
] as const;

function isThere(actual: Json): boolean {
  return actual !== '';
}
