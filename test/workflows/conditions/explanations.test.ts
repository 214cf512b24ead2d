// What a condition says of itself: the rules that decided, with what was found.
import { describe, expect, it } from 'vitest';
import { type Condition, propertiesRead } from '../../../workflows/conditions/condition.ts';
import { evaluate } from '../../../workflows/conditions/evaluate.ts';
import { subjectOf } from './subject.ts';

const isPro = { attribute: 'plan', op: 'equals', value: 'pro' } as const;
const isLarge = { property: 'total', op: 'gte', value: 100 } as const;
const isKnown = { attribute: 'email', op: 'is_set' } as const;

const subject = (plan: string, total: number) =>
  subjectOf({ traits: { plan }, properties: { total } });

const explain = (rule: Condition, plan = 'pro', total = 250) => {
  const { held, because } = evaluate(rule, subject(plan, total));
  return `${held}: ${because}`;
};

describe('an answer says', () => {
  it('what was found and what was asked', () => {
    expect(explain(isPro)).toBe('true: plan is pro (yes: pro)');
    expect(explain(isLarge, 'pro', 3)).toBe('false: total is at least 100 (no: 3)');
    expect(explain(isKnown)).toBe('false: email is known (no: unknown)');
    const rule: Condition = { attribute: 'plan', op: 'not_in', value: ['a', 'b'] };
    expect(explain(rule)).toBe('true: plan is none of a or b (yes: pro)');
  });

  it('of "and": everything when it holds, what is amiss when it does not', () => {
    const both: Condition = { op: 'and', rules: [isPro, isLarge] };
    expect(explain(both)).toBe('true: plan is pro (yes: pro) and total is at least 100 (yes: 250)');
    expect(explain(both, 'free')).toBe('false: plan is pro (no: free)');
    expect(explain(both, 'free', 3)).toBe(
      'false: plan is pro (no: free) and total is at least 100 (no: 3)',
    );
  });

  it('of "or": what sufficed when it holds, everything when it does not', () => {
    const either: Condition = { op: 'or', rules: [isPro, isLarge] };
    expect(explain(either, 'free')).toBe('true: total is at least 100 (yes: 250)');
    expect(explain(either)).toBe(
      'true: plan is pro (yes: pro) and total is at least 100 (yes: 250)',
    );
    expect(explain(either, 'free', 3)).toBe(
      'false: plan is pro (no: free) and total is at least 100 (no: 3)',
    );
  });

  it('of "not": the opposite, for the same reason', () => {
    expect(explain({ op: 'not', rule: isPro })).toBe('false: not (plan is pro (yes: pro))');
    expect(explain({ op: 'not', rule: isKnown })).toBe('true: not (email is known (no: unknown))');
  });

  it('of nested rules only what decided', () => {
    const either: Condition = { op: 'or', rules: [isKnown, isLarge] };
    const nested: Condition = { op: 'and', rules: [isPro, { op: 'not', rule: either }] };
    expect(explain(nested)).toBe('false: not (total is at least 100 (yes: 250))');
  });

  it('no more than a line, however much was said', () => {
    const { because } = evaluate(isPro, subject('😀'.repeat(8_000), 1));
    expect(because.length).toBeLessThan(200);
    expect(because.isWellFormed()).toBe(true);
  });
});

describe('the properties that a condition reads', () => {
  it('are found at every depth, and attributes are none of them', () => {
    const rule: Condition = {
      op: 'and',
      rules: [
        isPro,
        isLarge,
        { op: 'not', rule: { op: 'or', rules: [{ property: 'topic', op: 'is_set' }, isKnown] } },
      ],
    };
    expect(propertiesRead(rule)).toEqual(['total', 'topic']);
    expect(propertiesRead(isPro)).toEqual([]);
  });
});
