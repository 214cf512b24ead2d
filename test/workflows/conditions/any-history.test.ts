// What holds of every history: order means nothing, nothing counts twice, and the little that is kept answers as all would.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../workflows/conditions/condition.ts';
import { evaluate } from '../../../workflows/conditions/evaluate.ts';
import { type Happening, record } from '../../../workflows/conditions/record.ts';
import { refill } from '../../../workflows/conditions/refill.ts';
import { watchesOf } from '../../../workflows/conditions/watches.ts';
import type { History } from '../../../workflows/model/history.ts';
import { happenings, parsed, performed, remembered, rules } from './arbitrary-rules.ts';
import { now, subjectOf } from './subject.ts';

const recorded = (rule: Condition, all: readonly Happening[], from: History = {}) =>
  all.reduce((history, one) => record(history, watchesOf(rule), one), from);

const lives = fc.tuple(rules, happenings);

describe('a history', () => {
  it('is the same in whatever order things are heard', () => {
    fc.assert(
      fc.property(lives, fc.infiniteStream(fc.nat()), ([rule, all], numbers) => {
        const shuffled = all
          .map((one) => ({ one, order: numbers.next().value ?? 0 }))
          .sort((a, b) => a.order - b.order)
          .map(({ one }) => one);
        expect(recorded(rule, shuffled)).toEqual(recorded(rule, all));
      }),
      { numRuns: 500 },
    );
  });

  it('does not change when its newest five occurrences are heard again', () => {
    fc.assert(
      fc.property(lives, ([rule, all]) => {
        const few = all.slice(0, 5);
        const once = recorded(rule, few);
        expect(recorded(rule, few, once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('can be refilled from the past, whatever part of it was recorded live, and again', () => {
    fc.assert(
      fc.property(lives, fc.nat({ max: 5 }), ([rule, all], live) => {
        const watches = watchesOf(rule);
        const heard = recorded(rule, all.slice(-live || all.length, all.length));
        const refilled = refill(heard, watches, all);
        expect(refilled).toEqual(recorded(rule, all));
        expect(refill(refilled, watches, all)).toEqual(refilled);
      }),
      { numRuns: 500 },
    );
  });

  it('refilled keeps what was recorded live since the past was read', () => {
    fc.assert(
      fc.property(lives, fc.nat({ max: 5 }), ([rule, all], since) => {
        const heard = recorded(rule, all.slice(0, since));
        expect(refill(heard, watchesOf(rule), all.slice(since))).toEqual(recorded(rule, all));
      }),
      { numRuns: 500 },
    );
  });
});

interface Counted {
  readonly event: string;
  readonly within?: string;
  readonly since_entry?: true;
  readonly count?: 'never' | Wish;
  readonly sum?: Wish;
  readonly where?: unknown;
}

interface Wish {
  readonly at_least?: number;
  readonly at_most?: number;
  readonly exactly?: number;
}

const hours: Readonly<Record<string, number>> = {
  '1 hour': 1,
  '1 day': 24,
  '3 days': 72,
  '1 month': 720,
  P40D: 960,
};

const totalOf = ({ properties }: Happening) => Number(properties.total ?? Number.NaN);

const passes = (where: unknown, one: Happening): boolean =>
  [
    where === undefined,
    JSON.stringify(where)?.startsWith('{"property') && totalOf(one) >= 5,
    JSON.stringify(where)?.startsWith('{"op":"not"') && !(totalOf(one) >= 5),
    Array.isArray(where) && 'total' in one.properties,
  ].some(Boolean);

const suits = (found: number, { at_least, at_most, exactly }: Wish): boolean =>
  at_least !== undefined
    ? found >= at_least
    : at_most !== undefined
      ? found <= at_most
      : found === exactly;

/** The same question, asked of everything that ever happened. */
function byHand(rule: Counted, all: readonly Happening[], since: number): boolean {
  const some = all.filter(
    (one) =>
      one.event === rule.event &&
      passes(rule.where, one) &&
      (!rule.since_entry || one.at >= since) &&
      (!rule.within || now - one.at < (hours[rule.within] ?? 0) * 3_600_000),
  );
  if (rule.count === 'never') return some.length === 0;
  if (!rule.sum) return suits(some.length, rule.count ?? { at_least: 1 });
  const tenths = some.reduce((sum, one) => sum + Math.round((totalOf(one) || 0) * 10), 0);
  return suits(tenths / 10, rule.sum);
}

describe('what is kept', () => {
  it('answers counts and sums as everything that ever happened would', () => {
    const answers = { true: 0, false: 0 };
    fc.assert(
      fc.property(performed, happenings, fc.nat(30), (given, all, days) => {
        const rule = parsed(given);
        const since = now - days * 86_400_000;
        const wished = byHand(given as Counted, all, since);
        answers[`${wished}`] += 1;
        const subject = subjectOf({ contact: remembered(rule, {}, all), since });
        expect(evaluate(rule, subject).held).toBe(wished);
      }),
      { numRuns: 2_000 },
    );
    expect(Math.min(answers.true, answers.false)).toBeGreaterThan(200);
  });
});
