// The queue of calls. SQS delays for a quarter of an hour at the most; what is due later comes by in between.
import type { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Milliseconds } from '../../workflows/model/time.ts';
import { noticeTypes } from '../notice-ports.ts';
import type { Call, CallQueue } from '../order-ports.ts';
import type { Now } from '../ports.ts';
import { sendAll } from './sqs.ts';

const longestDelay: Milliseconds = 15 * 60_000;

export const createCallQueue = (client: SQSClient, queueUrl: string, now: Now): CallQueue => ({
  send: async (calls) => {
    const outgoing = calls.map((call) => ({
      body: JSON.stringify(call),
      delay: Math.ceil(Math.min(longestDelay, Math.max(0, call.due - now())) / 1000),
    }));
    if (outgoing.length > 0) await sendAll(client, queueUrl, outgoing);
  },
});

const data = z.record(z.string(), z.json());

const step = z.object({
  kind: z.literal('webhook'),
  id: z.string(),
  url: z.string(),
  data,
  contact: z.string(),
  campaign: z.string(),
  enrollment: z.string(),
  step: z.string(),
  at: z.int(),
  hops: z.int(),
});

const notice = z.object({
  kind: z.literal('notice'),
  id: z.string(),
  type: z.enum(noticeTypes),
  endpoint: z.string(),
  contact: z.string(),
  at: z.int(),
  data,
});

const call = z.object({
  attempts: z.int().min(0),
  due: z.int(),
  order: z.discriminatedUnion('kind', [step, notice]),
});

/** Reads a queue message; throws on what this code did not write. */
export const readCall = (body: string): Call => call.parse(JSON.parse(body)) as Call;
