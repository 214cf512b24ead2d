// The drifting trigger: by time alone, at the moment at which a silence is long for that person.
import { describe, expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';
import { openDiaryIn, sara, start } from '../../support/diary.ts';
import type { Surroundings } from '../../support/engine.ts';

const back = (trigger: string) =>
  campaign(`
trigger: { drifting: ${trigger} }
reentry: always
steps: [{ wait: { for: 1 hour } }, { send: miss-you }]
`);

const order = (revenue: number) => ({ properties: { revenue } });

/** Orders every `gap` days, `count` times, and then silence. */
function customer(gap: number, count: number, trigger = '{}', around: Surroundings = {}) {
  const diary = openDiaryIn(around, back(trigger)).event('Contact Identified', sara);
  diary.event('Order Completed', order(100));
  for (let done = 1; done < count; done += 1)
    diary.pass(`${gap} days`).event('Order Completed', order(100));
  return diary;
}

const entered = (lines: readonly string[]) =>
  lines.filter((line) => line.includes('email')).map((line) => Number(/day (\d+)/.exec(line)?.[1]));

describe('a customer drifts away', () => {
  it('sooner when they buy often, later when they buy seldom', () => {
    const silence = (gap: number) => {
      const diary = customer(gap, 7).pass('900 days');
      return (entered(diary.lines)[0] ?? 0) - 6 * gap;
    };
    expect(silence(7)).toBe(24);
    expect(silence(60)).toBe(155);
  });

  it('by the rhythm of all when they bought once', () => {
    expect(entered(customer(0, 1).pass('900 days').lines)).toEqual([210]);
    const rhythm = { gaps: 500, mean: Math.log(10), between: 0.1, within: 0.1 };
    expect(entered(customer(0, 1, '{}', { rhythm }).pass('900 days').lines)).toEqual([17]);
  });

  it('by the share that the marketer names', () => {
    expect(entered(customer(0, 1, '{ share: 0.5 }').pass('900 days').lines)).toEqual([60]);
  });

  it('and not while they go on buying; anew after every order', () => {
    const diary = customer(7, 7).pass('21 days').event('Order Completed', order(100));
    expect(entered(diary.lines)).toEqual([]);
    diary.pass('90 days').event('Order Completed', order(100)).pass('300 days');
    expect(entered(diary.lines)).toHaveLength(2);
  });

  it('only from so many orders on', () => {
    expect(entered(customer(7, 2, '{ orders: 3 }').pass('900 days').lines)).toEqual([]);
    expect(entered(customer(7, 3, '{ orders: 3 }').pass('900 days').lines)).toHaveLength(1);
  });

  it('never without an order', () => {
    const diary = openDiaryIn({}, back('{}')).event('Contact Identified', sara).pass('900 days');
    expect(diary.lines).toEqual([]);
  });

  it('not by an order that was cancelled', () => {
    const diary = openDiaryIn({}, back('{}'))
      .event('Order Completed', { properties: { order_id: 'a', revenue: 9 } })
      .pass('1 day')
      .event('Order Cancelled', { properties: { order_id: 'a' } })
      .pass('900 days');
    expect(diary.lines).toEqual([]);
  });
});

describe('winning back', () => {
  const worth = (cost: number) => `{ worth: { cost: ${cost}, margin: 0.3, chance: 0.05 } }`;

  it('leaves alone who is not worth its cost, and keeps the reason', () => {
    const diary = customer(7, 7, worth(11)).pass('900 days');
    expect(diary.lines).toEqual(['day 66: not entered (not_worth_its_cost)']);
    expect(diary.transitions.at(-1)).toMatchObject({
      because:
        'no order for 24 days, usual is 10 days, of their own 6 gaps; expected gain 10.50 ' +
        '(5% chance × 30% margin × 700.00 a year) is not worth the cost of 11.00',
    });
  });

  it('tries who is, and tells the campaign what they were worth', () => {
    const version = campaign(
      `
trigger: { drifting: ${worth(10)} }
steps:
  - branch: { property: worth_per_year, op: gte, value: 500 }
    yes: [{ send: best }]
    no: [{ send: good }]
`,
      { reads: ['worth_per_year', 'orders', 'total_spent', 'days_silent', 'usual_gap_days'] },
    );
    const diary = openDiaryIn({}, version).event('Order Completed', { ...sara, ...order(700) });
    diary.pass('900 days');
    expect(diary.lines.at(-2)).toBe('day 210: email best');
    expect(diary.draft.messages[0]?.event).toEqual({
      orders: 1,
      total_spent: '700',
      worth_per_year: 700,
      days_silent: 210,
      usual_gap_days: 60,
    });
    expect(diary.draft.contact.purchases?.first).toBe(start);
  });
});
