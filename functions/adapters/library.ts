// The library in the core table: each version in the partition of its template or block, and the newest of each as a
// line in one list. Whoever dies between the two has saved nothing.
import { DeleteItemCommand, type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { Clash } from '../errors.ts';
import type { Kept, Library, Shelf, ShelfLine, Writing } from '../library-ports.ts';
import { onRevision, put } from './conditional-put.ts';
import type { Item } from './dynamo.ts';
import { keys, type Shelved } from './keys.ts';
import { pack, packWithin, unpack } from './packing.ts';
import { readFrom } from './partition.ts';
import { createVersions } from './versions.ts';

export const createLibrary = (client: DynamoDBClient, table: string): Library => ({
  templates: createShelf(client, table, (id) => ({ template: id })),
  blocks: createShelf(client, table, (id) => ({ block: id })),
});

interface Room {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly of: (id: string) => Shelved;
}

function createShelf<S, L extends ShelfLine>(
  client: DynamoDBClient,
  table: string,
  of: (id: string) => Shelved,
): Shelf<S, L> {
  const get = async (Key: Item): Promise<Item | undefined> => {
    const request = { TableName: table, Key, ConsistentRead: true };
    return (await client.send(new GetItemCommand(request))).Item;
  };
  const lineOf = async (id: string): Promise<L | undefined> => {
    const item = await get(keys.shelved(of(id)));
    return item && unpack<L>(item);
  };
  return {
    list: async () => {
      const items = await readFrom(client, table, keys.shelved(of('')));
      return items.map((item) => unpack<L>(item));
    },
    line: lineOf,
    read: async (id, wanted) => {
      const version = wanted ?? (await lineOf(id))?.version;
      const item = version === undefined ? undefined : await get(keys.versionOf(of(id), version));
      return item && unpack<Kept<S, L>>(item);
    },
    versions: (id) => createVersions(client, table).list(of(id)),
    save: (id, write) => save({ client, table, of }, { id, lineOf }, write),
    remove: async (id) => {
      const Key = keys.shelved(of(id));
      const request = { TableName: table, Key, ReturnValues: 'ALL_OLD' } as const;
      return (await client.send(new DeleteItemCommand(request))).Attributes !== undefined;
    },
  };
}

interface Saved<L> {
  readonly id: string;
  readonly lineOf: (id: string) => Promise<L | undefined>;
}

async function save<S, L extends ShelfLine>(
  { client, table, of }: Room,
  { id, lineOf }: Saved<L>,
  { source, line, onTop }: Writing<S, L>,
): Promise<L> {
  const before = await lineOf(id);
  const known = before?.version ?? 0;
  if (onTop !== undefined && onTop !== known) throw new Clash(`${id} has moved on`);
  packWithin({ source, line }, 'It');
  const versions = createVersions(client, table);
  const make = (version: number) => ({ source, line: { ...line, id, version } as unknown as L });
  const { line: written } = await versions.claim(of(id), before, make);
  const { version, by, at } = written;
  const rev = { N: String(version) };
  const Item = { ...keys.shelved(of(id)), rev, ...pack(written) };
  await put(client, { TableName: table, Item, ...onRevision(known) });
  await versions.mark(of(id), [{ version, published: { by, at } }]);
  return written;
}
