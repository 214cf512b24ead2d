import {
  BatchEntryIdsNotDistinct,
  ChangeMessageVisibilityBatchCommand,
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  EmptyBatchRequest,
  GetQueueAttributesCommand,
  MessageNotInflight,
  PurgeQueueCommand,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
  TooManyEntriesInBatchRequest,
} from '@aws-sdk/client-sqs';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMeter } from '../../../infra/local/meter.ts';
import { openQueues } from '../../../infra/local/queue.ts';
import { createSqs } from '../../../infra/local/services/sqs.ts';
import { clientOf } from '../../support/local-aws.ts';

const QueueUrl = 'http://sqs.local/000000000000/send';
let now = 0;
let { client, meter } = local();

function local() {
  const queues = openQueues(':memory:', () => now);
  queues.create({ name: 'send', visibilityTimeout: 30, delay: 0, retention: 1_209_600 });
  const meter = createMeter();
  const arn = (queue: string) => `arn:aws:sqs:us-east-1:000000000000:${queue}`;
  const sqs = createSqs({ queues, names: new Set(['send']), arn, meter });
  return { client: new SQSClient(clientOf({ sqs })), meter };
}

beforeEach(() => {
  now = Date.UTC(2026, 10, 21);
  ({ client, meter } = local());
});

const send = (MessageBody: string, more: object = {}) =>
  client.send(new SendMessageCommand({ QueueUrl, MessageBody, ...more }));
const sendAll = (bodies: readonly string[]) =>
  client.send(
    new SendMessageBatchCommand({
      QueueUrl,
      Entries: bodies.map((MessageBody, i) => ({ Id: String(i), MessageBody })),
    }),
  );
const receive = async () => {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
  );
  return Messages;
};

describe('A local queue', () => {
  it('hands out what was sent, with checksums that the client verifies', async () => {
    const { MessageId } = await send('سلام 🎁');
    const [message] = await receive();
    expect(message).toMatchObject({
      MessageId,
      Body: 'سلام 🎁',
      Attributes: { ApproximateReceiveCount: '1', SentTimestamp: String(now) },
    });
  });

  it('holds back a delayed message until it is due', async () => {
    await send('later', { DelaySeconds: 900 });
    expect(await receive()).toEqual([]);
    now += 900_000;
    expect(await receive()).toHaveLength(1);
  });

  it('forgets what was deleted, and shows again what was given back', async () => {
    await sendAll(['a', 'b']);
    const [a, b] = await receive();
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: a?.ReceiptHandle }));
    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl,
        ReceiptHandle: b?.ReceiptHandle,
        VisibilityTimeout: 0,
      }),
    );
    const again = await receive();
    expect(again.map(({ Body }) => Body)).toEqual([b?.Body]);
  });

  it('deletes and hides ten at a time', async () => {
    await sendAll(['a', 'b']);
    const entries = (await receive()).map(({ ReceiptHandle }, i) => ({
      Id: String(i),
      ReceiptHandle,
    }));
    const hidden = await client.send(
      new ChangeMessageVisibilityBatchCommand({
        QueueUrl,
        Entries: entries.map((entry) => ({ ...entry, VisibilityTimeout: 600 })),
      }),
    );
    expect(hidden.Successful).toHaveLength(2);
    now += 60_000;
    expect(await receive()).toEqual([]);
    await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: entries }));
    now += 3600_000;
    expect(await receive()).toEqual([]);
  });

  it('counts what waits, what is in flight and what is delayed', async () => {
    await sendAll(['a']);
    await receive();
    await sendAll(['b', 'c']);
    await send('d', { DelaySeconds: 60 });
    const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl }));
    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: '2',
      ApproximateNumberOfMessagesNotVisible: '1',
      ApproximateNumberOfMessagesDelayed: '1',
    });
  });
});

describe('SQS refuses', () => {
  it('a queue that is not in the template', async () => {
    const other = new SendMessageCommand({ QueueUrl: `${QueueUrl}x`, MessageBody: 'a' });
    await expect(client.send(other)).rejects.toThrow(QueueDoesNotExist);
  });

  it('empty batches, batches above ten, and repeated ids', async () => {
    await expect(sendAll([])).rejects.toThrow(EmptyBatchRequest);
    await expect(sendAll(Array(11).fill('a'))).rejects.toThrow(TooManyEntriesInBatchRequest);
    const Entries = ['x', 'x'].map((Id) => ({ Id, MessageBody: 'a' }));
    const repeated = new SendMessageBatchCommand({ QueueUrl, Entries });
    await expect(client.send(repeated)).rejects.toThrow(BatchEntryIdsNotDistinct);
  });

  it('a batch above 1 MiB', async () => {
    const sent = sendAll(['x'.repeat(600_000), 'y'.repeat(600_000)]);
    await expect(sent).rejects.toMatchObject({ name: 'BatchRequestTooLong' });
  });

  it('one bad entry of a batch, and sends the others', async () => {
    const { Successful, Failed } = await client.send(
      new SendMessageBatchCommand({
        QueueUrl,
        Entries: [
          { Id: 'good', MessageBody: 'a' },
          { Id: 'late', MessageBody: 'b', DelaySeconds: 901 },
        ],
      }),
    );
    expect(Successful?.map(({ Id }) => Id)).toEqual(['good']);
    expect(Failed).toMatchObject([
      { Id: 'late', Code: 'InvalidParameterValue', SenderFault: true },
    ]);
    expect(await receive()).toHaveLength(1);
  });

  it('to hide a message that is no longer in flight', async () => {
    await send('a');
    const [message] = await receive();
    now += 31_000;
    const hide = new ChangeMessageVisibilityCommand({
      QueueUrl,
      ReceiptHandle: message?.ReceiptHandle,
      VisibilityTimeout: 60,
    });
    await expect(client.send(hide)).rejects.toThrow(MessageNotInflight);
  });

  it('what it does not know, instead of losing it', async () => {
    await expect(client.send(new PurgeQueueCommand({ QueueUrl }))).rejects.toThrow(
      /does not know sqs:PurgeQueue/,
    );
    const attributes = { MessageAttributes: { a: { DataType: 'String', StringValue: 'x' } } };
    await expect(send('a', attributes)).rejects.toThrow(/attributes do not exist locally/);
  });
});

it('SQS bills a batch as one request per 64 KB, and a poller ten messages at a time', async () => {
  await sendAll(Array(10).fill('x'.repeat(10_000)));
  expect(meter.snapshot().queues).toEqual({ send: 2 });
  meter.consumed('send', Array(25).fill(1_000));
  expect(meter.snapshot().queues).toEqual({ send: 2 + 6 });
  meter.consumed('full', Array(10).fill(60_000));
  expect(meter.snapshot().queues).toMatchObject({ full: 10 + 1 });
});
