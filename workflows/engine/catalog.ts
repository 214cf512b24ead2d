// The catalog as a decision sees it. A workspace without one has no products and no offers.
import { type Catalog, emptyCatalog } from '../model/catalog.ts';
import type { StockAnswer } from '../model/offer.ts';
import type { World } from './draft.ts';

export const catalogOf = ({ catalog }: World): Catalog => catalog?.() ?? emptyCatalog;

/** Where nobody counts, nothing runs out. */
export const stockOf = ({ stock }: World, offer: string, grant: string): StockAnswer =>
  stock?.(offer, grant) ?? 'granted';
