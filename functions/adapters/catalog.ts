// The catalog in the core table: products, and what goes with them, in sixteen packed parts each, offers in one. A
// small head counts the changes, so that a container reads the whole only when something has changed. How much
// there may be says workflows/model/catalog.ts.
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { shardOf } from '../../workflows/insights/basket-counts.ts';
import { type Catalog, type Companion, catalogLimits } from '../../workflows/model/catalog.ts';
import type { Offer } from '../../workflows/model/offer.ts';
import type { Product } from '../../workflows/model/product.ts';
import type { Rhythm } from '../../workflows/model/rhythm.ts';
import { Refused, wins } from '../errors.ts';
import type { CatalogStore } from '../offer-ports.ts';
import type { Now } from '../ports.ts';
import { type CatalogTable, changePart, type PartName, readParts } from './catalog-parts.ts';
import { onRevision, put } from './conditional-put.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';

const shards = Array.from({ length: 16 }, (_, shard) => shard);
/** How long the rhythm of all customers may be out of date. */
const rhythmKeptFor = 60_000;

interface Head {
  readonly revision: number;
  readonly rhythm?: Rhythm;
}

export function createCatalog(client: DynamoDBClient, table: string, now: Now): CatalogStore {
  const store: CatalogTable = { client, table };
  let kept: { readonly revision: number; readonly catalog: Catalog } | undefined;
  let seen: { readonly head: Head; readonly until: number } | undefined;

  const head = async (): Promise<Head> => {
    const found = await readHead(store);
    seen = { head: found, until: now() + rhythmKeptFor };
    return found;
  };
  const read = async (): Promise<Catalog> => {
    const found = await head();
    if (kept?.revision !== found.revision)
      kept = { revision: found.revision, catalog: await readCatalog(store, found) };
    return kept.catalog;
  };

  return {
    read,
    rhythm: async () => {
      if (seen && seen.until > now()) return seen.head.rhythm;
      return (await head()).rhythm;
    },
    changeProducts: async ({ put: products = [], remove = [] }) => {
      const { products: known } = await read();
      refuseMore(catalogLimits.products, 'products', [known.keys(), products.map(({ id }) => id)]);
      await changeSharded<Product>(store, 'P', { put: products.map(byId), remove });
      await changeHead(store, (found) => found);
    },
    changeOffers: async ({ put: offers = [], remove = [] }) => {
      const { offers: known } = await read();
      refuseMore(catalogLimits.offers, 'offers', [known.keys(), offers.map(({ id }) => id)]);
      const part = { name: 'O', shard: 0 } as const;
      await changePart<Offer>(store, part, changed({ put: offers.map(byId), remove }));
      await changeHead(store, (found) => found);
    },
    learn: async ({ companions, rhythm }) => {
      for (const shard of shards) {
        const own = [...companions].filter(([product]) => shardOf(product, 16) === shard);
        const part = { name: 'W', shard } as const;
        await changePart<readonly Companion[]>(store, part, () => Object.fromEntries(own));
      }
      await changeHead(store, (found) => ({ ...found, rhythm }));
    },
  };
}

const byId = <T extends { readonly id: string }>(one: T) => [one.id, one] as const;

interface Changing<T> {
  readonly put: readonly (readonly [string, T])[];
  readonly remove: readonly string[];
}

const changed =
  <T>({ put: news, remove }: Changing<T>) =>
  (entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> => {
    const kept = Object.entries(entries).filter(([id]) => !remove.includes(id));
    return Object.fromEntries([...kept, ...news]);
  };

async function changeSharded<T>(
  store: CatalogTable,
  name: PartName,
  { put: news, remove }: Changing<T>,
): Promise<void> {
  const ids = [...news.map(([id]) => id), ...remove];
  for (const shard of new Set(ids.map((id) => shardOf(id, 16)))) {
    const own = { put: news.filter(([id]) => shardOf(id, 16) === shard), remove };
    await changePart<T>(store, { name, shard }, changed(own));
  }
}

function refuseMore(most: number, what: string, ids: readonly Iterable<string>[]): void {
  const all = new Set(ids.flatMap((some) => [...some]));
  if (all.size > most) throw new Refused(422, `A catalog holds at most ${most} ${what}`);
}

async function readHead({ client, table }: CatalogTable): Promise<Head> {
  const request = { TableName: table, Key: keys.catalogHead(), ConsistentRead: true };
  const { Item } = await client.send(new GetItemCommand(request));
  return Item ? unpack<Head>(Item) : { revision: 0 };
}

/** Last of all, so that who reads the new count reads what it counts. */
async function changeHead(store: CatalogTable, change: (head: Head) => Head): Promise<void> {
  const found = await readHead(store);
  const next = { ...change(found), revision: found.revision + 1 };
  const Item = { ...keys.catalogHead(), rev: { N: String(next.revision) }, ...pack(next) };
  const request = { TableName: store.table, Item, ...onRevision(found.revision) };
  if (!(await wins(put(store.client, request)))) await changeHead(store, change);
}

async function readCatalog(store: CatalogTable, { rhythm }: Head): Promise<Catalog> {
  const [products, offers, companions] = await Promise.all([
    readParts<Product>(store, 'P', shards),
    readParts<Offer>(store, 'O', [0]),
    readParts<readonly Companion[]>(store, 'W', shards),
  ]);
  return {
    products: new Map(products),
    offers: new Map(offers),
    companions: new Map(companions),
    ...(rhythm && { rhythm }),
  };
}
