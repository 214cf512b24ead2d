// What mails may show of an offer that was granted: kept with the enrollment, so that a later change of the
// catalog takes nothing out of a mail that is on its way.
import type { Catalog } from '../model/catalog.ts';
import type { Fields, Json } from '../model/event.ts';
import type { Grant, Offer } from '../model/offer.ts';

export const shownOffer = [
  'id',
  'name',
  'description',
  'kind',
  'value',
  'terms',
  'code',
  'url',
] as const;
export const shownProduct = [
  'id',
  'name',
  'description',
  'price',
  'currency',
  'category',
  'url',
  'image_url',
] as const;

/** `until` is ISO 8601, and `product` is there when the offer proposes one. */
export function shown(
  catalog: Catalog,
  offer: Offer,
  grant: Pick<Grant, 'product' | 'until'>,
): Fields {
  const product = grant.product === undefined ? undefined : catalog.products.get(grant.product);
  return {
    ...pick(offer, shownOffer),
    until: new Date(grant.until).toISOString(),
    ...(product && { product: pick(product, shownProduct) }),
  };
}

const pick = <T extends object>(from: T, names: readonly (keyof T & string)[]): Fields =>
  Object.fromEntries(
    names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name] as Json]])),
  );
