// Money as events and products tell it: an amount, and a currency where one is named.
import { add } from './decimal.ts';
import type { Json } from './event.ts';

export interface Money {
  /** Decimal text. */
  readonly amount: string;
  /** ISO 4217, in capitals; absent where nobody said. */
  readonly currency?: string;
}

/** Three letters, in capitals; undefined for whatever else stands where a currency should. */
export function currencyOf(value: Json | undefined): string | undefined {
  const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
  return /^[A-Z]{3}$/.test(code) ? code : undefined;
}

/** One sum for each currency, in the order in which they came: what is in different ones is never added up. */
export function sumsOf(all: readonly Money[]): Money[] {
  const sums = new Map<string | undefined, string>();
  for (const { amount, currency } of all)
    sums.set(currency, add(sums.get(currency) ?? '0', amount));
  return [...sums].map(([currency, amount]) => ({ amount, ...(currency && { currency }) }));
}
