// The SQS client, and sending in batches: entries that SQS refuses are sent again, the others are not.
import {
  SendMessageBatchCommand,
  type SendMessageBatchRequestEntry,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { AwsConfig } from '../lambda.ts';
import { portions } from '../use-cases/chunks.ts';

/** A queue's URL names the queue, not whom to call: that is the region's or the configured endpoint. */
export const createSqs = (aws: AwsConfig): SQSClient =>
  new SQSClient({ maxAttempts: 3, useQueueUrlAsEndpoint: false, ...aws });

interface Outgoing {
  readonly body: string;
  /** Seconds, at most 900. */
  readonly delay?: number;
}

const batchEntries = 10;
/** A batch may carry 1 MiB; a quarter leaves room for the envelope and keeps the billed chunks few. */
const batchBytes = 256 * 1024;
const attempts = 4;

/** Resolves when all are in the queue; throws when some could not be put there. */
export async function sendAll(
  client: SQSClient,
  queueUrl: string,
  messages: readonly Outgoing[],
): Promise<void> {
  await Promise.all(batches(messages).map((batch) => sendBatch(client, queueUrl, batch)));
}

async function sendBatch(
  client: SQSClient,
  QueueUrl: string,
  messages: readonly Outgoing[],
): Promise<void> {
  let entries: SendMessageBatchRequestEntry[] = messages.map(({ body, delay }, index) => ({
    Id: String(index),
    MessageBody: body,
    ...(delay ? { DelaySeconds: delay } : {}),
  }));
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const answer = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries: entries }));
    const failed = new Set(answer.Failed?.map(({ Id }) => Id));
    entries = entries.filter(({ Id }) => failed.has(Id));
    if (entries.length === 0) return;
  }
  throw new Error(`SQS refused ${entries.length} of ${messages.length} messages`);
}

const batches = (messages: readonly Outgoing[]): Outgoing[][] =>
  portions(messages, {
    count: batchEntries,
    size: batchBytes,
    sizeOf: ({ body }) => Buffer.byteLength(body),
  });
