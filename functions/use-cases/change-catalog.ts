// Changes the catalog: products and offers, as the marketer lists them. Refuses an offer of a product that is not listed,
// and to take back what an offer or a campaign names.
import type { Offer } from '../../workflows/model/offer.ts';
import type { Product } from '../../workflows/model/product.ts';
import type { BookKeeping } from '../book-ports.ts';
import { Refused } from '../errors.ts';
import type { CatalogStore } from '../offer-ports.ts';
import { refuseUsed, refuseUsers } from './check-references.ts';

interface OffersPorts {
  readonly catalog: CatalogStore;
  readonly book: Pick<BookKeeping, 'read'>;
}

interface Listing {
  /** What is there already is not written over. */
  readonly isNew: boolean;
}

/** Throws Refused(412) where one is there already that should be new. */
export async function listProducts(
  catalog: CatalogStore,
  products: readonly Product[],
  { isNew }: Listing = { isNew: false },
): Promise<void> {
  const ids = products.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) < at);
  if (twice !== undefined) throw new Refused(422, `Product ${twice} is listed twice`);
  if (isNew) refuseTaken((await catalog.read()).products, ids);
  await catalog.changeProducts({ put: products });
}

/** Throws Refused(404), or Refused(409) naming the offers of it. */
export async function dropProduct(catalog: CatalogStore, id: string): Promise<void> {
  const { products, offers } = await catalog.read();
  if (!products.has(id)) throw new Refused(404, 'There is no such product');
  const ofIt = [...offers.values()].filter(({ product }) => product === id);
  refuseUsers(ofIt.map((offer) => `offer "${offer.id}"`));
  await catalog.changeProducts({ remove: [id] });
}

function refuseTaken(known: ReadonlyMap<string, unknown>, ids: readonly string[]): void {
  const taken = ids.find((id) => known.has(id));
  if (taken !== undefined)
    throw new Refused(412, `There is one with the id ${taken} already`, { at: 'id' });
}

/** The same. */
export async function listOffer(
  catalog: CatalogStore,
  offer: Offer,
  { isNew }: Listing = { isNew: false },
): Promise<void> {
  const { products, offers } = await catalog.read();
  if (isNew) refuseTaken(offers, [offer.id]);
  if (offer.product !== undefined && !products.has(offer.product))
    throw new Refused(422, `There is no product ${offer.product}: list it first`, {
      at: 'product',
    });
  await catalog.changeOffers({ put: [offer] });
}

/**
 * What was granted of it can no longer be redeemed by an event of its own. Throws Refused(404), or Refused(409) naming
 * who asks for it. The catalog is not in the book: a campaign that is published at this very moment may miss it.
 */
export async function dropOffer({ catalog, book }: OffersPorts, id: string): Promise<void> {
  const { offers } = await catalog.read();
  if (!offers.has(id)) throw new Refused(404, 'There is no such offer');
  refuseUsed(`offer:${id}`, await book.read());
  await catalog.changeOffers({ remove: [id] });
}
