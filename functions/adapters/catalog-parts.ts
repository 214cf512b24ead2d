// Parts of the catalog: packed items that each hold the entries of one shard, changed one at a time on top of what
// was read. Refuses a part that would outgrow an item.
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { Clash, Refused } from '../errors.ts';
import { onRevision, put } from './conditional-put.ts';
import { readAll } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';

export interface CatalogTable {
  readonly client: DynamoDBClient;
  readonly table: string;
}

/** Products, offers, and what is bought with what. */
export type PartName = 'P' | 'O' | 'W';
type Entries<T> = Readonly<Record<string, T>>;

interface Part<T> {
  readonly revision: number;
  readonly entries: Entries<T>;
}

/** DynamoDB takes 400 KB; names and numbers of the item want a little of it. */
const mostBytes = 390_000;
const attempts = 8;

/** The entries of all these parts together. */
export async function readParts<T>(
  { client, table }: CatalogTable,
  name: PartName,
  shards: readonly number[],
): Promise<[string, T][]> {
  const at = shards.map((shard) => keys.catalogPart(name, shard));
  const items = await readAll(client, table, at, true);
  return items.flatMap((item) => Object.entries(unpack<Part<T>>(item).entries));
}

interface Which {
  readonly name: PartName;
  readonly shard: number;
}

type Change<T> = (entries: Entries<T>) => Entries<T>;

/** Changes one part; who loses the race against another change does it again on top of that. */
export async function changePart<T>(
  store: CatalogTable,
  which: Which,
  change: Change<T>,
): Promise<void> {
  for (let attempt = 1; attempt < attempts; attempt += 1) {
    try {
      return await tryChange(store, which, change);
    } catch (error) {
      if (!(error instanceof Clash)) throw error;
    }
  }
  return tryChange(store, which, change);
}

async function tryChange<T>(
  { client, table }: CatalogTable,
  { name, shard }: Which,
  change: Change<T>,
): Promise<void> {
  const Key = keys.catalogPart(name, shard);
  const request = { TableName: table, Key, ConsistentRead: true };
  const { Item } = await client.send(new GetItemCommand(request));
  const { revision, entries }: Part<T> = Item ? unpack(Item) : { revision: 0, entries: {} };
  const next: Part<T> = { revision: revision + 1, entries: change(entries) };
  const packed = pack(next);
  if ((packed.z1?.B?.length ?? 0) > mostBytes)
    throw new Refused(422, 'The catalog is too large: its texts, or its lists of complements');
  const written = { ...Key, rev: { N: String(next.revision) }, ...packed };
  await put(client, { TableName: table, Item: written, ...onRevision(revision) });
}
