// An offer: a commercial proposal to one contact, with who may have it, what it is worth, and when it ends.
// A grant is an offer that one contact was given.
import * as z from 'zod';
import { type Condition, condition } from '../conditions/condition.ts';
import { dependencies } from '../conditions/dependencies.ts';
import { watchesOf } from '../conditions/watches.ts';
import { amountText } from './decimal.ts';
import { byKey } from './one-of.ts';
import { productId, webAddress } from './product.ts';
import { line, lines } from './text.ts';
import { durationText, type Instant } from './time.ts';

export const offerId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'lower-case letters, digits and hyphens, at most 60')
  .refine((id) => !(id in {}), 'this word is taken by JavaScript');

/** The catalog is no published rule, so nothing is remembered for it: what it asks must be known of the contact anyway. */
const asksNoPast = (rule: Condition): boolean =>
  watchesOf(rule).length === 0 && !dependencies(rule).entry;

const ofContact = condition
  .refine(asksNoPast, 'an offer remembers no events: ask them in a segment, and here in_segment')
  .refine(
    (rule) => dependencies(rule).properties.size === 0,
    'an offer is made to a contact and not to an event: ask attributes, not properties',
  );

const expires = byKey('the end of an offer', {
  after: z.strictObject({ after: durationText }),
  on: z.strictObject({
    on: z.iso.datetime({ offset: true, error: 'a moment such as "2026-12-31T23:59:59Z"' }),
  }),
});

const terms = {
  name: line(200),
  description: z.optional(lines(500)),
  kind: z.enum(['product', 'discount', 'free_subscription', 'free_shipping', 'gift']),
  /** The product it proposes. Without one, the step chooses a product that fits. */
  product: z.optional(productId),
  /** Asked of the contact; without one everybody may have it. */
  eligibility: z.optional(ofContact),
  /** What a redeemed offer brings, for reports, where the redemption does not say it. */
  value: amountText.default('0'),
  /** What a redeemed offer costs: the incentive. */
  cost: z.optional(amountText),
  expires: expires.default({ after: '30 days' }),
  /** How many may ever be granted; without it, any number. */
  stock: z.optional(z.int().min(0).max(1_000_000_000)),
  /** How long after a grant the same contact may get it again; without it, never. */
  again: z.optional(durationText),
  /** What redeems it; without it, an order that holds the product. */
  redemption: z.optional(
    z.strictObject({
      event: line(200),
      where: z.optional(
        condition.refine(asksNoPast, 'asks the event itself, and attributes of the contact'),
      ),
      /** The property that says what it brought. */
      measure: z.optional(line(200)),
    }),
  ),
  /** The higher goes first. */
  priority: z.int().min(-1_000).max(1_000).default(0),
  /** What the mail shows. */
  terms: z.optional(lines(1_000)),
  code: z.optional(line(100)),
  url: z.optional(webAddress),
  active: z.boolean().default(true),
};

type Redeemable = Readonly<Record<'product' | 'redemption', unknown>>;

const isRedeemable = (given: Partial<Redeemable>): boolean =>
  given.product !== undefined || given.redemption !== undefined;
const unredeemable = {
  error: 'an offer without a product needs a redemption: the event by which it is taken up',
  path: ['redemption'],
};

/** What a marketer writes of an offer. */
export const offerTerms = z.strictObject(terms).refine(isRedeemable, unredeemable);

export const offer = z.strictObject({ id: offerId, ...terms }).refine(isRedeemable, unredeemable);

export type Offer = Readonly<z.infer<typeof offer>>;

export type StockAnswer = 'granted' | 'out_of_stock';

/** One offer given to one contact. `until` is when it ends unredeemed. */
export interface Grant {
  /** From enrollment and step: deciding again never grants twice. */
  readonly id: string;
  readonly offer: string;
  readonly product?: string;
  readonly campaign: string;
  readonly enrollment: string;
  readonly at: Instant;
  readonly until: Instant;
  /** The name of the event that may redeem it. */
  readonly redeemedBy: string;
  readonly redeemedAt?: Instant;
  /** Decimal text: what it brought. */
  readonly value?: string;
}
