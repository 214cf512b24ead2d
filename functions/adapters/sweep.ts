// Reads alarm buckets from a watermark that never expires, so that nothing is missed after an outage of any length.
import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../workflows/model/time.ts';
import type { Alarm, AlarmBuckets, DueAlarms } from '../ports.ts';
import type { Item } from './dynamo.ts';
import { alarmBucket, from, keys } from './keys.ts';

const day = 86_400_000;

export const createAlarmBuckets = (client: DynamoDBClient, table: string): AlarmBuckets => ({
  watermark: async (shard) => {
    const request = { TableName: table, Key: keys.watermark(shard), ConsistentRead: true };
    const { Item } = await client.send(new GetItemCommand(request));
    return Item?.at?.N === undefined ? undefined : Number(Item.at.N);
  },

  moveWatermark: async (shard, at) => {
    const Item = { ...keys.watermark(shard), at: { N: String(at) } };
    await client.send(new PutItemCommand({ TableName: table, Item }));
  },

  due: async function* (shard, { after, upTo }) {
    for (const start of daysBetween(after, upTo)) {
      const bucket = { bucket: alarmBucket(start, shard), after, upTo };
      const end = Math.min(start + day - 1, upTo);
      yield* readBucket(client, table, { ...bucket, end });
    }
  },
});

function daysBetween(after: Instant, upTo: Instant): Instant[] {
  const first = Math.floor(after / day);
  const count = Math.floor(upTo / day) - first + 1;
  return Array.from({ length: count }, (_, index) => (first + index) * day);
}

interface Range {
  readonly bucket: string;
  readonly after: Instant;
  readonly upTo: Instant;
  /** Of the bucket, or of the range if that is sooner. */
  readonly end: Instant;
}

async function* readBucket(
  client: DynamoDBClient,
  table: string,
  { bucket, after, upTo, end }: Range,
): AsyncGenerator<DueAlarms> {
  let ExclusiveStartKey: Item | undefined;
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :after AND :upTo',
        ExpressionAttributeValues: {
          ':pk': { S: bucket },
          ':after': { S: from(after + 1) },
          ':upTo': { S: from(upTo + 1) },
        },
        ConsistentRead: true,
        ExclusiveStartKey,
      }),
    );
    const alarms = (answer.Items ?? []).map(toAlarm);
    ExclusiveStartKey = answer.LastEvaluatedKey;
    // The next page may begin with alarms of the same instant.
    const reached = ExclusiveStartKey ? (alarms.at(-1)?.due ?? after + 1) - 1 : end;
    yield { alarms, upTo: reached };
  } while (ExclusiveStartKey);
}

function toAlarm(item: Item): Alarm {
  const [due = '', contact = ''] = (item.sk?.S ?? '').split('#');
  return { contact, due: Number(due), revision: Number(item.rev?.N ?? 0) };
}
