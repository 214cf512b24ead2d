// Amounts of money as senders write them, to numbers in the currency's own unit: 49.9 and not "49.90" or 4990.

/** A decimal, as a text or a number. Undefined for everything else. */
export function amount(value: unknown): number | undefined {
  const isWritten = typeof value === 'string' && /^-?\d{1,15}(?:\.\d{1,9})?$/.test(value.trim());
  const number = typeof value === 'number' || isWritten ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

export const currencyCode = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[a-z]{3}$/i.test(value) ? value.toUpperCase() : undefined;

// Stripe's own list (docs.stripe.com/currencies). It counts ISK and UGX in hundredths although they have none.
const withoutMinor = new Set(
  'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '),
);
const inThousandths = new Set('BHD JOD KWD OMR TND'.split(' '));

const digitsOf = (currency: string | undefined): number => {
  if (currency === undefined) return 2;
  return withoutMinor.has(currency) ? 0 : inThousandths.has(currency) ? 3 : 2;
};

/** From a whole number of the smallest unit, as Stripe counts: 4990 in PLN is 49.9, in JPY 4990, in KWD 4.99. */
export function fromMinor(value: unknown, currency: unknown): number | undefined {
  if (!Number.isSafeInteger(value)) return undefined;
  return Number(value) / 10 ** digitsOf(currencyCode(currency));
}
