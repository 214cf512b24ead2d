// What SES says it has sent, in the work table: many messages to an item, found again by the minute of sending.
import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Evidence, Sent } from '../sending-ports.ts';
import { chunks } from '../use-cases/chunks.ts';
import { writeAll } from './dynamo.ts';
import { hash, keys } from './keys.ts';

const retention = 14 * 86_400;
const perItem = 100;
const minute = 60_000;

const minuteOf = (at: number) => Math.floor(at / minute) * minute;

export const createEvidence = (client: DynamoDBClient, table: string): Evidence => ({
  record: async (sent) => {
    const minutes = Map.groupBy(sent, ({ at }) => minuteOf(at));
    const items = [...minutes].flatMap(([at, all]) =>
      chunks(all, perItem).map((some) => toItem(at, some)),
    );
    await writeAll(client, table, items);
  },

  /** Looks a minute to either side as well: the clock of SES is not ours. */
  find: async (message, around) => {
    const minutes = [-1, 0, 1, 2].map((step) => minuteOf(around) + step * minute);
    const pages = await Promise.all(minutes.map((at) => readMinute(client, table, at)));
    return pages.some((ids) => ids.has(message));
  },
});

function toItem(at: number, sent: readonly Sent[]) {
  const ids = sent.map(({ message }) => message).join(' ');
  return {
    ...keys.evidence(at, hash(ids)),
    ids: { S: ids },
    ttl: { N: String(Math.ceil(at / 1000) + retention) },
  };
}

async function readMinute(
  client: DynamoDBClient,
  table: string,
  at: number,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  let ExclusiveStartKey: Record<string, { S: string }> | undefined;
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': keys.evidence(at, '').pk },
        ConsistentRead: true,
        ExclusiveStartKey,
      }),
    );
    for (const item of answer.Items ?? [])
      for (const id of item.ids?.S?.split(' ') ?? []) ids.add(id);
    ExclusiveStartKey = answer.LastEvaluatedKey as typeof ExclusiveStartKey;
  } while (ExclusiveStartKey);
  return ids;
}
