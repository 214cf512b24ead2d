// The DynamoDB client, and the batch calls read item by item: what DynamoDB leaves unprocessed is asked again.
import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DynamoDBClient,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import type { AwsConfig } from '../lambda.ts';
import { chunks } from '../use-cases/chunks.ts';

export type Item = Record<string, AttributeValue>;

export const createDynamo = (aws: AwsConfig): DynamoDBClient =>
  new DynamoDBClient({ maxAttempts: 3, ...aws });

const attempts = 6;
const backOff = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, 20 * 2 ** attempt * Math.random()));

/** Reads up to any number of items of one table; absent ones are left out. */
export async function readAll(
  client: DynamoDBClient,
  table: string,
  keys: readonly Item[],
  consistent = false,
): Promise<Item[]> {
  const pages = await Promise.all(
    chunks(keys, 100).map((chunk) => readChunk(client, table, chunk, consistent)),
  );
  return pages.flat();
}

async function readChunk(
  client: DynamoDBClient,
  table: string,
  keys: readonly Item[],
  consistent: boolean,
): Promise<Item[]> {
  const found: Item[] = [];
  let wanted = [...keys];
  for (let attempt = 0; wanted.length > 0; attempt += 1) {
    if (attempt === attempts) throw new Error('DynamoDB left reads unprocessed');
    if (attempt > 0) await backOff(attempt);
    const request = { [table]: { Keys: wanted, ConsistentRead: consistent } };
    const answer = await client.send(new BatchGetItemCommand({ RequestItems: request }));
    found.push(...(answer.Responses?.[table] ?? []));
    wanted = [...(answer.UnprocessedKeys?.[table]?.Keys ?? [])];
  }
  return found;
}

/** Puts any number of items, 25 a call. Each put may happen twice; of two items for one key the later stands. */
export async function writeAll(
  client: DynamoDBClient,
  table: string,
  items: readonly Item[],
): Promise<void> {
  // One call may not write the same key twice.
  const single = new Map(items.map((item) => [`${item.pk?.S} ${item.sk?.S}`, item]));
  const puts = [...single.values()].map((Item) => ({ PutRequest: { Item } }));
  await Promise.all(chunks(puts, 25).map((chunk) => writeChunk(client, table, chunk)));
}

/** Deletes any number of items, whether they are there or not. Each key comes once. */
export async function deleteAll(
  client: DynamoDBClient,
  table: string,
  keys: readonly Item[],
): Promise<void> {
  const deletes = keys.map((Key) => ({ DeleteRequest: { Key } }));
  await Promise.all(chunks(deletes, 25).map((chunk) => writeChunk(client, table, chunk)));
}

async function writeChunk(
  client: DynamoDBClient,
  table: string,
  requests: readonly WriteRequest[],
): Promise<void> {
  let wanted = [...requests];
  for (let attempt = 0; wanted.length > 0; attempt += 1) {
    if (attempt === attempts) throw new Error('DynamoDB left writes unprocessed');
    if (attempt > 0) await backOff(attempt);
    const answer = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [table]: wanted } }),
    );
    wanted = answer.UnprocessedItems?.[table] ?? [];
  }
}
