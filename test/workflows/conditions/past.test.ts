// Rules about the past: events done, how often, how much, first, last, and in a row.
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../../workflows/model/event.ts';
import { ask, hour, type Past } from './ask.ts';
import { now } from './subject.ts';

const bought = (more: object) => ({ op: 'performed', event: 'Bought', ...more });

describe('an event was performed', () => {
  const past: Past = [
    ['Bought', 10, { total: 0.1 }],
    ['Bought', 50, { total: 0.2 }],
    ['Bought', 30, { total: '60' }],
    ['Seen', 1, { total: 500 }],
  ];
  const large = { property: 'total', op: 'gte', value: 50 };

  it.each([
    [{}, [true, undefined]],
    [{ count: 'never' }, [false, undefined]],
    [{ count: { at_least: 3 } }, [true, undefined]],
    [{ count: { at_least: 4 } }, [false, undefined]],
    [{ count: { at_most: 3 } }, [true, undefined]],
    [{ count: { exactly: 2 } }, [false, undefined]],
    [{ within: '24 hours' }, [true, 14]],
    [{ within: '9 hours' }, [false, undefined]],
    // The second newest leaves the window.
    [{ within: '2 days', count: { at_least: 2 } }, [true, 18]],
    [{ within: '2 days', count: { at_least: 3 } }, [false, undefined]],
    [{ within: '2 days', count: { at_most: 1 } }, [false, 18]],
    [{ within: '2 days', count: { at_most: 2 } }, [true, undefined]],
    [{ within: '3 days', count: { exactly: 2 } }, [false, 22]],
    [{ within: '2 days', count: { exactly: 2 } }, [true, 18]],
    [{ within: '2 days', count: 'never' }, [false, 38]],
    [{ within: '9 hours', count: 'never' }, [true, undefined]],
    [{ where: large }, [true, undefined]],
    [{ where: large, within: '24 hours' }, [false, undefined]],
    [{ where: [large, { property: 'total', op: 'lt', value: 55 }] }, [false, undefined]],
  ])('%j: %j', (more, wished) => {
    expect(ask(bought(more), past)).toEqual(wished);
  });

  it.each([
    // Decimals, not binary fractions: 0.1 + 0.2 + 60.
    [{ of: 'total', exactly: 60.3 }, {}, [true, undefined]],
    [{ of: 'total', at_least: 60.31 }, {}, [false, undefined]],
    [{ of: 'total', at_least: 60 }, { within: '2 days' }, [true, 18]],
    [{ of: 'total', at_most: 60 }, { within: '2 days' }, [false, 18]],
    [{ of: 'nothing', at_most: 0 }, { within: '2 days' }, [true, 18]],
  ])('with a sum %j %j: %j', (sum, more, wished) => {
    expect(ask(bought({ sum, ...more }), past)).toEqual(wished);
  });

  it('adds up what a list of products cost', () => {
    const products: Fields = { products: [{ price: 10.1 }, { price: 20.2 }, { name: 'free' }] };
    const sum = { of: 'products.price', exactly: 30.3 };
    expect(ask(bought({ sum }), [['Bought', 1, products]])).toEqual([true, undefined]);
  });

  it('since the campaign was entered; who never entered has done nothing since', () => {
    const since = bought({ since_entry: true });
    expect(ask(since, past, now - 20 * hour)).toEqual([true, undefined]);
    expect(ask(since, past, now - 10 * hour)).toEqual([true, undefined]);
    expect(ask(since, past, now - 9 * hour)).toEqual([false, undefined]);
    expect(ask(since, past)).toEqual([false, undefined]);
    expect(ask({ ...since, count: 'never' }, past)).toEqual([true, undefined]);
  });

  it('dates of an occurrence are measured from when it happened', () => {
    const where = { property: 'delivery', op: 'in_the_next', value: '2 days' };
    const soon = [
      ['Bought', 1_000, { delivery: new Date(now - 960 * hour).toISOString() }],
    ] as const;
    const late = [['Bought', 1_000, { delivery: new Date(now + 2 * hour).toISOString() }]] as const;
    expect(ask(bought({ where }), soon)[0]).toBe(true);
    expect(ask(bought({ where }), late)[0]).toBe(false);
  });
});

