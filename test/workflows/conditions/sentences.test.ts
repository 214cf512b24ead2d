// Every operator says itself in plain words, and what it found.
import { describe, expect, it } from 'vitest';
import { condition } from '../../../workflows/conditions/condition.ts';
import { evaluate } from '../../../workflows/conditions/evaluate.ts';
import { operators } from '../../../workflows/conditions/operators.ts';
import { sentence } from '../../../workflows/conditions/sentence.ts';
import { now, subjectOf } from './subject.ts';

const day = 86_400_000;
const plan = { attribute: 'plan' };
const total = { property: 'total', op: 'gte', value: 50 };
const done = { op: 'performed', event: 'Order Completed' };

const rows: readonly (readonly [rule: object, sentence: string])[] = [
  [{ ...plan, op: 'equals', value: 'pro' }, 'plan is pro'],
  [{ ...plan, op: 'equals', value: 'credit card' }, 'plan is "credit card"'],
  [{ ...plan, op: 'equals', value: 'unknown' }, 'plan is "unknown"'],
  [{ ...plan, op: 'not_equals', value: 'pro' }, 'plan is not pro'],
  [{ ...plan, op: 'not_equals', value: 'a', include_missing: false }, 'plan is not a and is known'],
  [{ ...plan, op: 'equals', value: 'a', include_missing: true }, 'plan is a or is unknown'],
  [{ ...plan, op: 'in', value: ['a', 'b', 3] }, 'plan is a, b or 3'],
  [{ ...plan, op: 'not_in', value: ['trial'] }, 'plan is none of trial'],
  [{ ...plan, op: 'contains', value: 'x' }, 'plan contains x'],
  [{ ...plan, op: 'not_contains', value: 'x' }, 'plan does not contain x'],
  [{ ...plan, op: 'starts_with', value: 'x' }, 'plan starts with x'],
  [{ ...plan, op: 'not_starts_with', value: 'x' }, 'plan does not start with x'],
  [{ ...plan, op: 'ends_with', value: 'x' }, 'plan ends with x'],
  [{ ...plan, op: 'not_ends_with', value: 'x' }, 'plan does not end with x'],
  [{ ...plan, op: 'matches', value: '^x' }, 'plan matches the pattern "^x"'],
  [{ ...plan, op: 'not_matches', value: '^x' }, 'plan does not match the pattern "^x"'],
  [{ ...plan, op: 'is_set' }, 'plan is known'],
  [{ ...plan, op: 'is_not_set' }, 'plan is unknown'],
  [{ ...plan, op: 'gt', value: 5 }, 'plan is more than 5'],
  [{ ...plan, op: 'gte', value: 5 }, 'plan is at least 5'],
  [{ ...plan, op: 'lt', value: 5 }, 'plan is less than 5'],
  [{ ...plan, op: 'lte', value: 5 }, 'plan is at most 5'],
  [{ ...plan, op: 'between', from: 1, to: 5 }, 'plan is from 1 to 5'],
  [{ ...plan, op: 'not_between', from: 1, to: 5 }, 'plan is not from 1 to 5'],
  [{ ...plan, op: 'is_true' }, 'plan is true'],
  [{ ...plan, op: 'is_false' }, 'plan is false'],
  [{ ...plan, op: 'list_contains', value: 'a' }, 'plan has a among its values'],
  [{ ...plan, op: 'list_contains_any', value: ['a', 'b'] }, 'plan has a or b among its values'],
  [
    { ...plan, op: 'list_contains_all', value: ['a', 'b'] },
    'plan has all of a, b among its values',
  ],
  [{ ...plan, op: 'list_contains_none', value: ['a'] }, 'plan has none of a among its values'],
  [{ ...plan, op: 'list_length', at_least: 2 }, 'plan has at least 2 values'],
  [{ ...plan, op: 'before', value: '2026-05-01' }, 'plan is before 2026-05-01'],
  [{ ...plan, op: 'after', value: '2026-05-01' }, 'plan is after 2026-05-01'],
  [
    { ...plan, op: 'between_dates', from: '2026-05-01', to: '2026-05-31' },
    'plan is from 2026-05-01 to 2026-05-31',
  ],
  [{ ...plan, op: 'in_the_last', value: '30 days' }, 'plan is in the last 30 days'],
  [{ ...plan, op: 'more_than_ago', value: 'P1DT12H' }, 'plan is more than 36 hours ago'],
  [{ ...plan, op: 'in_the_next', value: '2 months' }, 'plan is in the next 2 months'],
  [{ ...plan, op: 'between_ago', from: 'P1D', to: 'P1W' }, 'plan is from 1 day to 7 days ago'],
  [{ ...plan, op: 'anniversary_today' }, 'plan has its anniversary today'],
  [{ ...plan, op: 'anniversary_month' }, 'plan has its anniversary this month'],
  [
    { ...plan, op: 'anniversary_in_next', value: '7 days' },
    'plan has its anniversary in the next 7 days',
  ],
  [
    { ...plan, op: 'has_been', value: 'trial', for: '14 days' },
    'plan has been trial for at least 14 days',
  ],
  [done, 'has done "Order Completed"'],
  [
    { ...done, count: { at_least: 2 }, within: '30 days', where: [total] },
    'has done "Order Completed" at least 2 times in the last 30 days where total is at least 50',
  ],
  [{ ...done, count: { exactly: 1 } }, 'has done "Order Completed" exactly once'],
  [
    { ...done, count: 'never', since_entry: true },
    'has never done "Order Completed" since entering',
  ],
  [
    { ...done, sum: { of: 'total', at_least: 500 }, within: '30 days' },
    'has done "Order Completed" with total adding up to at least 500 in the last 30 days',
  ],
  [
    { op: 'first_performed', event: 'Order Completed', within: '7 days' },
    'has done "Order Completed" for the first time in the last 7 days',
  ],
  [
    { op: 'last_performed', event: 'Order Completed', has: total },
    'has done "Order Completed" for the last time, when total is at least 50',
  ],
  [
    { op: 'sequence', steps: [{ event: 'A', where: total }, { event: 'B' }], lasting: '1 day' },
    'has done "A" where total is at least 50, then "B" in at most 1 day',
  ],
  [
    { op: 'email', became: 'clicked', link: 'shop', campaign: 'spring', within: '7 days' },
    'has clicked in an email on a link with "shop" of campaign "spring" in the last 7 days',
  ],
  [{ op: 'email', became: 'opened', count: 'never' }, 'has never opened an email'],
  [{ op: 'in_segment', segment: 'vip' }, 'is in segment vip'],
  [{ op: 'not_in_segment', segment: 'vip' }, 'is not in segment vip'],
  [
    { op: 'in_list', list: 'fair', joined_within: '7 days' },
    'is on list fair, joined in the last 7 days',
  ],
  [{ op: 'not_in_list', list: 'fair' }, 'is not on list fair'],
  [
    { op: 'consent', status: 'subscribed', method: 'form', since: '2026-01-01' },
    'has subscribed by form since 2026-01-01',
  ],
  [{ op: 'suppressed' }, 'has an address that must not be mailed'],
  [{ op: 'region', in: ['eu', 'GB'] }, 'lives in eu or GB'],
  [{ op: 'random_bucket', from: 0, to: 10 }, 'is in the random part from 0% to 10%'],
  [{ op: 'everyone' }, 'is anyone'],
];

