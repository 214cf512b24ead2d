// The queue of messages that did not leave after all: they wait beside what SES says of those that did.
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Unsent } from '../../workflows/model/cause.ts';
import type { UnsentQueue } from '../sending-ports.ts';
import { sendAll } from './sqs.ts';

export const createUnsentQueue = (client: SQSClient, queueUrl: string): UnsentQueue => ({
  put: async (all: readonly Unsent[]) => {
    if (all.length === 0) return;
    await sendAll(
      client,
      queueUrl,
      all.map((unsent) => ({ body: JSON.stringify({ unsent }) })),
    );
  },
});
