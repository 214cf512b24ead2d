// The earliest instant at which the tick would find work: an alarm behind its shard's watermark, a mail in doubt
// that may be resolved, or what is scheduled. It reads the store past all meters and decides nothing.
import { alarmShards, from, keys } from '../../functions/adapters/keys.ts';
import { lookAhead } from '../../functions/use-cases/sweep-alarms.ts';
import type { DynamoDb } from './services/dynamodb.ts';

const shards = Array.from({ length: alarmShards }, (_, shard) => shard);

/** Answers undefined when nothing waits. */
export function createNextDue(dynamodb: DynamoDb, table: string) {
  const lowest = (like: string, after: number): number => {
    const sort = dynamodb.lowest(table, like, from(after));
    return sort === undefined ? Number.POSITIVE_INFINITY : Number.parseInt(sort, 10);
  };
  return async (): Promise<number | undefined> => {
    const swept = await Promise.all(shards.map((shard) => watermark(dynamodb, table, shard)));
    const alarms = swept.map((at, shard) => lowest(`T#*#${shard}`, at + 1) - lookAhead);
    const next = Math.min(lowest('DOUBT', 0), await scheduled(dynamodb, table), ...alarms);
    return next === Number.POSITIVE_INFINITY ? undefined : next;
  };
}

/** The whole partition is asked: what is scheduled is sorted by what it is, not by when. */
async function scheduled({ operations: { Query } }: DynamoDb, TableName: string): Promise<number> {
  const answer = (await Query?.perform({
    TableName,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': keys.schedule('').pk },
  })) as Scheduled | undefined;
  return Math.min(...(answer?.Items ?? []).map(({ due }) => Number(due.N)));
}

interface Scheduled {
  readonly Items?: readonly { readonly due: { readonly N: string } }[];
}

async function watermark(
  { operations: { GetItem } }: DynamoDb,
  TableName: string,
  shard: number,
): Promise<number> {
  const read = { TableName, Key: keys.watermark(shard), ConsistentRead: true };
  const answer = (await GetItem?.perform(read)) as Watermark | undefined;
  return Number(answer?.Item?.at.N ?? 0);
}

interface Watermark {
  readonly Item?: { readonly at: { readonly N: string } };
}
