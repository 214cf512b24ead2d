// Redeeming: an event that takes up what a contact was granted.

import type { Condition } from '../conditions/condition.ts';
import type { Answer } from '../conditions/subject.ts';
import type { Catalog } from '../model/catalog.ts';
import { decimal, multiply } from '../model/decimal.ts';
import type { Event, Fields } from '../model/event.ts';
import type { Grant, Offer } from '../model/offer.ts';
import { type Item, isBought, purchaseOf } from '../model/purchase.ts';
import { isOpen } from './grants.ts';

interface Redeemed {
  /** All grants, those that the event redeems marked. */
  readonly grants: readonly Grant[];
  readonly redeemed: readonly Grant[];
}

type Ask = (rule: Condition, properties: Fields) => Pick<Answer, 'held'>;

/** Whether the event could redeem anything: only then the catalog is needed. */
export const mayRedeem = (grants: readonly Grant[], event: Event): boolean =>
  grants.some((grant) => concerns(event, grant));

const concerns = ({ name, timestamp }: Event, grant: Grant): boolean =>
  grant.redeemedBy === name && isOpen(grant, timestamp);

/** Undefined when the event redeems nothing. It counts when it happened in time, however late it arrives. */
export function redeem(
  grants: readonly Grant[],
  event: Event,
  { catalog, ask }: { readonly catalog: Catalog; readonly ask: Ask },
): Redeemed | undefined {
  const after = grants.map((grant) => {
    if (!concerns(event, grant)) return grant;
    const value = broughtBy(grant, event, { offer: catalog.offers.get(grant.offer), ask });
    return value === undefined ? grant : { ...grant, redeemedAt: event.timestamp, value };
  });
  const redeemed = after.filter((grant, at) => grant !== grants[at]);
  return redeemed.length > 0 ? { grants: after, redeemed } : undefined;
}

interface Terms {
  /** Undefined when the catalog has it no more: an order of the product still redeems it. */
  readonly offer: Offer | undefined;
  readonly ask: Ask;
}

/** What the event brought by this grant; undefined when it does not redeem it. */
const broughtBy = (grant: Grant, event: Event, terms: Terms): string | undefined =>
  terms.offer?.redemption ? byRule(event, terms) : byOrder(grant, event, terms);

function byOrder(grant: Grant, event: Event, { offer }: Terms): string | undefined {
  if (!isBought(event)) return undefined;
  const item = purchaseOf(event).items.find(({ product }) => product === grant.product);
  return item && (priceOf(item) ?? offer?.value ?? '0');
}

function byRule(event: Event, { offer, ask }: Terms): string | undefined {
  const rule = offer?.redemption;
  if (rule?.event !== event.name) return undefined;
  const properties = (event.properties ?? {}) as Fields;
  if (rule?.where && !ask(rule.where, properties).held) return undefined;
  const measured = rule?.measure === undefined ? undefined : decimal(properties[rule.measure]);
  return measured ?? offer?.value;
}

const priceOf = ({ price, quantity }: Item): string | undefined =>
  price === undefined ? undefined : multiply(price, String(quantity));
