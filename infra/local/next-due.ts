// When the minute's tick will next find work: what fast-forward jumps to, instead of ticking through the time between.
// It scans the work table, which one machine can afford and AWS never does.
import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { createDoubts } from '../../functions/adapters/doubts.ts';
import { alarmShard, alarmShards } from '../../functions/adapters/keys.ts';
import { createAlarmBuckets } from '../../functions/adapters/sweep.ts';
import { lookAhead } from '../../functions/use-cases/sweep-alarms.ts';

/** Undefined when nothing waits. */
export async function nextDue(client: DynamoDBClient, table: string): Promise<number | undefined> {
  const shards = Array.from({ length: alarmShards }, (_, shard) => shard);
  const { watermark } = createAlarmBuckets(client, table);
  const watermarks = await Promise.all(shards.map(watermark));
  const alarms = (await everyAlarm(client, table)).filter(
    ({ contact, due }) => due > (watermarks[alarmShard(contact)] ?? 0),
  );
  const doubts = await createDoubts(client, table).pending();
  const dues = [
    ...alarms.map(({ due }) => due - lookAhead),
    ...doubts.map(({ resolveAt }) => resolveAt),
  ];
  return dues.length > 0 ? Math.min(...dues) : undefined;
}

async function everyAlarm(client: DynamoDBClient, table: string) {
  const found: { contact: string; due: number }[] = [];
  let ExclusiveStartKey: Record<string, never> | undefined;
  do {
    const answer = await client.send(
      new ScanCommand({
        TableName: table,
        FilterExpression: 'begins_with(pk, :alarms)',
        ExpressionAttributeValues: { ':alarms': { S: 'T#' } },
        ProjectionExpression: 'sk',
        ExclusiveStartKey,
      }),
    );
    for (const { sk } of answer.Items ?? []) {
      const [due = '', contact = ''] = (sk?.S ?? '').split('#');
      found.push({ contact, due: Number(due) });
    }
    ExclusiveStartKey = answer.LastEvaluatedKey as typeof ExclusiveStartKey;
  } while (ExclusiveStartKey);
  return found;
}
