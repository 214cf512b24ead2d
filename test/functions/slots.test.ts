// The pace as numbers: whoever asks for slots, and whenever, SES never sees more than it allows, and urgent mail never
// waits for a broadcast.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lane } from '../../functions/sending-ports.ts';
import {
  type PaceState,
  quoted,
  rateAt,
  reserve,
  slowed,
  spent,
} from '../../functions/use-cases/slots.ts';

const second = 1_000;
const start = Date.UTC(2026, 0, 5, 9);
const fresh = (perSecond: number, perDay?: number): PaceState =>
  quoted({ urgent: 0, bulk: 0 }, { perSecond, ...(perDay && { perDay, sent: 0 }) }, start);

interface Asked {
  readonly lane: Lane;
  readonly count: number;
  /** Milliseconds since the one before. */
  readonly after: number;
}

/** As senders ask: each is done with its parcel before it asks for the next, so the clocks never run far ahead. */
function run(state: PaceState, asked: readonly Asked[]) {
  let now = start;
  let current = state;
  return asked.map(({ lane, count, after }) => {
    now += after;
    const request = { lane, count, now, until: now + 20 * second };
    const { state: next, slots } = reserve(current, request);
    const before = current;
    current = next;
    const moments = Array.from({ length: slots.count }, (_, at) => slots.at + at * slots.every);
    return { lane, now, before, slots, moments };
  });
}

const asked = (most: number) =>
  fc.array(
    fc.record({
      lane: fc.constantFrom<Lane>('urgent', 'bulk'),
      count: fc.integer({ min: 1, max: 10 }),
      after: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: most })),
    }),
    { minLength: 1, maxLength: 60 },
  );

/** The most moments in any second, which may begin anywhere. */
function busiest(moments: readonly number[]): number {
  const sorted = moments.toSorted((a, b) => a - b);
  let first = 0;
  return sorted.reduce((most, at, index) => {
    // A thousandth of a millisecond: adding up fractions is not exact.
    while (at - (sorted[first] ?? at) >= second - 0.001) first += 1;
    return Math.max(most, index - first + 1);
  }, 0);
}

describe('the slots of all senders', () => {
  test('are in any second no more than SES allows, and one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), asked(3_000), (rate, all) => {
        const moments = run(fresh(rate), all).flatMap((one) => one.moments);
        expect(busiest(moments)).toBeLessThanOrEqual(rate + 1);
      }),
      { numRuns: 2_000 },
    );
  });

  test('are never in the past, and none is later than asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), asked(3_000), (rate, all) => {
        for (const { now, moments } of run(fresh(rate), all))
          for (const at of moments) {
            expect(at).toBeGreaterThanOrEqual(now);
            expect(at).toBeLessThanOrEqual(now + 20 * second);
          }
      }),
    );
  });

  test('use the whole rate while there is only urgent mail, and the bulk share while there is only bulk', () => {
    const busy = (lane: Lane) => {
      const all = Array.from({ length: 10 }, () => ({ lane, count: 10, after: 0 }));
      const moments = run(fresh(50), all).flatMap((one) => one.moments);
      return (moments.length - 1) / (((moments.at(-1) ?? 0) - start) / second);
    };
    expect(busy('urgent')).toBeCloseTo(50 * 0.95, 3);
    expect(busy('bulk')).toBeCloseTo(50 * 0.95 * 0.8, 3);
  });
});

describe('urgent mail', () => {
  test('waits for urgent mail alone: a share of the pace is its own, whatever bulk has reserved', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), asked(3_000), (rate, all) => {
        for (const { lane, now, before, slots } of run(fresh(rate), all))
          if (lane === 'urgent') expect(slots.at).toBe(Math.max(now, before.urgent));
      }),
    );
  });

  test('that comes alone while bulk is running goes at once', () => {
    const bulk = { lane: 'bulk', count: 10, after: 0 } as const;
    const [, , urgent] = run(fresh(14), [bulk, bulk, { lane: 'urgent', count: 1, after: 100 }]);
    expect(urgent?.slots.at).toBe(urgent?.now);
  });

  test('of a thousand waits no longer than a thousand take, and what bulk had in hand', () => {
    const bulk = { lane: 'bulk', count: 10, after: 0 } as const;
    const state = run(
      fresh(14),
      Array.from({ length: 4 }, () => bulk),
    ).at(-1)?.before as PaceState;
    let current = state;
    for (let sent = 0; sent < 1_000; sent += 10) {
      const request = {
        lane: 'urgent',
        count: 10,
        now: start,
        until: start + 3_600 * second,
      } as const;
      current = reserve(current, request).state;
    }
    const aheadOfUs = state.bulk - start;
    expect(current.urgent - start).toBeLessThan(
      aheadOfUs + (1_010 / (14 * 0.95)) * second + 4 * second,
    );
  });

  test('is what bulk waits for', () => {
    const urgent = { lane: 'urgent', count: 10, after: 0 } as const;
    const [first, bulk] = run(fresh(10), [urgent, { lane: 'bulk', count: 1, after: 0 }]);
    expect(bulk?.slots.at).toBe(first?.slots.again);
  });
});

describe('a day', () => {
  test('ends when its quota is used up; its last twentieth is for urgent mail', () => {
    const bulk = { lane: 'bulk', count: 10, after: 60 * second } as const;
    const all = run(fresh(1_000, 100), [
      ...Array.from({ length: 11 }, () => bulk),
      { lane: 'urgent', count: 10, after: 0 },
    ]);
    const counts = all.map(({ slots }) => slots.count);
    expect(counts).toEqual([10, 10, 10, 10, 10, 10, 10, 10, 10, 5, 0, 5]);
    expect(all.slice(-3).map(({ slots }) => slots.isDayOver)).toEqual([true, true, true]);
  });

  test('is over when SES says so, until SES says otherwise', () => {
    const over = spent(fresh(10, 1_000));
    const request = { lane: 'urgent', count: 1, now: start, until: start + second } as const;
    expect(reserve(over, request).slots).toMatchObject({ count: 0, isDayOver: true });
    const asked = quoted(over, { perSecond: 10, perDay: 1_000, sent: 10 }, start);
    expect(reserve(asked, request).slots.count).toBe(1);
  });
});

describe('a pace that SES finds too fast', () => {
  test('is halved, and grows back by a steady step', () => {
    const cut = slowed(fresh(100), start);
    expect(rateAt(cut, start)).toBe(50);
    expect(rateAt(cut, start + 150 * second)).toBe(75);
    expect(rateAt(cut, start + 600 * second)).toBe(100);
  });

  test('is cut once for all mails that were under way together, and again for those after', () => {
    const twice = slowed(slowed(fresh(100), start), start + second);
    expect(rateAt(twice, start + second)).toBeCloseTo(50, 0);
    expect(rateAt(slowed(twice, start + 3 * second), start + 3 * second)).toBeCloseTo(25, 0);
  });

  test('is never slower than that of an account in the sandbox', () => {
    const many = Array.from({ length: 20 }, (_, at) => start + at * 3 * second);
    const state = many.reduce(slowed, fresh(4));
    expect(rateAt(state, many.at(-1) ?? 0)).toBeGreaterThanOrEqual(1);
  });
});
