// The event that Lambda hands to a function for messages of a queue.
import { createHash } from 'node:crypto';
import type { Received } from './queue.ts';

export interface QueueRecord {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly messageAttributes: Readonly<Record<string, never>>;
  readonly md5OfBody: string;
  readonly eventSource: 'aws:sqs';
  readonly eventSourceARN: string;
  readonly awsRegion: string;
}

export const toRecord = (message: Received, queueArn: string): QueueRecord => ({
  messageId: message.id,
  receiptHandle: message.receiptHandle,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: String(message.sentAt),
    SenderId: 'AIDALOCAL',
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
  },
  messageAttributes: {},
  md5OfBody: createHash('md5').update(message.body).digest('hex'),
  eventSource: 'aws:sqs',
  eventSourceARN: queueArn,
  awsRegion: queueArn.split(':')[3] ?? '',
});

const payloadLimit = 6 * 1024 * 1024;

/** As many events as Lambda's payload limit asks for: usually one. */
export function toEvents(records: readonly QueueRecord[]): { Records: QueueRecord[] }[] {
  const events: { Records: QueueRecord[] }[] = [];
  let room = 0;
  for (const record of records) {
    const size = Buffer.byteLength(JSON.stringify(record)) + 1;
    if (size > room) {
      events.push({ Records: [] });
      room = payloadLimit - '{"Records":[]}'.length;
    }
    events.at(-1)?.Records.push(record);
    room -= size;
  }
  return events;
}

/**
 * Which messages of a batch are done, by Lambda's rules for ReportBatchItemFailures: an answer that
 * lists nothing means all of them, and one that lists something else than the batch's own means none.
 */
export function succeeded(
  records: readonly QueueRecord[],
  answer: unknown,
): readonly QueueRecord[] {
  const failures = listed(answer);
  if (failures.length === 0) return records;
  const failed = new Set(failures.map(identifier));
  const known = records.filter(({ messageId }) => failed.has(messageId));
  return known.length === failed.size ? records.filter((record) => !known.includes(record)) : [];
}

const member = (value: unknown, name: string): unknown =>
  (value as Record<string, unknown> | null | undefined)?.[name];

/** A list that is no list stands for one unknown identifier. */
function listed(answer: unknown): readonly unknown[] {
  const failures = member(answer, 'batchItemFailures') ?? [];
  return Array.isArray(failures) ? failures : [undefined];
}

const identifier = (failure: unknown): unknown => member(failure, 'itemIdentifier');
