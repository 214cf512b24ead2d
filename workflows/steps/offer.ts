// Offer: gives the contact one offer of the catalog, the one that fits best, or none; and says why.
import * as z from 'zod';
import { evaluate } from '../conditions/evaluate.ts';
import { type Grant, type Offer, offerId } from '../model/offer.ts';
import { strategies } from '../offers/candidates.ts';
import { choose } from '../offers/choose.ts';
import { explain } from '../offers/explain.ts';
import { endOf, redeemingEvent } from '../offers/grants.ts';
import { shown } from '../offers/shown.ts';
import { type Step, steps } from './index.ts';
import type { Moment, StepType } from './step.ts';
import { stepId } from './step-id.ts';

const from = z.union(
  [
    z.literal('catalog').meta({ title: 'The whole catalog' }),
    z
      .array(offerId.meta({ title: 'Offer', format: 'offer' }))
      .min(1)
      .max(100)
      .meta({ title: 'These offers' }),
  ],
  {
    error: 'either catalog, or a list of ids of offers',
  },
);

export interface OfferStep {
  readonly id?: string;
  readonly offer: {
    /** All offers of the catalog, or these. */
    readonly from: 'catalog' | readonly string[];
    /** What goes with the trigger's order, the next step up from what is owned, or the first they may have. */
    readonly strategy: (typeof strategies)[number];
  };
  readonly granted?: readonly Step[];
  readonly none?: readonly Step[];
}

const path = z.optional(z.lazy(() => steps));

const schema = z.strictObject({
  id: z.optional(stepId),
  offer: z.strictObject({
    from: from
      .default('catalog')
      .meta({ title: 'From', description: 'Only what the contact may have is chosen.' }),
    strategy: z.enum(strategies).default('first_eligible').meta({ title: 'Which one' }),
  }),
  granted: path,
  none: path,
}) as z.ZodType<OfferStep>;

export const offer: StepType<OfferStep> = {
  type: 'offer',
  label: 'Make an offer',
  about: 'Chooses the one offer of the catalog that fits best, or none.',
  blank: { offer: { from: 'catalog', strategy: 'first_eligible' } },
  schema,
  paths: (step) => ({ granted: step.granted ?? [], none: step.none ?? [] }),
  slug: () => 'offer',
  sentence: ({ offer: { from, strategy } }) => `Offer ${what[strategy]} from ${words(from)}`,
  refers: ({ offer: { from } }) =>
    typeof from === 'string' ? [] : from.map((id) => `offer:${id}` as const),
  arrive: (step, moment) => {
    const catalog = moment.catalog();
    const choice = choose(chooserOf(step, moment));
    const because = explain(choice, catalog);
    const { chosen } = choice;
    if (!chosen) return { do: 'go_on', path: 'none', because };
    const grant = grantOf(moment, chosen.offer, chosen.product);
    const keeps = { offer: shown(catalog, chosen.offer, grant) };
    return { do: 'act', path: 'granted', grant, keeps, because };
  },
};

const what: Readonly<Record<OfferStep['offer']['strategy'], string>> = {
  complement: 'what goes with the order',
  next_step_up: 'the next step up',
  first_eligible: 'the first they may have',
};

const words = (ids: OfferStep['offer']['from']): string =>
  typeof ids === 'string' ? 'the catalog' : ids.join(', ');

const chooserOf = ({ offer: asked }: OfferStep, moment: Moment) => ({
  ...asked,
  catalog: moment.catalog(),
  owned: moment.contact.owned ?? {},
  orderedAt: moment.enrollment.triggeredAt,
  grants: moment.contact.grants ?? [],
  now: moment.now,
  ask: (rule: Parameters<typeof evaluate>[0]) => evaluate(rule, moment.subject()),
  take: (one: Offer) =>
    one.stock === undefined || moment.stock(one.id, idOf(moment, one)) === 'granted',
});

/** Deciding again asks for the same grant again: a unit of stock is taken once. */
const idOf = ({ enrollment, step, hash }: Moment, { id }: Offer): string =>
  `grt_${hash(`${enrollment.id}/${step}/${id}`)}`;

function grantOf(moment: Moment, chosen: Offer, product: string | undefined): Grant {
  const { enrollment, now } = moment;
  return {
    id: idOf(moment, chosen),
    offer: chosen.id,
    ...(product === undefined ? {} : { product }),
    campaign: enrollment.campaign,
    enrollment: enrollment.id,
    at: now,
    until: endOf(chosen, now),
    redeemedBy: redeemingEvent(chosen),
  };
}
