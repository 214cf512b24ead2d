// The queue that drives jobs: a message names a chunk and carries nothing of it, so that a message that comes twice,
// or late, goes on where the chunk is and not where it was.
import type { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { ErasureWork, JobQueue, JobWork, RequestWork } from '../job-ports.ts';
import { sendAll } from './sqs.ts';

export const createJobQueue = (client: SQSClient, queueUrl: string): JobQueue => ({
  send: async (works, delay = 0) => {
    const seconds = Math.ceil(delay / 1000);
    await sendAll(
      client,
      queueUrl,
      works.map((work) => ({ body: JSON.stringify(work), delay: seconds })),
    );
  },
});

const jobWork = z.union([
  z.strictObject({ job: z.string(), chunk: z.int() }),
  z.strictObject({ job: z.string(), contact: z.string() }),
  z.strictObject({ erasure: z.string() }),
  z.strictObject({ request: z.string() }),
]);

/** Throws on what this code did not write. */
export const readJobWork = (body: string): JobWork | ErasureWork | RequestWork =>
  jobWork.parse(JSON.parse(body));
