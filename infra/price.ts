// What AWS asks for a unit of something, from the dated table beside this file.
import table from './prices.json' with { type: 'json' };

export type Item = keyof typeof table.prices;

interface Price {
  readonly usd: number;
  readonly per: number;
  readonly unit: string;
  /** Units a month that cost nothing. */
  readonly free?: number;
}

const prices: Readonly<Record<Item, Price>> = table.prices;

export const pricesAsOf = table.asOf;

export interface Cost {
  readonly usd: number;
  /** In an account that uses the free units for nothing else. */
  readonly usdAfterFree: number;
}

/** The cost of so many units in a month. */
export function costOf(item: Item, units: number): Cost {
  const { usd, per, free = 0 } = prices[item];
  return { usd: (units * usd) / per, usdAfterFree: (Math.max(0, units - free) * usd) / per };
}
