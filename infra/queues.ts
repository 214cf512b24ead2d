// The queues, each with its dead-letter queue, and who consumes them at what pace.
import { Duration, Validations } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

type QueueName = 'inbox' | 'advance' | 'send' | 'bulk' | 'webhooks' | 'jobs' | 'feedback';

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
  // What a broadcast sends waits apart, and a few senders at a time take it: a customer's receipt goes past it.
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
  const pair = (id: string, name: QueueName, dead = resting(scope, `${id}Dead`)) => {
    const visibilityTimeout = Duration.seconds(pace[name].seconds * 6 + pace[name].window);
    const redrive = { queue: dead, maxReceiveCount: 5 };
    const live = new Queue(scope, `${id}Queue`, {
      enforceSSL: true,
      visibilityTimeout,
      retentionPeriod: Duration.days(14),
      deadLetterQueue: redrive,
    });
    return { live, dead };
  };
  const inbox = pair('Inbox', 'inbox');
  const advance = pair('Advance', 'advance');
  const send = pair('Send', 'send');
  const feedback = pair('Feedback', 'feedback');
  // What fails in the background rests in one place, since every place has an alarm to pay. SQS knows where
  // each message came from, and moves it back there.
  const background = resting(scope, 'BackgroundDead');
  const bulk = pair('Bulk', 'bulk', background);
  const webhooks = pair('Webhooks', 'webhooks', background);
  const jobs = pair('Jobs', 'jobs', background);
  const undelivered = resting(scope, 'Undelivered');
  Validations.of(undelivered).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'It is a dead-letter queue itself: of the rules, which the check does not know',
  });
  return {
    inbox: inbox.live,
    advance: advance.live,
    send: send.live,
    bulk: bulk.live,
    webhooks: webhooks.live,
    jobs: jobs.live,
    feedback: feedback.live,
    undelivered,
    dead: [
      ...[inbox, advance, send, feedback].map(({ dead }) => dead),
      ...[background, undelivered],
    ],
  };
}

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
