// The send queues: messages travel by ledger page, ten to a queue message at the most. What broadcasts send, and what
// else is marketing, wait in queues of their own: nobody's receipt waits behind them.
import type { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Message } from '../../workflows/model/message.ts';
import type { PagedMessage, SendQueue } from '../ports.ts';
import { queuedMessage } from '../queued-message.ts';
import type { Parcel } from '../sending-ports.ts';
import { chunks } from '../use-cases/chunks.ts';
import { sendAll } from './sqs.ts';

const perParcel = 10;

interface SendQueues {
  readonly SEND_QUEUE_URL: string;
  readonly MARKETING_QUEUE_URL: string;
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
      for (const [queue, some] of Map.groupBy(messages, ({ message }) => queueOf(message)))
        await sendTo(urls[queue], some, delay);
    },
  };
}

function queueOf({ bulk, kind }: Message): keyof SendQueues {
  if (bulk) return 'BULK_QUEUE_URL';
  return kind === 'transactional' ? 'SEND_QUEUE_URL' : 'MARKETING_QUEUE_URL';
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
