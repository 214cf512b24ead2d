// Imports in the work table: parts of files until they are worked off, and the results of their rows, a page in an item.
import { DeleteItemCommand, type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { wins } from '../errors.ts';
import type { Imports, ResultsPage, ResultsPlace } from '../import-ports.ts';
import type { Now } from '../ports.ts';
import { onRevision, put } from './conditional-put.ts';
import { type Item, writeAll } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { readPortion } from './partition.ts';

const day = 86_400;
/** An erasure is finished after fifteen days: what was sent before is expired, and deleted, by then. */
const partsKeptFor = 10 * day;
/** As long as the job is listed. */
const resultsKeptFor = 400 * day;

export function createImports(client: DynamoDBClient, table: string, now: Now): Imports {
  const store = createStore(client, table, now);
  return { ...marks(store), ...parts(store), ...results(store) };
}

type Store = ReturnType<typeof createStore>;

function createStore(client: DynamoDBClient, table: string, now: Now) {
  const ttl = (seconds: number) => ({ N: String(Math.ceil(now() / 1000) + seconds) });
  return {
    read: async <T>(Key: Item): Promise<T | undefined> => {
      const request = { TableName: table, Key, ConsistentRead: true };
      const { Item } = await client.send(new GetItemCommand(request));
      return Item && unpack<T>(Item);
    },
    itemOf: (key: Item, value: unknown, seconds: number): Item => ({
      ...key,
      ttl: ttl(seconds),
      ...pack(value),
    }),
    write: (Item: Item, revision: number) =>
      put(client, { TableName: table, Item, ...onRevision(revision) }),
    overwrite: (item: Item) => writeAll(client, table, [item]),
    remove: async (Key: Item) => {
      await client.send(new DeleteItemCommand({ TableName: table, Key }));
    },
    portion: (of: Item, limit: number, after: Item | undefined) =>
      readPortion(client, { table, of, limit, after, consistent: true }),
  };
}

const marks = ({ read, itemOf, write }: Store): Pick<Imports, 'mark' | 'setMark'> => ({
  mark: (fingerprint) => read(keys.import(fingerprint)),
  setMark: async (fingerprint, mark, known) => {
    const item = itemOf(keys.import(fingerprint), mark, resultsKeptFor);
    await write({ ...item, rev: { N: String(mark.at) } }, known?.at ?? 0);
  },
});

const parts = (store: Store): Pick<Imports, 'putPart' | 'part' | 'dropPart'> => ({
  putPart: async ({ job, chunk }, part) => {
    await wins(store.write(store.itemOf(keys.part(job, chunk), part, partsKeptFor), 0));
  },
  part: ({ job, chunk }) => store.read(keys.part(job, chunk)),
  dropPart: ({ job, chunk }) => store.remove(keys.part(job, chunk)),
});

function results({ read, itemOf, write, overwrite, portion }: Store) {
  const keyOf = ({ job, chunk, offset }: ResultsPlace) => keys.importResults(job, chunk, offset);
  const item = (page: ResultsPage) => itemOf(keyOf(page), page, resultsKeptFor);
  const kept: Pick<Imports, 'putResults' | 'correctResults' | 'results'> = {
    putResults: async (page) => {
      if (await wins(write(item(page), 0))) return page.results;
      return (await read<ResultsPage>(keyOf(page)))?.results ?? page.results;
    },
    correctResults: (page) => overwrite(item(page)),
    results: async (job, limit, after) => {
      const last = after && keyOf({ ...after, job });
      const items = await portion(keys.importResults(job, 0, 0), limit, last);
      return items.map((one) => unpack<ResultsPage>(one));
    },
  };
  return kept;
}
