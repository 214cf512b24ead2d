// What is remembered of events, and how little that is.
import { describe, expect, it } from 'vitest';
import { happeningOf, record } from '../../../workflows/conditions/record.ts';
import { refill } from '../../../workflows/conditions/refill.ts';
import { watch } from '../../../workflows/conditions/watch.ts';
import type { Fields } from '../../../workflows/model/event.ts';
import type { History } from '../../../workflows/model/history.ts';
import { now } from './subject.ts';

const bought = watch({ event: 'Bought', measure: 'total', depth: 200 });

const happening = (index: number, properties: Fields = {}) => ({
  id: `node-next-1781524800000-${index}`,
  event: 'Bought',
  at: now + index * 1_000,
  properties,
});

const nothing: History = {};

const many = (count: number, properties?: Fields) =>
  Array.from({ length: count }, (_, index) => happening(index, properties));

const recorded = (all: readonly ReturnType<typeof happening>[], watches = [bought]) =>
  all.reduce((history, one) => record(history, watches, one), nothing);

describe('a history', () => {
  it('keeps the newest one by one, and of all of them count, first, last and sum', () => {
    const two = watch({ event: 'Bought', measure: 'total', depth: 5 });
    const { [two.key]: entry } = recorded(many(9, { total: 1.1 }).toReversed(), [two]);
    expect(entry).toMatchObject({ count: 9, first: now, last: now + 8_000, sum: '9.9' });
    expect(entry?.recent.map(([at]) => (at - now) / 1_000)).toEqual([4, 5, 6, 7, 8]);
  });

  it('stays small: 200 occurrences with their values are less than 8 KB', () => {
    const history = recorded(many(300, { total: 1234.56 }));
    expect(history[bought.key]?.recent).toHaveLength(200);
    expect(JSON.stringify(history).length).toBeLessThan(8_000);
  });

  it('is untouched by what nobody watches', () => {
    expect(record(nothing, [bought], { ...happening(1), event: 'Seen' })).toBe(nothing);
    const large = watch({
      event: 'Bought',
      where: [{ property: 'total', op: 'gte', value: 50 }],
      depth: 1,
    });
    expect(record(nothing, [large], happening(1, { total: 49 }))).toBe(nothing);
    expect(record(nothing, [large], happening(1, { total: 50 }))).not.toBe(nothing);
  });

  it.each([
    [[0.1, 0.2], '0.3'],
    // What a sender has added up in binary.
    [[0.1 + 0.2], '0.3'],
    [['19.90', 0.1], '20'],
    [['5', 'five', true, -2], '3'],
    [[1e300, 1], '1'],
    [[1e-7, 1], '1.0000001'],
  ])('adds up %j to %s', (totals, sum) => {
    const all = totals.map((total, index) => happening(index, { total }));
    expect(recorded(all)[bought.key]?.sum).toBe(sum);
  });

  it('counts what has no value, too', () => {
    const { [bought.key]: entry } = recorded([happening(1), happening(2, { total: 5 })]);
    expect(entry).toMatchObject({ count: 2, sum: '5' });
  });

  it('believes no clock that runs ahead of ours', () => {
    const event = { id: 'e', type: 'track', name: 'Bought', source: 'test' } as const;
    const ahead = { ...event, timestamp: now + 9_000, receivedAt: now };
    expect(happeningOf(ahead)).toEqual({ id: 'e', event: 'Bought', at: now, properties: {} });
    const late = { ...event, timestamp: now - 9_000, receivedAt: now };
    expect(happeningOf(late).at).toBe(now - 9_000);
  });

  it.each([
    ['tracking', true],
    ['segment/tracking', undefined],
    ['api', undefined],
    ['campaign', undefined],
  ])('is ours where our own links and pixels tell it: of "%s" %s', (source, ours) => {
    const opened = { id: 'e', type: 'track', name: 'Email Opened', source } as const;
    expect(happeningOf({ ...opened, timestamp: now, receivedAt: now }).ours).toBe(ours);
  });

  it('refilled from a past that has been forgotten in part keeps the larger count', () => {
    const few = watch({ event: 'Bought', measure: 'total', depth: 5 });
    const live = recorded(many(40, { total: 1 }), [few]);
    const past = many(40, { total: 1 }).slice(30);
    expect(refill(live, [few], past)).toEqual(live);
    expect(refill(live, [few], [])).toBe(live);
  });
});
