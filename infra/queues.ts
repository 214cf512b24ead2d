// The queues, each with its dead-letter queue, and who consumes them at what pace.
import { Duration, Validations } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

const names = [
  'inbox',
  'advance',
  'send',
  'marketing',
  'bulk',
  'webhooks',
  'jobs',
  'feedback',
] as const;

type QueueName = (typeof names)[number];

interface Pace {
  /** The consumer's own time-out; the queue hides a message for six times as long, as Lambda asks. */
  readonly seconds: number;
  readonly batch: number;
  /** Seconds that a batch may wait to fill. Lambda wants at least one for batches above ten. */
  readonly window: number;
  /** A new account runs 10 functions at once: what the queues may take is bounded here. */
  readonly concurrency: number;
}

export const pace: Readonly<Record<QueueName, Pace>> = {
  inbox: { seconds: 30, batch: 100, window: 1, concurrency: 10 },
  // Envelopes come packed: waiting for more of them would save nothing and cost every mail a second.
  advance: { seconds: 30, batch: 10, window: 0, concurrency: 20 },
  // Parcels of ten mails: together as many as the SDK keeps connections to SES, so that no mail waits for one.
  send: { seconds: 30, batch: 5, window: 0, concurrency: 5 },
  // What is marketing waits apart, and what a broadcast sends apart from that: a customer's receipt goes past both. A
  // sender holds its mail until its moment comes, so few of them do.
  marketing: { seconds: 30, batch: 5, window: 0, concurrency: 3 },
  bulk: { seconds: 30, batch: 5, window: 0, concurrency: 2 },
  // Servers that are not ours may take 15 seconds to answer: ten wait side by side in each function.
  webhooks: { seconds: 30, batch: 10, window: 0, concurrency: 5 },
  // A message is a chunk, worked on until the time is up. Background work leaves most functions to the others.
  jobs: { seconds: 60, batch: 1, window: 0, concurrency: 4 },
  feedback: { seconds: 30, batch: 100, window: 5, concurrency: 5 },
};

export interface Queues extends Readonly<Record<QueueName, Queue>> {
  /** What EventBridge could not hand over to a queue or a function. */
  readonly undelivered: Queue;
  /** Every queue that must stay empty. */
  readonly dead: readonly Queue[];
}

export function queues(scope: Construct): Queues {
  // What fails for good rests in one place, since every place has an alarm to pay. SQS knows where each message came
  // from, and moves it back there.
  const dead = resting(scope, 'Dead');
  const undelivered = resting(scope, 'Undelivered');
  Validations.of(undelivered).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'It is a dead-letter queue itself: of the rules, which the check does not know',
  });
  const live = Object.fromEntries(
    names.map((name) => [name, working(scope, name, dead)]),
  ) as Record<QueueName, Queue>;
  return { ...live, undelivered, dead: [dead, undelivered] };
}

const working = (scope: Construct, name: QueueName, dead: Queue): Queue =>
  new Queue(scope, `${name[0]?.toUpperCase()}${name.slice(1)}Queue`, {
    enforceSSL: true,
    visibilityTimeout: Duration.seconds(pace[name].seconds * 6 + pace[name].window),
    retentionPeriod: Duration.days(14),
    deadLetterQueue: { queue: dead, maxReceiveCount: 5 },
  });

const resting = (scope: Construct, id: string): Queue =>
  new Queue(scope, `${id}Queue`, { enforceSSL: true, retentionPeriod: Duration.days(14) });

export function consume(queue: Queue, by: LambdaFunction, { batch, window, concurrency }: Pace) {
  by.addEventSource(
    new SqsEventSource(queue, {
      batchSize: batch,
      maxBatchingWindow: Duration.seconds(window),
      maxConcurrency: concurrency,
      reportBatchItemFailures: true,
    }),
  );
}
