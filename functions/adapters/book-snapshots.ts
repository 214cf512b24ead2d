// The whole book as pages of the core table, so that a new container need not read all that ever changed. Named for the
// entry they end with: two who write the same snapshot write the same.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Change } from '../book-ports.ts';
import { portions } from '../use-cases/chunks.ts';
import type { Place, Snapshot } from './book-log.ts';
import { deleteAll, readAll, writeAll } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';

/** Bytes of a page before packing, which never makes them more. An item holds 400 KB. */
const pageBytes = 350_000;

const bounds = {
  count: Number.POSITIVE_INFINITY,
  size: pageBytes,
  sizeOf: (one: Change) => Buffer.byteLength(JSON.stringify(one)) + 1,
};

export type BookSnapshots = ReturnType<typeof createBookSnapshots>;

export const createBookSnapshots = (client: DynamoDBClient, table: string) => ({
  /** Undefined when it has been cleared away meanwhile. */
  read: async (snapshot: Snapshot): Promise<Change[] | undefined> => {
    const pages = await readAll(client, table, keysOf(snapshot), true);
    const isWhole = pages.length === snapshot.pages;
    return isWhole ? pages.flatMap((page) => unpack<Change[]>(page)) : undefined;
  },

  write: async ({ revision, head }: Place, all: readonly Change[]): Promise<Snapshot> => {
    const pages = portions(all, bounds);
    const items = pages.map((page, index) => ({ ...keys.bookPage(head, index), ...pack(page) }));
    await writeAll(client, table, items);
    return { revision, head, pages: pages.length };
  },

  clear: (snapshot: Snapshot): Promise<void> => deleteAll(client, table, keysOf(snapshot)),
});

const keysOf = ({ head, pages }: Snapshot) =>
  Array.from({ length: pages }, (_, page) => keys.bookPage(head, page));