describe('the first and the last time', () => {
  const past: Past = [
    ['Bought', 100, { total: 5 }],
    ['Bought', 10, { total: 70 }],
    ['Bought', 50, { total: 60 }],
  ];
  const has = { property: 'total', op: 'gte', value: 50 };

  it.each([
    ['first_performed', { has }, [false, undefined]],
    ['last_performed', { has }, [true, undefined]],
    ['first_performed', { within: '5 days' }, [true, 20]],
    ['first_performed', { within: '4 days' }, [false, undefined]],
    ['last_performed', { within: '1 day', has }, [true, 14]],
    // Only of those where it holds, the first is looked at.
    ['first_performed', { where: has, within: '3 days' }, [true, 22]],
  ])('%s %j: %j', (op, more, wished) => {
    expect(ask({ op, event: 'Bought', ...more }, past)).toEqual(wished);
    expect(ask({ op, event: 'Bought', ...more }, [])).toEqual([false, undefined]);
  });
});

describe('a sequence', () => {
  const seen = { event: 'Seen', where: { property: 'topic', op: 'equals', value: 'shoes' } };
  const rule = { op: 'sequence', steps: [seen, { event: 'Added' }, { event: 'Bought' }] };
  const shoes = { topic: 'shoes' };

  it.each([
    [
      'in order',
      [
        ['Seen', 9, shoes],
        ['Added', 8],
        ['Bought', 2],
      ],
      {},
      [true, undefined],
    ],
    [
      'out of order',
      [
        ['Seen', 9, shoes],
        ['Added', 1],
        ['Bought', 2],
      ],
      {},
      [false, undefined],
    ],
    [
      'with one missing',
      [
        ['Seen', 9],
        ['Added', 8],
        ['Bought', 2],
      ],
      {},
      [false, undefined],
    ],
    [
      'at one moment',
      [
        ['Seen', 8, shoes],
        ['Added', 8],
        ['Bought', 2],
      ],
      {},
      [false, undefined],
    ],
    [
      'too slowly',
      [
        ['Seen', 9, shoes],
        ['Added', 8],
        ['Bought', 2],
      ],
      { lasting: '6 hours' },
      [false, undefined],
    ],
    [
      'the second time in time',
      [
        ['Seen', 90, shoes],
        ['Seen', 7, shoes],
        ['Added', 6],
        ['Bought', 2],
      ],
      { lasting: '6 hours', within: '1 day' },
      [true, 17],
    ],
  ] as const)('%s', (_, past, more, wished) => {
    expect(ask({ ...rule, ...more }, past)).toEqual(wished);
  });
});

describe('a group', () => {
  const past: Past = [
    ['Bought', 10],
    ['Seen', 20],
  ];
  const recently = { within: '1 day' };
  const lately = bought(recently);
  const seen = { ...lately, event: 'Seen' };
  const never = (rule: object) => ({ ...rule, count: 'never' });

  it.each([
    // One of two that hold is enough to fail "and", and one that is left is enough to hold "or".
    [{ op: 'and', rules: [lately, seen] }, [true, 4]],
    [{ op: 'or', rules: [lately, seen] }, [true, 14]],
    [{ op: 'and', rules: [never(lately), never(seen)] }, [false, 14]],
    [{ op: 'or', rules: [never(lately), never(seen)] }, [false, 4]],
    [{ op: 'and', rules: [never(lately), { ...seen, event: 'Left' }] }, [false, undefined]],
    [{ op: 'or', rules: [lately, { op: 'everyone' }] }, [true, undefined]],
    [{ op: 'not', rule: { op: 'or', rules: [lately, seen] } }, [false, 14]],
  ])('%j: %j', (rule, wished) => {
    expect(ask(rule, past)).toEqual(wished);
  });
});
