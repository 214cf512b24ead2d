// The send queues: messages travel by ledger page, ten to a queue message at the most. What broadcasts send waits in
// a queue of its own.
import type { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { PagedMessage, SendQueue } from '../ports.ts';
import { queuedMessage } from '../queued-message.ts';
import type { Parcel } from '../sending-ports.ts';
import { chunks } from '../use-cases/chunks.ts';
import { sendAll } from './sqs.ts';

const perParcel = 10;

interface SendQueues {
  readonly SEND_QUEUE_URL: string;
  readonly BULK_QUEUE_URL: string;
}

/** Each message knows its queue, so that whoever sends it, or parks it, sends it to the same one. */
export function createSendQueue(client: SQSClient, urls: SendQueues): SendQueue {
  const sendTo = (url: string, messages: readonly PagedMessage[], delay: number) => {
    const bodies = parcelsOf(messages).map((parcel) => JSON.stringify(parcel));
    return sendAll(
      client,
      url,
      bodies.map((body) => ({ body, delay: Math.ceil(delay / 1000) })),
    );
  };
  return {
    send: async (messages, delay = 0) => {
      const isBulk = ({ message }: PagedMessage) => message.bulk === true;
      const others = messages.filter((one) => !isBulk(one));
      await sendTo(urls.SEND_QUEUE_URL, others, delay);
      await sendTo(urls.BULK_QUEUE_URL, messages.filter(isBulk), delay);
    },
  };
}

function parcelsOf(messages: readonly PagedMessage[]): Parcel[] {
  const pages = Map.groupBy(messages, ({ page }) => page);
  return [...pages].flatMap(([page, all]) =>
    chunks(all, perParcel).map((some) => ({ page, messages: some.map(({ message }) => message) })),
  );
}

const parcel = z.object({ page: z.string(), messages: z.array(queuedMessage) });

/** Reads a queue message; throws on what this code did not write. */
export const readParcel = (body: string): Parcel => parcel.parse(JSON.parse(body)) as Parcel;
