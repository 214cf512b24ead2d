// Jobs in the work table: each an item in one list, its chunks beside one another in a partition of its own, so that
// workers on different chunks never wait for the same item.
import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { ChunkProgress, Job } from '../../workflows/model/job.ts';
import { Clash, wins } from '../errors.ts';
import type { Jobs, Kept, SetAside } from '../job-ports.ts';
import type { Now } from '../ports.ts';
import { onRevision, put } from './conditional-put.ts';
import { type Item, writeAll } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';

/** A job is listed for this long, in seconds. */
const retention = 400 * 86_400;

const fresh: Kept<ChunkProgress> = {
  value: { done: false, scanned: 0, matched: 0, sample: [], at: 0 },
  revision: 0,
};

export function createJobs(client: DynamoDBClient, table: string, now: Now): Jobs {
  const read = async <T>(Key: Item): Promise<Kept<T> | undefined> => {
    const request = { TableName: table, Key, ConsistentRead: true };
    const { Item } = await client.send(new GetItemCommand(request));
    return Item && kept<T>(Item);
  };
  const write = <T>(key: Item, value: T, revision: number) => {
    const Item = { ...key, rev: { N: String(revision + 1) }, ttl: ttl(now), ...pack(value) };
    return put(client, { TableName: table, Item, ...onRevision(revision) });
  };
  const list = createList(client, table);
  const get = (id: string) => read<Job>(keys.job(id));

  return {
    get,
    create: async (job) => {
      if (await wins(write(keys.job(job.id), job, 0))) return { value: job, revision: 1 };
      const known = await get(job.id);
      if (!known) throw new Clash(`${job.id} came and went`);
      return known;
    },
    save: (job, revision) => write(keys.job(job.id), job, revision),
    list: async (limit, after) => {
      const from = after === undefined ? {} : { after: keys.job(after) };
      const items = await list(keys.job(''), { limit, ...from });
      return items.map((item) => unpack<Job>(item));
    },
    chunk: async (job, chunk) => (await read(keys.chunk(job, chunk))) ?? fresh,
    chunks: async (job) => {
      const items = await list(keys.chunk(job, 0));
      return new Map(items.map((item) => [Number(item.sk?.S), unpack<ChunkProgress>(item)]));
    },
    saveChunk: ({ job, chunk }, progress, revision) =>
      write(keys.chunk(job, chunk), progress, revision),
    setAside: (job, failed) =>
      writeAll(
        client,
        table,
        failed.map((one) => ({ ...keys.aside(job, one.contact), ttl: ttl(now), ...pack(one) })),
      ),
    forgive: async (job, contact) => {
      await client.send(new DeleteItemCommand({ TableName: table, Key: keys.aside(job, contact) }));
    },
    aside: async (job, limit) =>
      (await list(keys.aside(job, ''), { limit })).map((item) => unpack<SetAside>(item)),
  };
}

interface Listed {
  readonly limit?: number;
  /** The key that came last. */
  readonly after?: Item;
}

/** Of the partition of this key: everything, or the newest few. */
function createList(client: DynamoDBClient, table: string) {
  const page = (pk: Item[string], Limit: number | undefined, ExclusiveStartKey: Item | undefined) =>
    client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        ScanIndexForward: false,
        ExclusiveStartKey,
        Limit,
      }),
    );
  return async (
    { pk }: ReturnType<typeof keys.job>,
    { limit, after }: Listed = {},
  ): Promise<Item[]> => {
    const items: Item[] = [];
    let from = after;
    do {
      const left = limit === undefined ? undefined : limit - items.length;
      const answer = await page(pk, left, from);
      items.push(...(answer.Items ?? []));
      from = answer.LastEvaluatedKey;
    } while (from && (limit === undefined || items.length < limit));
    return items;
  };
}

const kept = <T>(item: Item): Kept<T> => ({
  value: unpack<T>(item),
  revision: Number(item.rev?.N ?? 0),
});

const ttl = (now: Now) => ({ N: String(Math.ceil(now() / 1000) + retention) });
