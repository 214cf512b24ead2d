// Grants: the offers one contact was given, and when one may be given again.
import { budget } from '../model/budget.ts';
import type { Grant, Offer } from '../model/offer.ts';
import { duration, type Instant } from '../model/time.ts';

export const withGrant = (grants: readonly Grant[], grant: Grant): readonly Grant[] =>
  [...grants.filter(({ id }) => id !== grant.id), grant].slice(-budget.grants);

/** When an offer granted now ends. A fixed end may lie in the past: then it has ended already. */
export const endOf = ({ expires }: Offer, at: Instant): Instant =>
  'on' in expires ? Date.parse(expires.on) : at + duration(expires.after);

/** An order that holds the product, unless the offer names another event. */
export const redeemingEvent = ({ redemption }: Offer): string =>
  redemption?.event ?? 'Order Completed';

export const isOpen = ({ redeemedAt, at, until }: Grant, moment: Instant): boolean =>
  redeemedAt === undefined && at <= moment && moment <= until;

/** Why this contact may not have the offer (again) now. */
export function refuseAgain(
  { id, again }: Offer,
  grants: readonly Grant[],
  now: Instant,
): string | undefined {
  const last = grants.findLast(({ offer }) => offer === id);
  if (!last) return undefined;
  if (isOpen(last, now)) return `they have it until ${dateOf(last.until)}`;
  if (again === undefined) return `they had it on ${dateOf(last.at)}, and it is offered once`;
  return now < last.at + duration(again)
    ? `they had it on ${dateOf(last.at)}, and not again within ${again}`
    : undefined;
}

export const dateOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10);