describe('a rule in words', () => {
  it.each(rows)('%j: %s', (rule, words) => {
    expect(sentence(condition.parse(rule))).toBe(words);
  });

  it('is there for every operator', () => {
    const told = new Set(rows.map(([rule]) => (rule as { op: string }).op));
    expect(operators.map(({ op }) => op).filter((op) => !told.has(op))).toEqual([]);
  });

  it('keeps apart what belongs apart', () => {
    const a = { attribute: 'a', op: 'is_set' };
    const b = { attribute: 'b', op: 'is_set' };
    const either = { op: 'or', rules: [a, b] };
    const words = (rule: object) => sentence(condition.parse(rule));
    expect(words({ op: 'and', rules: [a, either] })).toBe(
      'a is known, and (a is known or b is known)',
    );
    expect(words(either)).toBe('a is known, or b is known');
    expect(words({ op: 'not', rule: either })).toBe('not (a is known, or b is known)');
    expect(words({ op: 'and', rules: [a] })).toBe('a is known');
  });
});

describe('a trace', () => {
  it('says of every part whether it held and what was found', () => {
    const rule = condition.parse({
      op: 'and',
      rules: [
        { ...plan, op: 'equals', value: 'pro' },
        { op: 'not', rule: { op: 'in_list', list: 'l' } },
      ],
    });
    const contact = { traits: { plan: 'Pro' }, lists: { l: now - day } };
    expect(evaluate(rule, subjectOf({ contact }))).toEqual({
      held: false,
      because: 'not (is on list l (yes: since 2026-06-14 12:00 UTC))',
      trace: {
        sentence: 'plan is pro, and not (is on list l)',
        held: false,
        parts: [
          { sentence: 'plan is pro', held: true, found: 'Pro' },
          {
            sentence: 'not (is on list l)',
            held: false,
            parts: [{ sentence: 'is on list l', held: true, found: 'since 2026-06-14 12:00 UTC' }],
          },
        ],
      },
    });
  });
});
