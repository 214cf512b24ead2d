// Candidates: offers in the order in which they are tried, each with the product it would propose.
import type { Catalog } from '../model/catalog.ts';
import type { Offer } from '../model/offer.ts';
import type { Owned } from '../model/owned.ts';
import type { Instant } from '../model/time.ts';
import { complements, type Fits, stepsUp } from './fits.ts';

export const strategies = ['complement', 'next_step_up', 'first_eligible'] as const;
type Strategy = (typeof strategies)[number];

export interface Candidate {
  readonly offer: Offer;
  readonly product?: string;
  /** Why it would be chosen. */
  readonly because: string;
}

export interface Rejected {
  readonly offer: string;
  readonly product?: string;
  readonly because: string;
}

export interface Asked {
  readonly from: 'catalog' | readonly string[];
  readonly strategy: Strategy;
  readonly catalog: Catalog;
  readonly owned: Owned;
  /** When the order was placed that asks for a complement. */
  readonly orderedAt: Instant;
}

interface Found {
  readonly candidates: readonly Candidate[];
  readonly rejected: readonly Rejected[];
}

/** An offer without a product of its own may propose any of so many that fit. */
const mostProducts = 10;

export function candidates(asked: Asked): Found {
  const { offers, unknown } = listed(asked);
  if (asked.strategy === 'first_eligible')
    return { candidates: offers.map((offer) => plain(offer)), rejected: unknown };
  const fits =
    asked.strategy === 'complement'
      ? complements(asked.catalog, asked.owned, asked.orderedAt)
      : stepsUp(asked.catalog, asked.owned);
  const found = offers.map((offer) => ({ offer, fitting: fitting(offer, fits) }));
  const order = [...fits.keys()];
  const place = ({ product = '' }: Candidate) => order.indexOf(product);
  const none = found.filter((one) => one.fitting.length === 0).map(({ offer }) => offer);
  return {
    candidates: found
      .flatMap((one) => one.fitting)
      .sort((a, b) => b.offer.priority - a.offer.priority || place(a) - place(b)),
    rejected: [...unknown, ...none.map((offer) => unfitting(offer, asked.strategy))],
  };
}

/** The marketer's list in its own order; the catalog by priority. */
function listed({ from, catalog }: Asked) {
  if (from === 'catalog') {
    const offers = [...catalog.offers.values()].sort(
      (a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1),
    );
    return { offers, unknown: [] };
  }
  const unknown = from.filter((id) => !catalog.offers.has(id));
  return {
    offers: from.flatMap((id) => catalog.offers.get(id) ?? []),
    unknown: unknown.map((id) => ({ offer: id, because: 'there is no such offer' })),
  };
}

const plain = (offer: Offer): Candidate => ({
  offer,
  ...(offer.product === undefined ? {} : { product: offer.product }),
  because: 'the first that they may have',
});

function fitting(offer: Offer, fits: Fits): Candidate[] {
  const products = offer.product === undefined ? [...fits.keys()] : [offer.product];
  return products.slice(0, mostProducts).flatMap((product) => {
    const because = fits.get(product);
    return because === undefined ? [] : [{ offer, product, because }];
  });
}

const unfitting = ({ id, product }: Offer, strategy: Strategy): Rejected => ({
  offer: id,
  ...(product === undefined ? {} : { product }),
  because:
    strategy === 'complement'
      ? 'does not go with what they bought'
      : 'is no next step up from what they own',
});
