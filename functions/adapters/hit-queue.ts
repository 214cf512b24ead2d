// The queue of hits: they wait beside what SES says of our mails, long enough for what belongs to them to come in.
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { HitQueue } from '../tracking-ports.ts';
import { holdFor } from '../use-cases/judge-hit.ts';
import { patience } from './hits.ts';

export const createHitQueue = (client: SQSClient, queueUrl: string): HitQueue => ({
  put: async (hit) => {
    const message = new SendMessageCommand({
      QueueUrl: queueUrl,
      MessageBody: JSON.stringify({ tracked: hit }),
      DelaySeconds: holdFor / 1000,
    });
    await client.send(message, { abortSignal: AbortSignal.timeout(patience) });
  },
});
