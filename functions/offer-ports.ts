// What offers ask of the world: the catalog, limited stock, and the orders that tell what is bought together.

import type { CountShard } from '../workflows/insights/basket-counts.ts';
import type { GapCounts } from '../workflows/insights/rhythm.ts';
import type { Catalog, Companion } from '../workflows/model/catalog.ts';
import type { Offer, StockAnswer } from '../workflows/model/offer.ts';
import type { Product } from '../workflows/model/product.ts';
import type { Rhythm } from '../workflows/model/rhythm.ts';
import type { Instant } from '../workflows/model/time.ts';

interface CatalogChange {
  readonly put?: readonly Product[];
  readonly remove?: readonly string[];
}

interface OfferChange {
  readonly put?: readonly Offer[];
  readonly remove?: readonly string[];
}

/** What was learned from orders. */
interface Learned {
  readonly companions: ReadonlyMap<string, readonly Companion[]>;
  readonly rhythm: Rhythm;
}

export interface Catalogs {
  /** The catalog as it is now: one small read when nothing has changed since the last. */
  read(): Promise<Catalog>;
  /** How customers buy, at most a minute old. */
  rhythm(): Promise<Rhythm | undefined>;
}

export interface CatalogStore extends Catalogs {
  /** Throws Refused when the catalog would outgrow its limits. */
  changeProducts(change: CatalogChange): Promise<void>;
  changeOffers(change: OfferChange): Promise<void>;
  learn(learned: Learned): Promise<void>;
}

export interface Stock {
  /** Takes one of `most`, once for each grant however often it is asked. */
  claim(wish: {
    readonly offer: string;
    readonly grant: string;
    readonly most: number;
  }): Promise<StockAnswer>;
  /** Gives back what a grant took, if it did so of late. */
  release(offer: string, grant: string): Promise<void>;
  /** How many were granted. */
  taken(offer: string): Promise<number>;
}

/** What one order tells: products bought together, and the gap that it closed. */
export interface OrderLine {
  readonly products: readonly string[];
  readonly gap?: GapCounts;
}

/** The lines of one batch of work. */
export interface OrderPage {
  readonly at: Instant;
  readonly lines: readonly OrderLine[];
}

export interface OrderLog {
  put(id: string, lines: readonly OrderLine[]): Promise<void>;
}

export interface OrderPages {
  /** Pages written after a moment, up to and including another, in the order of time. */
  between(after: Instant, upTo: Instant): AsyncIterable<readonly OrderPage[]>;
}

/** Counts of one shard of products, and up to when orders are in them. */
export interface Counted {
  readonly upTo: Instant;
  readonly products: CountShard;
}

export interface Totals {
  readonly upTo: Instant;
  /** When counting came to its end last. */
  readonly at: Instant;
  readonly orders: number;
  readonly gaps: GapCounts;
}

export interface OrderCountStore {
  totals(): Promise<Totals | undefined>;
  shards(): Promise<ReadonlyMap<number, Counted>>;
  saveShard(shard: number, counted: Counted): Promise<void>;
  saveTotals(totals: Totals): Promise<void>;
}
