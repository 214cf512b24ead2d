// What goals brought: money in as many currencies as their events named, which nobody may add up.
import { type Money, sumsOf } from '../../../workflows/model/money.ts';
import type { Schemas } from '../api/client.ts';

export type Group = Pick<
  Schemas['getOverviewAnswer']['campaigns'][number]['treatment'],
  'entered' | 'goals' | 'values'
>;

/** What the treated brought beyond what they would have brought held out; undefined without a comparison. */
export function extraOf(treatment: Group, holdout: Group): Money[] | undefined {
  if (treatment.entered === 0 || holdout.entered === 0) return undefined;
  const share = -treatment.entered / holdout.entered;
  const expected = holdout.values.map((one) => ({
    ...one,
    amount: toCents(share * Number(one.amount)),
  }));
  return sumsOf([...treatment.values, ...expected]);
}

const toCents = (amount: number): string => (Math.round(amount * 100) / 100).toFixed(2);
