// SQS for functions: its JSON protocol over the machine's queues. FIFO, message attributes and whatever
// manages queues are not here: the template makes the queues.
import { createHash } from 'node:crypto';
import { AwsError } from '../aws-error.ts';
import type { Operation, Service } from '../gateway.ts';
import type { Meter } from '../meter.ts';
import { type Input, jsonProtocol, type Output } from '../protocol.ts';
import type { Queues, Received } from '../queue.ts';
import { nonExistentQueue, notInFlight } from './sqs-errors.ts';
import * as inputs from './sqs-inputs.ts';

interface SqsParts {
  readonly queues: Queues;
  readonly names: ReadonlySet<string>;
  readonly arn: (queue: string) => string;
  readonly meter?: Meter;
}

type Perform = (queue: string, input: Input) => Output;

export function createSqs({ queues, names, arn, meter }: SqsParts): Service {
  const queueOf = ({ QueueUrl }: Input): string => {
    const name = String(QueueUrl).slice(String(QueueUrl).lastIndexOf('/') + 1);
    if (!names.has(name)) throw nonExistentQueue();
    return name;
  };
  const counted: Record<string, (queue: string, input: Input) => Output> = {
    ...sending(queues, meter),
    ...consuming(queues),
    GetQueueAttributes: (queue) => ({ Attributes: attributes(queues, queue, arn(queue)) }),
  };
  const operation = (name: string, perform: Perform): Operation => ({
    // A batch needs the permission of the single call; there is none of its own.
    needs: (input) => [
      { action: `sqs:${name.replace(/Batch$/, '')}`, resource: arn(queueOf(input)) },
    ],
    perform: (input) => perform(queueOf(input), input),
  });
  return {
    protocol: jsonProtocol('1.0'),
    operations: Object.fromEntries(
      Object.entries(counted).map(([name, perform]) => [name, operation(name, perform)]),
    ),
  };
}

function sending(queues: Queues, meter: Meter | undefined): Record<string, Perform> {
  const put = (queue: string, messages: readonly inputs.Send[]) =>
    queues.send(queue, messages.map(toEntry));
  return {
    SendMessage(queue, input) {
      const message = inputs.read(inputs.send, input);
      const wrong = inputs.fault(message);
      if (wrong) throw wrong;
      meter?.queued(queue, inputs.bytesOf([message]));
      const [id] = put(queue, [message]);
      return { MessageId: id, MD5OfMessageBody: md5(message.MessageBody) };
    },
    SendMessageBatch(queue, input) {
      const messages = inputs.readBatch(inputs.send, input);
      meter?.queued(queue, inputs.checkSize(messages));
      const good = messages.filter((message) => !inputs.fault(message));
      const ids = put(queue, good);
      return {
        Successful: good.map(({ Id, MessageBody }, i) => ({
          Id,
          MessageId: ids[i],
          MD5OfMessageBody: md5(MessageBody),
        })),
        Failed: messages.flatMap(({ Id, ...message }) => failure(Id, inputs.fault(message))),
      };
    },
  };
}

const toEntry = ({ MessageBody: body, DelaySeconds }: inputs.Send) =>
  DelaySeconds === undefined ? { body } : { body, delay: DelaySeconds };

function consuming(queues: Queues): Record<string, Perform> {
  const hide = (queue: string, { ReceiptHandle, VisibilityTimeout }: inputs.Hide) => {
    try {
      queues.changeVisibility(queue, ReceiptHandle, VisibilityTimeout);
    } catch (error) {
      throw (error as Error).name === 'MessageNotInflight' ? notInFlight() : error;
    }
  };
  const remove = (queue: string, { ReceiptHandle }: inputs.Remove) =>
    queues.delete(queue, [ReceiptHandle]);
  return {
    ReceiveMessage(queue, input) {
      const { MaxNumberOfMessages, VisibilityTimeout } = inputs.read(inputs.receive, input);
      const received = queues.receive(queue, MaxNumberOfMessages);
      if (VisibilityTimeout !== undefined)
        for (const { receiptHandle: ReceiptHandle } of received)
          hide(queue, { ReceiptHandle, VisibilityTimeout });
      return { Messages: received.map(toMessage) };
    },
    ...singleAndBatch('DeleteMessage', inputs.remove, remove),
    ...singleAndBatch('ChangeMessageVisibility', inputs.hide, hide),
  };
}

/** An operation on one message, and the same on ten, of which each succeeds or fails for itself. */
function singleAndBatch<E>(
  name: string,
  shape: Parameters<typeof inputs.read<E>>[0],
  apply: (queue: string, entry: E) => void,
): Record<string, Perform> {
  return {
    [name](queue, input) {
      apply(queue, inputs.read(shape, input));
      return {};
    },
    [`${name}Batch`](queue, input) {
      const outcomes = inputs.readBatch(shape, input).map((entry) => {
        try {
          apply(queue, entry);
          return { Id: entry.Id };
        } catch (error) {
          return failure(entry.Id, error)[0] as { Id: string; Code: string };
        }
      });
      const failed = (outcome: object) => 'Code' in outcome;
      return {
        Successful: outcomes.filter((outcome) => !failed(outcome)),
        Failed: outcomes.filter(failed),
      };
    },
  };
}

function failure(Id: string, error: unknown): readonly object[] {
  if (error === undefined) return [];
  if (!(error instanceof AwsError)) throw error;
  return [{ Id, Code: error.details.queryCode, Message: error.message, SenderFault: true }];
}

const toMessage = (received: Received): Output => ({
  MessageId: received.id,
  ReceiptHandle: received.receiptHandle,
  Body: received.body,
  MD5OfBody: md5(received.body),
  Attributes: {
    ApproximateReceiveCount: String(received.receiveCount),
    SentTimestamp: String(received.sentAt),
    ApproximateFirstReceiveTimestamp: String(received.firstReceivedAt),
  },
});

function attributes(queues: Queues, queue: string, QueueArn: string): Output {
  const { visible, inFlight, delayed } = queues.counts(queue);
  return {
    QueueArn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
  };
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
