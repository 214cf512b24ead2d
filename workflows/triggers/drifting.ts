// Trigger: a customer's silence becomes long for them, by their own purchase rhythm. Nobody has to do anything for it.
// Those who are not worth the cost of trying are left alone, and the reason is kept.
import * as z from 'zod';
import type { Subject } from '../conditions/subject.ts';
import { drift, usualShare } from '../insights/drift.ts';
import { worth, worthItsCost } from '../insights/worth.ts';
import type { Rung, TriggerType } from './trigger.ts';

const share = z.number().min(0.5).max(0.99);

const driftingTrigger = z.strictObject({
  drifting: z.strictObject({
    /** How many of such a person's gaps end before: 0.9 is nine of ten. */
    share: share.default(usualShare).meta({
      title: 'Share of gaps',
      description:
        'From 0.5 to 0.99: at 0.9 a silence is long when nine of ten gaps of such a person ended sooner.',
    }),
    /** Orders from which on somebody counts as a customer. */
    orders: z.int().min(1).max(1_000).default(1).meta({
      title: 'Orders',
      description: 'From how many on somebody counts as a customer.',
    }),
    /** What trying is assumed to cost and to bring; without it everybody is tried. */
    worth: z.optional(
      z
        .strictObject({
          /** Of mails and incentive, for one person, in the currency of the orders. */
          cost: z.number().min(0).meta({
            title: 'Cost',
            description: 'Of mails and incentive for one person, in the currency of the orders.',
          }),
          /** The share of what they buy that stays. */
          margin: z.number().gt(0).max(1).meta({
            title: 'Margin',
            description: 'The share of what they buy that stays: 0.3 is 30%.',
          }),
          /** The share of those tried who come back because of it: what the holdout measures. */
          chance: z.number().gt(0).max(1).meta({
            title: 'Chance',
            description:
              'The share of those tried who come back because of it: what the control group measures.',
          }),
        })
        .meta({
          title: 'Only where it is worth it',
          description: 'Leaves alone whoever is not worth the cost of trying.',
        }),
    ),
  }),
});

type DriftingTrigger = z.infer<typeof driftingTrigger>;

export const drifting: TriggerType<DriftingTrigger> = {
  type: 'drifting',
  label: 'A customer drifts away',
  schema: driftingTrigger,
  sentence: ({ drifting: { share } }) =>
    `when somebody has not bought for longer than ${Math.round(share * 100)}% of such a person's gaps`,
  keys: () => ['purchases'],
  next: (trigger, { contact: { purchases } }, after) => {
    if ((purchases?.count ?? 0) < trigger.drifting.orders) return undefined;
    const found = drift(purchases, trigger.drifting.share);
    return found && found.at > after ? found.at : undefined;
  },
  rung,
};

function rung({ drifting: { share, worth: assumed } }: DriftingTrigger, subject: Subject): Rung {
  const { purchases } = subject.contact;
  const found = drift(purchases, share);
  if (!purchases || !found) return { held: false, because: 'has bought nothing' };
  const value = worth(purchases, subject.now);
  const gaps = `of their own ${found.own} ${found.own === 1 ? 'gap' : 'gaps'}`;
  const whose = found.own === 0 ? 'of customers like them' : gaps;
  // The same number as in the mail: a day that is not over has not been silent.
  const daysSilent = Math.floor(value.daysSilent);
  const silent = `no order for ${days(daysSilent)}, usual is ${days(found.usual)}, ${whose}`;
  const verdict = assumed && worthItsCost(value, assumed);
  if (verdict && !verdict.held)
    return { held: false, reason: 'not_worth_its_cost', because: `${silent}; ${verdict.because}` };
  return {
    held: true,
    because: verdict ? `${silent}; ${verdict.because}` : silent,
    properties: {
      orders: value.orders,
      total_spent: purchases.total,
      worth_per_year: round(value.perYear),
      average_order: round(value.perOrder),
      days_silent: daysSilent,
      usual_gap_days: Math.round(found.usual),
    },
  };
}

const days = (count: number): string => `${Math.round(count)} days`;
const round = (amount: number): number => Math.round(amount * 100) / 100;
