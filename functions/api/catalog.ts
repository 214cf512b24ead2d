// The catalog: what is sold, what is offered, and what orders tell of both.
import * as z from 'zod';
import { offer, offerId, offerTerms } from '../../workflows/model/offer.ts';
import { product, productId } from '../../workflows/model/product.ts';
import { accept } from '../use-cases/accept.ts';
import { dropOffer, dropProduct, listOffer, listProducts } from '../use-cases/change-catalog.ts';
import { offerTally, total } from '../use-cases/tallies.ts';
import { endpoint } from './endpoint.ts';
import { listing, listingOf, portion } from './portion.ts';
import type { ApiPorts } from './ports.ts';
import { asNew } from './revision.ts';

const place = z.string().max(200);
const products = z.strictObject({ products: z.array(product).min(1).max(1_000) });

const listedProduct = product.extend({
  companions: z.array(
    z.object({
      product: z.string(),
      count: z.int(),
      confidence: z.number(),
      lift: z.number(),
    }),
  ),
});
const listedOffer = offer.safeExtend({ granted: z.int() });

async function given({ tallies }: Pick<ApiPorts, 'tallies'>, offer: string): Promise<number> {
  const { granted = '0' } = total((await tallies.read(offerTally(offer))).values());
  return Number(granted);
}

/** By id, in the order of ids. */
function part<T>(
  all: ReadonlyMap<string, T>,
  { limit, next }: { readonly limit: number; readonly next?: string | undefined },
): readonly (readonly [string, T])[] {
  const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.filter(([id]) => next === undefined || id > next).slice(0, limit);
}

export const catalog = [
  endpoint({
    method: 'GET',
    path: '/api/products',
    role: 'viewer',
    summary: 'Products in the order of their ids, with what is bought together with each',
    query: portion(place),
    answer: listingOf(listedProduct),
    run: async (ports, { query }) => {
      const known = await ports.catalog.read();
      const items = part(known.products, query).map(([id, one]) => ({
        ...one,
        companions: known.companions.get(id) ?? [],
      }));
      return listing(items, query.limit, ({ id }) => id);
    },
  }),
  endpoint({
    method: 'PUT',
    path: '/api/products',
    role: 'marketer',
    summary: 'Lists many products, and leaves all others as they are',
    body: products,
    status: 204,
    run: (ports, { body }) => listProducts(ports.catalog, body.products),
  }),
  endpoint({
    method: 'PUT',
    path: '/api/products/{id}',
    role: 'marketer',
    summary: 'Lists one product; with If-Match: "0" only a new one',
    headers: asNew,
    body: product.omit({ id: true }),
    status: 204,
    run: (ports, { path, body, headers }) => {
      const listed = { ...body, id: accept(productId, path.id, 'The id') };
      return listProducts(ports.catalog, [listed], { isNew: headers['if-match'] !== undefined });
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/products/{id}',
    role: 'marketer',
    summary: 'Takes a product off the catalog, unless an offer names it',
    status: 204,
    run: (ports, { path }) => dropProduct(ports.catalog, path.id),
  }),
  endpoint({
    method: 'GET',
    path: '/api/offers',
    role: 'viewer',
    summary:
      'Offers in the order of their ids, with how many were granted: of one without a limit an estimate',
    query: portion(place),
    answer: listingOf(listedOffer),
    run: async (ports, { query }) => {
      const { offers } = await ports.catalog.read();
      const items = part(offers, query).map(async ([id, one]) => ({
        ...one,
        granted: await (one.stock === undefined ? given(ports, id) : ports.stock.taken(id)),
      }));
      return listing(await Promise.all(items), query.limit, ({ id }) => id);
    },
  }),
  endpoint({
    method: 'PUT',
    path: '/api/offers/{id}',
    role: 'marketer',
    summary:
      'Lists one offer, with If-Match: "0" only a new one; what was granted before keeps what it said',
    headers: asNew,
    body: offerTerms,
    status: 204,
    run: (ports, { path, body, headers }) => {
      const listed = { ...body, id: accept(offerId, path.id, 'The id') };
      return listOffer(ports.catalog, listed, { isNew: headers['if-match'] !== undefined });
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/offers/{id}',
    role: 'marketer',
    summary: 'Takes an offer off the catalog, unless a campaign names it',
    status: 204,
    run: (ports, { path }) => dropOffer(ports, path.id),
  }),
];
