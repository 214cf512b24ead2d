// The send queue: messages travel by ledger page, ten to a queue message at the most.
import type { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { PagedMessage, SendQueue } from '../ports.ts';
import type { Parcel } from '../sending-ports.ts';
import { chunks } from '../use-cases/chunks.ts';
import { sendAll } from './sqs.ts';

const perParcel = 10;

export const createSendQueue = (client: SQSClient, queueUrl: string): SendQueue => ({
  send: async (messages, delay = 0) => {
    const parcels = parcelsOf(messages).map((parcel) => ({
      body: JSON.stringify(parcel),
      delay: Math.ceil(delay / 1000),
    }));
    await sendAll(client, queueUrl, parcels);
  },
});

function parcelsOf(messages: readonly PagedMessage[]): Parcel[] {
  const pages = Map.groupBy(messages, ({ page }) => page);
  return [...pages].flatMap(([page, all]) =>
    chunks(all, perParcel).map((some) => ({ page, messages: some.map(({ message }) => message) })),
  );
}

const parcel = z.object({
  page: z.string(),
  messages: z.array(
    z.object({
      id: z.string(),
      contact: z.string(),
      enrollment: z.string(),
      campaign: z.string(),
      version: z.int(),
      step: z.string(),
      template: z.string(),
      kind: z.enum(['marketing', 'transactional']),
      event: z.record(z.string(), z.json()),
      requestedAt: z.int(),
    }),
  ),
});

/** Reads a queue message; throws on what this code did not write. */
export const readParcel = (body: string): Parcel => parcel.parse(JSON.parse(body)) as Parcel;
