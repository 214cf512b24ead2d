// What a customer was worth, and whether winning them back is worth its cost.
import { describe, expect, it } from 'vitest';
import { worth, worthItsCost } from '../../../workflows/insights/worth.ts';
import { noPurchases } from '../../../workflows/model/purchases.ts';

const day = 86_400_000;
const year = 365.25 * day;
const start = Date.UTC(2020, 0, 1);
const bought = (count: number, total: string, last: number) => ({
  ...noPurchases,
  count,
  total,
  first: start,
  last,
});

describe('worth', () => {
  it('is what somebody brought in a year while they bought', () => {
    const found = worth(bought(8, '800', start + 4 * year), start + 5 * year);
    expect(found).toEqual({
      orders: 8,
      total: 800,
      perOrder: 100,
      perYear: 200,
      daysSilent: 365.25,
    });
  });

  it('of somebody who bought within one year is that of a whole year', () => {
    expect(worth(bought(2, '80.50', start + 30 * day), start + 31 * day).perYear).toBe(80.5);
  });

  it('of nobody is nothing', () => {
    expect(worth(noPurchases, start)).toMatchObject({ orders: 0, perOrder: 0, perYear: 0 });
  });
});

describe('winning back', () => {
  const costs = { cost: 1.5, margin: 0.3, chance: 0.05 };
  const verdict = (total: string) => worthItsCost(worth(bought(1, total, start), start), costs);

  it('is worth its cost from the yearly worth on at which both are the same', () => {
    expect(verdict('100').held).toBe(true);
    expect(verdict('99.99').held).toBe(false);
  });

  it('says why somebody is left alone', () => {
    expect(verdict('28').because).toBe(
      'expected gain 0.42 (5% chance × 30% margin × 28.00 a year) is not worth the cost of 1.50',
    );
  });
});
