// Changes the catalog: products and offers, as the marketer lists them. Refuses an offer of a product that is not listed.
import type { Offer } from '../../workflows/model/offer.ts';
import type { Product } from '../../workflows/model/product.ts';
import { Refused } from '../errors.ts';
import type { CatalogStore } from '../offer-ports.ts';

export async function listProducts(
  catalog: CatalogStore,
  products: readonly Product[],
): Promise<void> {
  const ids = products.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) < at);
  if (twice !== undefined) throw new Refused(422, `Product ${twice} is listed twice`);
  await catalog.changeProducts({ put: products });
}

/** Offers of it are not made any more; those that were granted stay. */
export async function dropProduct(catalog: CatalogStore, id: string): Promise<void> {
  const { products } = await catalog.read();
  if (!products.has(id)) throw new Refused(404, 'There is no such product');
  await catalog.changeProducts({ remove: [id] });
}

export async function listOffer(catalog: CatalogStore, offer: Offer): Promise<void> {
  const { products } = await catalog.read();
  if (offer.product !== undefined && !products.has(offer.product))
    throw new Refused(422, `There is no product ${offer.product}: list it first`);
  await catalog.changeOffers({ put: [offer] });
}

/** What was granted of it can no longer be redeemed by an event of its own. */
export async function dropOffer(catalog: CatalogStore, id: string): Promise<void> {
  const { offers } = await catalog.read();
  if (!offers.has(id)) throw new Refused(404, 'There is no such offer');
  await catalog.changeOffers({ remove: [id] });
}
