// Erasures in the core table, in one partition for all time: what they say is the proof that they happened.
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Erasure, Erasures } from '../erasure-ports.ts';
import { Clash } from '../errors.ts';
import type { Kept } from '../job-ports.ts';
import { onRevision, put } from './conditional-put.ts';
import type { Item } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { readPortion } from './partition.ts';

export function createErasures(client: DynamoDBClient, table: string): Erasures {
  const get = async (id: string): Promise<Kept<Erasure> | undefined> => {
    const request = { TableName: table, Key: keys.erasure(id), ConsistentRead: true };
    const { Item } = await client.send(new GetItemCommand(request));
    return Item && kept(Item);
  };

  const save = (erasure: Erasure, revision: number): Promise<void> => {
    const rev = { N: String(revision + 1) };
    const Item = { ...keys.erasure(erasure.id), rev, ...pack(erasure) };
    return put(client, { TableName: table, Item, ...onRevision(revision) });
  };

  return {
    get,
    save,
    create: async (erasure) => {
      try {
        await save(erasure, 0);
        return { value: erasure, revision: 1 };
      } catch (error) {
        const known = error instanceof Clash ? await get(erasure.id) : undefined;
        if (!known) throw error;
        return known;
      }
    },
    list: async ({ limit, after }) => {
      const last = after === undefined ? undefined : keys.erasure(after);
      const portion = { table, of: keys.erasure(''), limit, after: last, newestFirst: true };
      const items = await readPortion(client, { ...portion, consistent: true });
      return items.map((item) => unpack<Erasure>(item));
    },
  };
}

const kept = (item: Item): Kept<Erasure> => ({
  value: unpack<Erasure>(item),
  revision: Number(item.rev?.N ?? 0),
});
