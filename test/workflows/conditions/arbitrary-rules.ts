// Any rule and any past, from a vocabulary so small that they meet.
import fc from 'fast-check';
import { type Condition, condition } from '../../../workflows/conditions/condition.ts';
import { type Happening, record, recordChange } from '../../../workflows/conditions/record.ts';
import type { Subject } from '../../../workflows/conditions/subject.ts';
import { watchesOf } from '../../../workflows/conditions/watches.ts';
import type { Contact } from '../../../workflows/model/contact.ts';
import { now, subjectOf } from './subject.ts';

export const day = 86_400_000;

const one = <const T extends readonly unknown[]>(...values: T): fc.Arbitrary<T[number]> =>
  fc.constantFrom(...(values as readonly T[number][]));

const events = ['Seen', 'Bought', 'Email Opened', 'Email Link Clicked'] as const;
const windows = one('1 hour', '1 day', '3 days', '1 month', 'P40D');
const attributes = one('plan', 'born', 'seen', 'address.city', 'nothing');
const values = one('pro', 'free', 7, true);
const dates = one('2026-06-15', '2026-06-10', '2026-06-20T10:00:00Z');

const filters = one(
  undefined,
  { property: 'total', op: 'gte', value: 5 },
  { op: 'not', rule: { property: 'total', op: 'gte', value: 5 } },
  [{ property: 'total', op: 'is_set' }],
);

const comparison = (number: fc.Arbitrary<number>) =>
  fc.oneof(
    fc.record({ at_least: number }),
    fc.record({ at_most: number }),
    fc.record({ exactly: number }),
  );

const count = fc.oneof(
  fc.constant(undefined),
  fc.constant('never'),
  comparison(fc.integer({ min: 1, max: 4 })),
);

const span = fc.oneof(
  fc.constant({}),
  fc.record({ within: windows }),
  fc.record({ since_entry: fc.constant(true) }),
  fc.record({ within: windows, since_entry: fc.constant(true) }),
);

const spanned = (own: fc.Arbitrary<object>) =>
  fc.tuple(own, span).map(([rule, more]) => ({ ...rule, ...more }));

const event = one('Seen', 'Bought');

/** Counts and sums alone: what can be counted again by hand. */
export const performed = spanned(
  fc.oneof(
    fc.record({ op: fc.constant('performed'), event, where: filters, count }),
    fc.record({
      op: fc.constant('performed'),
      event,
      where: filters,
      sum: comparison(one(0, 5, 10.5)).map((wish) => ({ of: 'total', ...wish })),
    }),
  ),
);

const turning = fc.tuple(
  fc.record({ op: one('first_performed', 'last_performed'), event, where: filters, has: filters }),
  fc.record({ within: windows }),
);

const step = fc.record({ event, where: filters });

const past = fc.oneof(
  performed,
  turning.map(([rule, more]) => ({ ...rule, ...more })),
  spanned(
    fc.record({
      op: fc.constant('sequence'),
      steps: fc.array(step, { minLength: 2, maxLength: 3 }),
      lasting: fc.option(windows, { nil: undefined }),
    }),
  ),
  spanned(fc.record({ op: fc.constant('email'), became: one('opened', 'clicked'), count })),
);

const about = attributes.map((attribute) => ({ attribute }));
const asked = fc.oneof(
  fc.record({ op: one('equals', 'not_equals', 'contains', 'not_starts_with'), value: values }),
  fc.record({ op: one('before', 'after'), value: dates }),
  fc.record({ op: one('in_the_last', 'more_than_ago', 'in_the_next'), value: windows }),
  fc.constant({ op: 'between_ago', from: '1 hour', to: '3 days' }),
  fc.record({ op: one('anniversary_today', 'anniversary_month', 'is_set', 'is_not_set') }),
  fc.record({ op: fc.constant('anniversary_in_next'), value: one('1 day', '7 days', '1 month') }),
);

const standing = fc.oneof(
  fc.record({ op: fc.constant('in_segment'), segment: one('s', 't'), joined_within: windows }),
  fc.record({ op: one('not_in_segment'), segment: one('s', 't') }),
  fc.record({ op: fc.constant('in_list'), list: one('s', 't') }),
  fc.record({ op: fc.constant('consent'), status: one('subscribed', 'never_subscribed') }),
  fc.record({ op: fc.constant('consent'), status: fc.constant('subscribed'), within: windows }),
  fc.record({ op: fc.constant('suppressed') }),
  fc.record({ op: fc.constant('has_been'), attribute: attributes, value: values, for: windows }),
  fc.constant({ op: 'random_bucket', from: 0, to: 50 }),
  fc.constant({ op: 'region', in: ['eu', 'ir'] }),
  fc.constant({ op: 'everyone' }),
);

const leaf = fc.oneof(
  past,
  standing,
  fc.tuple(about, asked).map(([one, other]) => ({ ...one, ...other })),
);

const { rule } = fc.letrec<{ rule: object }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.record({
      op: one('and', 'or'),
      rules: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ op: fc.constant('not'), rule: tie('rule') }),
  ),
}));

/** What JSON leaves out is left out. */
export const parsed = (given: object): Condition =>
  condition.parse(JSON.parse(JSON.stringify(given)));

export const rules = rule.map(parsed);

const at = fc.oneof(
  fc.integer({ min: 0, max: 45 * day }).map((ago) => now - ago),
  fc.integer({ min: 0, max: 6 }).map((hours) => now - hours * 3_600_000),
);

const totals = one<readonly Happening['properties'][]>(
  {},
  { total: 0.1 },
  { total: '5' },
  { total: 7 },
);

export const happenings: fc.Arbitrary<readonly Happening[]> = fc
  .array(fc.record({ event: one(...events), at, properties: totals, isOurs: fc.boolean() }), {
    maxLength: 12,
  })
  .map((all) =>
    all.map(({ isOurs, ...one }, index) => ({
      ...one,
      id: `evt-${index}`,
      ...(isOurs && { ours: true }),
    })),
  );

const dated = one('1990-06-15', '1988-02-29', '2026-06-14T23:30:00Z', '2026-06-20', 1_781_438_400);

export const people: fc.Arbitrary<Partial<Contact>> = fc.record(
  {
    traits: fc.record(
      { plan: values, born: dated, seen: dated, address: fc.record({ city: values }) },
      { requiredKeys: [] },
    ),
    segments: fc.record({ s: at, t: at }, { requiredKeys: [] }),
    lists: fc.record({ s: at, t: at }, { requiredKeys: [] }),
    consent: fc.record({
      status: one('subscribed', 'unsubscribed'),
      method: fc.constant('form'),
      at,
    }),
  },
  { requiredKeys: [] },
);

const zones = one('UTC', 'America/New_York', 'Asia/Tehran', 'Pacific/Apia');

/** A contact with the past that the rule has asked to be remembered. */
export function remembered(
  rule: Condition,
  contact: Partial<Contact>,
  all: readonly Happening[],
): Partial<Contact> {
  const watches = watchesOf(rule);
  const changed = recordChange({}, watches, {
    before: {},
    after: contact.traits ?? {},
    at: now - day,
  });
  const history = all.reduce((current, each) => record(current, watches, each), changed);
  return { ...contact, history };
}

export const lives = fc
  .record({ rule: rules, person: people, all: happenings, zone: zones, entered: at })
  .map(({ rule, person, all, zone, entered }) => ({
    rule,
    all,
    subject: subjectOf({ contact: remembered(rule, person, all), zone, since: entered }) as Subject,
  }));
