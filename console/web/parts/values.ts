// What goals brought: money in as many currencies as their events named, which nobody may add up.
import type { Schemas } from '../api/client.ts';

export type Group = Pick<
  Schemas['getOverviewAnswer']['campaigns'][number]['treatment'],
  'entered' | 'goals' | 'values'
>;
export type Values = Group['values'];

/** One sum for each currency, in the order in which they came. */
export function sumsOf(values: Values): Values {
  const sums = new Map<string | undefined, number>();
  for (const { amount, currency } of values)
    sums.set(currency, (sums.get(currency) ?? 0) + Number(amount));
  return [...sums].map(([currency, sum]) => ({
    amount: toCents(sum),
    ...(currency && { currency }),
  }));
}

/** What the treated brought beyond what they would have brought held out; undefined without a comparison. */
export function extraOf(treatment: Group, holdout: Group): Values | undefined {
  if (treatment.entered === 0 || holdout.entered === 0) return undefined;
  const share = -treatment.entered / holdout.entered;
  const expected = holdout.values.map((one) => ({
    ...one,
    amount: String(share * Number(one.amount)),
  }));
  return sumsOf([...treatment.values, ...expected]);
}

const toCents = (amount: number): string => String(Math.round(amount * 100) / 100);
