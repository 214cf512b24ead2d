// How large a rule may be, and what is said of one that is none.

import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { condition } from '../../../workflows/conditions/condition.ts';
import { refusalOf } from '../../support/refusal-of.ts';

const known = { attribute: 'plan', op: 'is_set' };
const asked = { property: 'total', op: 'is_set' };

const wrapped = (depth: number, leaf: object): object =>
  depth === 0 ? leaf : { op: 'not', rule: wrapped(depth - 1, leaf) };

const group = (count: number) => ({ op: 'or', rules: Array.from({ length: count }, () => known) });

/** "✖ what is wrong → at place", as publishing says it. */
function refusal(rule: unknown): string | undefined {
  const refused = refusalOf(condition, rule);
  return refused?.message.replace(/^.*\n/, '').replaceAll(/\s+/g, ' ');
}

describe('a rule', () => {
  it('nests five deep, and no deeper', () => {
    expect(refusal(wrapped(5, known))).toBeUndefined();
    expect(refusal(wrapped(6, known))).toBe(
      '✖ and, or, not stand inside one another at most 5 times',
    );
  });

  it('has a JSON Schema that an editor can load', () => {
    const schema = JSON.stringify(
      z.toJSONSchema(condition, { io: 'input', unrepresentable: 'any' }),
    );
    expect(schema.length).toBeLessThan(200_000);
  });

  it('has at most a hundred conditions, however they are grouped', () => {
    expect(refusal({ op: 'and', rules: [group(50), group(50)] })).toBeUndefined();
    expect(refusal({ op: 'and', rules: [group(50), group(51)] })).toBe(
      '✖ a rule has at most 100 conditions',
    );
  });

  it('filters an event by at most twenty conditions, three deep', () => {
    const done = (where: unknown) => ({ op: 'performed', event: 'A', where });
    expect(refusal(done(wrapped(3, asked)))).toBeUndefined();
    expect(refusal(done(wrapped(4, asked)))).toContain('at most 3 times');
    const many = { op: 'or', rules: Array.from({ length: 21 }, () => asked) };
    expect(refusal(done(many))).toContain('at most 20 conditions');
  });

  it.each([
    [{ ...known, op: 'is' }, 'an operator is one of: and, or, not, is_set, is_not_set, equals'],
    [{ attribute: 'plan' }, 'an operator is one of: and, or, not, is_set'],
    ['everyone', '✖ a condition asks an attribute or a property, or combines others'],
    [
      { ...known, property: 'plan' },
      '✖ a condition asks an attribute or a property: one of the two',
    ],
    [{ op: 'is_set' }, '✖ a condition asks an attribute or a property: one of the two'],
    [
      { ...known, color: 'red' },
      '✖ "color" is unknown here; allowed: op, attribute, property, include_missing → at color',
    ],
    [{ op: 'and', rules: [] }, '→ at rules'],
    [{ ...known, op: 'between', from: 2, to: 1 }, 'from is more than to'],
    [{ ...known, op: 'in_the_last', value: '3 dayz' }, '✖ a time such as "30 days"'],
    [{ ...known, op: 'in_the_last', value: '200 months' }, 'of at most ten years'],
    [{ ...known, op: 'between_ago', from: '2 days', to: '1 day' }, 'from is not less than to'],
    [{ ...known, op: 'before', value: 'tomorrow' }, '✖ a date such as "2026-12-24"'],
    [{ ...known, op: 'before', value: '2026-02-30' }, '✖ a date such as "2026-12-24"'],
    [{ ...known, op: 'after', value: '2026-12-24T18:00' }, '✖ a date such as "2026-12-24"'],
    [
      { ...known, op: 'between_dates', from: '2026-05-02', to: '2026-05-01' },
      'from is later than to',
    ],
    [{ ...known, op: 'anniversary_in_next', value: '12 hours' }, 'whole days, at most 300'],
    [{ ...known, op: 'list_length' }, 'one of: at_least, at_most, exactly'],
    [{ ...known, op: 'has_been', value: 'pro' }, 'one of: for, less_than'],
    [{ op: 'performed', event: 'A', count: { at_least: 201 } }, '→ at count.at_least'],
    [{ op: 'performed', event: 'A', count: { at_least: 1, exactly: 2 } }, 'one of: at_least'],
    [
      { op: 'performed', event: 'A', count: 'never', sum: { of: 'total', at_least: 1 } },
      'one of the two: count or sum',
    ],
    [{ op: 'performed', event: 'A', where: known }, 'of an event, a property is asked'],
    [{ op: 'performed', event: 'A', where: { op: 'everyone' } }, 'an operator is one of'],
    [{ op: 'first_performed', event: 'A' }, 'say what it has, or when it was'],
    [{ op: 'sequence', steps: [{ event: 'A' }] }, '→ at steps'],
    [{ op: 'email', became: 'opened', link: 'shop' }, 'only a click has a link'],
    [{ op: 'consent', status: 'never_subscribed', method: 'form' }, 'has no method and no time'],
    [{ op: 'random_bucket', from: 50, to: 50 }, 'from is not less than to'],
  ])('is refused with place and reason: %j', (rule, reason) => {
    expect(refusal(rule)).toContain(reason);
  });
});
