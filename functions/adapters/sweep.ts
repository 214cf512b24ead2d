// Reads alarm buckets from a watermark that never expires, so that nothing is missed after an outage of any length.
import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../workflows/model/time.ts';
import type { Alarm, AlarmBuckets } from '../ports.ts';
import { chunks } from '../use-cases/chunks.ts';
import type { Item } from './dynamo.ts';
import { alarmBucket, from, keys } from './keys.ts';

const day = 86_400_000;
const atOnce = 16;

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

  due: async (shard, { after, upTo }) => {
    const found: Alarm[] = [];
    for (const days of chunks(daysBetween(after, upTo), atOnce)) {
      const read = (at: Instant) =>
        readBucket(client, table, { bucket: alarmBucket(at, shard), after, upTo });
      found.push(...(await Promise.all(days.map(read))).flat());
    }
    return found;
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
}

async function readBucket(
  client: DynamoDBClient,
  table: string,
  { bucket, after, upTo }: Range,
): Promise<Alarm[]> {
  const alarms: Alarm[] = [];
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
    alarms.push(...(answer.Items ?? []).map(toAlarm));
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return alarms;
}

function toAlarm(item: Item): Alarm {
  const [due = '', contact = ''] = (item.sk?.S ?? '').split('#');
  return { contact, due: Number(due), revision: Number(item.rev?.N ?? 0) };
}
