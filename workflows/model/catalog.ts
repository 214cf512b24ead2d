// The catalog: what is sold, what is offered, and what people buy together, as one value that decisions read.
import type { Offer } from './offer.ts';
import type { Product } from './product.ts';
import type { Rhythm } from './rhythm.ts';

/** How many products and offers one workspace may list. The whole catalog is in the memory of every function. */
export const catalogLimits = { products: 5_000, offers: 500, companions: 10 } as const;

/** A product that is bought together with another one, as orders tell. */
export interface Companion {
  readonly product: string;
  /** Orders that held both. */
  readonly count: number;
  /** The share of the other product's orders that held this one as well. */
  readonly confidence: number;
  /** How many times more often than if the two had nothing to do with each other. */
  readonly lift: number;
}

export interface Catalog {
  readonly products: ReadonlyMap<string, Product>;
  readonly offers: ReadonlyMap<string, Offer>;
  /** By product: the best first. */
  readonly companions: ReadonlyMap<string, readonly Companion[]>;
  /** How this workspace's customers buy, for those who have bought too rarely to have a rhythm of their own. */
  readonly rhythm?: Rhythm;
}

export const emptyCatalog: Catalog = {
  products: new Map(),
  offers: new Map(),
  companions: new Map(),
};
