// Worth: what a customer was worth, and whether winning them back is worth its cost. Estimates, in plain numbers.
import type { Purchases } from '../model/purchases.ts';
import type { Instant } from '../model/time.ts';

const day = 86_400_000;
const year = 365.25;

interface Worth {
  readonly orders: number;
  /** Of all orders. */
  readonly total: number;
  readonly perOrder: number;
  /** What they brought in a year while they bought; those who bought within one year count as a whole one. */
  readonly perYear: number;
  readonly daysSilent: number;
}

export function worth(purchases: Purchases, now: Instant): Worth {
  const { count, first, last } = purchases;
  const total = Number(purchases.total);
  const years = Math.max(1, (last - first) / day / year);
  return {
    orders: count,
    total,
    perOrder: count === 0 ? 0 : total / count,
    perYear: total / years,
    daysSilent: Math.max(0, (now - last) / day),
  };
}

/** What a marketer assumes of winning somebody back. */
interface WinBack {
  /** Of mails and incentive, for one person who is tried. */
  readonly cost: number;
  /** The share of what they buy that stays. */
  readonly margin: number;
  /** The share of those tried who come back because of it, and would not have otherwise. A holdout measures it. */
  readonly chance: number;
}

interface Verdict {
  readonly held: boolean;
  readonly gain: number;
  readonly because: string;
}

/** The expected gain of trying, one year's margin of those who come back because of it, against its cost. */
export function worthItsCost({ perYear }: Worth, { cost, margin, chance }: WinBack): Verdict {
  const gain = chance * margin * perYear;
  const held = gain >= cost;
  const sum = `${percent(chance)} chance × ${percent(margin)} margin × ${money(perYear)} a year`;
  const because = `expected gain ${money(gain)} (${sum}) is ${held ? 'worth' : 'not worth'} the cost of ${money(cost)}`;
  return { held, gain, because };
}

const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;
const money = (amount: number): string => amount.toFixed(2);
