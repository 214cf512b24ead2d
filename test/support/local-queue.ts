// One local queue, a client of it, and a clock that tests move by hand.
import { SQSClient } from '@aws-sdk/client-sqs';
import { openQueues } from '../../infra/local/queue.ts';
import { createSqs } from '../../infra/local/services/sqs.ts';
import { clientOf } from './local-aws.ts';

const name = 'queue';

export type LocalQueue = ReturnType<typeof localQueue>;

export function localQueue(start = Date.UTC(2026, 0, 5, 9)) {
  let now = start;
  const queues = openQueues(':memory:', () => now);
  queues.create({ name, visibilityTimeout: 30, delay: 0, retention: 345_600 });
  const sqs = createSqs({ queues, names: new Set([name]), arn: String });
  return {
    client: new SQSClient(clientOf({ sqs })),
    url: `http://sqs.local/000000000000/${name}`,
    /** Messages in the queue, whether they can be received yet or not. */
    waiting: () => queues.counts(name).visible + queues.counts(name).delayed,
    /** The bodies of what can be received at a moment; received once. */
    receiveAt(moment: number): string[] {
      now = moment;
      const received = queues.receive(name, 10);
      queues.delete(
        name,
        received.map(({ receiptHandle }) => receiptHandle),
      );
      return received.map(({ body }) => body);
    },
  };
}
