// The protocol, broken on purpose: each variant leaves out one of its rules. The explorer must catch every one.
import { DeleteMessageCommand } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { readParcel } from '../../functions/adapters/send-queue.ts';
import { createSqs } from '../../functions/adapters/sqs.ts';
import * as advanceFunction from '../../functions/advance.ts';
import { deliverPorts } from '../../functions/deliver.ts';
import type { ContactEnvironment, DeliverEnvironment } from '../../functions/environment.ts';
import { type AwsConfig, queueHandler } from '../../functions/lambda.ts';
import type { PagedMessage, StoredContact } from '../../functions/ports.ts';
import { eachRecord } from '../../functions/records.ts';
import type { MarkChange } from '../../functions/sending-ports.ts';
import { deliver } from '../../functions/use-cases/deliver.ts';
import { createOutbox } from '../../functions/use-cases/outbox.ts';
import { advanceWith } from '../support/advancer.ts';
import type { Builder } from '../support/builders.ts';

/** Whoever loads a contact forgets the outbox it finds. */
export const outboxDropped = advanceWith(({ contacts }) => ({
  contacts: {
    ...contacts,
    load: async (ids, read) => {
      const found = await contacts.load(ids, read);
      return new Map([...found].map(([id, one]) => [id, { ...one, outbox: [] }]));
    },
  },
}));

/** Effects go out before the decision is written. */
export const effectsBeforeWrite = advanceWith((ports) => ({
  contacts: {
    ...ports.contacts,
    save: async (stored: StoredContact) => {
      await createOutbox(ports).emit([stored]);
      await ports.contacts.save(stored);
    },
  },
}));

/** The timeline tells of a decision before its messages are in the queue. */
export const rowsFirst = advanceWith(({ timeline, sendQueue }) => {
  const held: PagedMessage[] = [];
  return {
    sendQueue: {
      send: async (messages) => {
        held.push(...messages);
      },
    },
    timeline: {
      ...timeline,
      put: async (rows) => {
        await timeline.put(rows);
        await sendQueue.send(held.splice(0));
      },
    },
  };
});

/** An alarm leaves the queue before what it does is written. */
export const alarmAcknowledgedFirst = ((env: ContactEnvironment, aws: AwsConfig) => {
  const handler = advanceFunction.create(env, aws);
  const sqs = createSqs(aws);
  return async (event: SQSEvent, context: never) => {
    const alarms = event.Records.filter(({ body }) => body.startsWith('{"alarm"'));
    for (const { receiptHandle: ReceiptHandle } of alarms)
      await sqs.send(new DeleteMessageCommand({ QueueUrl: env.ADVANCE_QUEUE_URL, ReceiptHandle }));
    return handler(event, context);
  };
}) as unknown as Builder;

/** The claim is written only when SES has answered. */
export const claimAfterSend = ((env: DeliverEnvironment, aws: AwsConfig) => {
  const real = deliverPorts(env, aws);
  const held: { page: string; changes: readonly MarkChange[] }[] = [];
  const ports = {
    ...real,
    ledger: {
      ...real.ledger,
      change: async (page: string, changes: readonly MarkChange[]) => {
        if (!changes.some(({ to }) => to.state === 'claimed'))
          return real.ledger.change(page, changes);
        held.push({ page, changes });
        return (await real.ledger.read(page)).size === 0;
      },
    },
    sendRaw: async (...mail: Parameters<typeof real.sendRaw>) => {
      const outcome = await real.sendRaw(...mail);
      for (const { page, changes } of held.splice(0)) await real.ledger.change(page, changes);
      return outcome;
    },
  };
  return queueHandler((records, context) => {
    const deadline = real.now() + context.getRemainingTimeInMillis();
    return eachRecord(records, ({ body }) => deliver(ports, readParcel(body), deadline));
  });
}) as unknown as Builder;
