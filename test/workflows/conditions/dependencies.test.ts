// What a rule depends on, and what must be remembered for it.
import { describe, expect, it } from 'vitest';
import { condition } from '../../../workflows/conditions/condition.ts';
import { dependencies } from '../../../workflows/conditions/dependencies.ts';
import { unite, watch } from '../../../workflows/conditions/watch.ts';
import { watchesOf } from '../../../workflows/conditions/watches.ts';

const needs = (rule: object) => {
  const all = Object.entries(dependencies(condition.parse(rule)));
  const named = all.map(([name, value]) => [name, value instanceof Set ? [...value] : value]);
  return Object.fromEntries(named.filter(([, value]) => value !== false && String(value) !== ''));
};

const bought = { op: 'performed', event: 'Bought' };
const never = { ...bought, count: 'never' };
const known = { attribute: 'plan', op: 'is_set' };
const asked = { property: 'total', op: 'is_set' };

describe('a rule depends', () => {
  it.each([
    [known, { attributes: ['plan'] }],
    [{ attribute: 'address.city', op: 'is_set' }, { attributes: ['address.city', 'address'] }],
    [asked, { properties: ['total'], always: true }],
    [
      { attribute: 'born', op: 'anniversary_today' },
      { attributes: ['born', 'timezone', 'last_timezone'], time: true },
    ],
    [
      { attribute: 'born', op: 'before', value: '2026-01-01' },
      { attributes: ['born', 'timezone', 'last_timezone'] },
    ],
    [bought, { events: ['Bought'] }],
    [
      { ...bought, within: '1 day' },
      { events: ['Bought'], time: true },
    ],
    [
      { ...bought, since_entry: true },
      { events: ['Bought'], entry: true },
    ],
    [never, { events: ['Bought'], always: true }],
    [{ op: 'email', became: 'opened' }, { events: ['Email Opened'] }],
    [{ op: 'sequence', steps: [{ event: 'A' }, { event: 'B' }] }, { events: ['A', 'B'] }],
    [{ op: 'in_segment', segment: 'vip' }, { segments: ['vip'] }],
    [
      { op: 'not_in_list', list: 'fair' },
      { lists: ['fair'], always: true },
    ],
    [
      { op: 'in_list', list: 'fair', joined_within: '1 day' },
      { lists: ['fair'], time: true },
    ],
    [{ op: 'consent', status: 'subscribed' }, { consent: true }],
    [
      { op: 'consent', status: 'never_subscribed' },
      { consent: true, always: true },
    ],
    [{ op: 'suppressed' }, { attributes: ['email'], suppression: true }],
    [{ op: 'region', in: ['eu'] }, { attributes: ['country', 'address.country', 'address'] }],
    [{ op: 'random_bucket', from: 0, to: 1 }, { always: true }],
    [{ op: 'everyone' }, { always: true }],
    [
      { attribute: 'plan', op: 'has_been', value: 'a', for: '1 day' },
      { attributes: ['plan'], time: true },
    ],
    [
      { op: 'and', rules: [known, never, { op: 'not', rule: known }] },
      { attributes: ['plan'], events: ['Bought'] },
    ],
    [
      { op: 'or', rules: [known, { op: 'not', rule: known }] },
      { attributes: ['plan'], always: true },
    ],
    [{ op: 'not', rule: { op: 'everyone' } }, {}],
    [{ op: 'not', rule: { op: 'random_bucket', from: 0, to: 1 } }, { always: true }],
  ])('%j: %j', (rule, wished) => {
    expect(needs(rule)).toEqual(wished);
  });
});

const depths = (rule: object) =>
  watchesOf(condition.parse(rule)).map((one) => ('depth' in one ? one.depth : one.attribute));

describe('a watch', () => {
  it.each([
    [known, []],
    [bought, [5]],
    [{ ...bought, count: { at_least: 40 } }, [5]],
    [{ ...bought, within: '1 day', count: { at_least: 40 } }, [40]],
    [{ ...bought, within: '1 day', count: { at_most: 40 } }, [41]],
    [{ ...bought, within: '1 day', count: { exactly: 200 } }, [200]],
    [{ ...bought, since_entry: true, count: { exactly: 7 } }, [8]],
    [{ ...bought, within: '1 day', sum: { of: 'total', at_least: 5 } }, [100]],
    [{ op: 'last_performed', event: 'Bought', has: asked }, [5, 5]],
    [{ op: 'sequence', steps: [{ event: 'A' }, { event: 'B' }, { event: 'A' }] }, [20, 20]],
    [{ attribute: 'plan', op: 'has_been', value: 'a', for: '1 day' }, ['plan']],
  ])('of %j is so deep: %j', (rule, wished) => {
    expect(depths(rule)).toEqual(wished);
  });

  it('is shared by rules that ask the same, as deep as the deepest needs', () => {
    const often = { ...bought, within: '2 days', count: { at_least: 40 } };
    const total = (wish: object) => ({ ...bought, where: { property: 'total', ...wish } });
    expect(depths({ op: 'or', rules: [bought, often] })).toEqual([40]);
    const one = watchesOf(condition.parse(total({ op: 'gte', value: 5 })));
    // Written in another order.
    const same = watchesOf(condition.parse(total({ value: 5, op: 'gte' })));
    const other = watchesOf(condition.parse(total({ op: 'gte', value: 6 })));
    expect(unite([...one, ...same])).toEqual(one);
    expect(unite([...one, ...other])).toHaveLength(2);
  });

  it('has a key that is the same on every machine: what is stored goes on being found', () => {
    const where = [{ property: 'total', op: 'gte', value: 5 } as const];
    expect(watch({ event: 'Bought', where, measure: 'total', depth: 9 }).key).toBe('5l2qm075yj');
  });
});
