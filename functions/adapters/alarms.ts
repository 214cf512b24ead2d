// Alarms: due within minutes they wait in the queue itself; later ones wait in day buckets of the work table.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Milliseconds } from '../../workflows/model/time.ts';
import type { Alarm, Alarms, Now } from '../ports.ts';
import { writeAll } from './dynamo.ts';
import { keys } from './keys.ts';
import { sendAll } from './sqs.ts';

/** SQS delays for up to 15 minutes. What is nearer than this never enters a bucket behind the sweep. */
const straightToQueue: Milliseconds = 14 * 60_000;
/** An outage may last this long: until then every alarm is still swept. In seconds; then TTL may collect it. */
const retention = 60 * 86_400;
/** Twenty requests side by side: fewer than the client's fifty connections, and out before their delays are wrong. */
const atOnce = 200;

interface AlarmStore {
  readonly dynamo: DynamoDBClient;
  readonly table: string;
  readonly sqs: SQSClient;
  readonly queueUrl: string;
  readonly now: Now;
}

export const createAlarms = (store: AlarmStore): Alarms => ({
  arm: async (alarms) => {
    const horizon = store.now() + straightToQueue;
    const near = alarms.filter(({ due }) => due <= horizon);
    const far = alarms.filter(({ due }) => due > horizon);
    await Promise.all([
      sendAlarms(store, near),
      writeAll(store.dynamo, store.table, far.map(toItem)),
    ]);
  },
});

export async function sendAlarms(
  { sqs, queueUrl, now }: Pick<AlarmStore, 'sqs' | 'queueUrl' | 'now'>,
  alarms: readonly Alarm[],
): Promise<void> {
  // A delay counts from the moment of sending: of many, those that go later are told less.
  for (let from = 0; from < alarms.length; from += atOnce) {
    const outgoing = alarms.slice(from, from + atOnce).map((alarm) => ({
      body: JSON.stringify({ alarm }),
      delay: Math.max(0, Math.ceil((alarm.due - now()) / 1000)),
    }));
    await sendAll(sqs, queueUrl, outgoing);
  }
}

const toItem = ({ contact, due, revision }: Alarm) => ({
  ...keys.alarm(due, contact),
  rev: { N: String(revision) },
  ttl: { N: String(Math.ceil(due / 1000) + retention) },
});
