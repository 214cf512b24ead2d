// What the first page says of a week's money and goals: each campaign against its own control group, no currencies mixed.
import { describe, expect, it } from 'vitest';
import { weekOf } from '../../../console/web/pages/home/week.ts';

const group = (
  entered: number,
  goals: number,
  ...values: { amount: string; currency?: string }[]
) => ({
  ...{ entered, goals, values },
});
const euros = (amount: string) => ({ amount, currency: 'EUR' });

describe('the week', () => {
  it('compares the treated with what they would have brought held out', () => {
    const treatment = group(90, 18, euros('900'), { amount: '30' });
    const holdout = group(10, 1, euros('40'));
    expect(weekOf([{ treatment, holdout }])).toEqual({
      ...{ entered: 100, heldOut: 10 },
      values: [euros('900'), { amount: '30' }],
      extra: [euros('540'), { amount: '30' }],
      lift: 1,
    });
  });

  it('adds up by currency, and measures nothing by campaigns that hold nobody out', () => {
    const measured = { treatment: group(50, 10, euros('10')), holdout: group(50, 10, euros('10')) };
    const everybody = {
      treatment: group(800, 700, euros('0.1'), { amount: '5', currency: 'PLN' }),
      holdout: group(0, 0),
    };
    expect(weekOf([measured, everybody])).toEqual({
      ...{ entered: 900, heldOut: 50 },
      values: [euros('10.1'), { amount: '5', currency: 'PLN' }],
      extra: [euros('0')],
      lift: 0,
    });
  });

  it('says nothing of a difference where there is none to see', () => {
    const nobody = weekOf([{ treatment: group(5, 5), holdout: group(0, 0) }]);
    expect(nobody).toEqual({ entered: 5, heldOut: 0, values: [] });
  });
});
