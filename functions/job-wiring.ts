// Wires what it takes to start, steer and look at jobs, for the functions that do.
import type { createDynamo } from './adapters/dynamo.ts';
import { createJobQueue } from './adapters/job-queue.ts';
import { createJobs } from './adapters/jobs.ts';
import { hash } from './adapters/keys.ts';
import { createSchedules } from './adapters/schedules.ts';
import { createSqs } from './adapters/sqs.ts';
import type { AwsConfig } from './lambda.ts';
import { now } from './now.ts';
import type { JobsPorts } from './use-cases/jobs.ts';

/** Many enough for a large table, few enough for a small one: each costs five calls when there is nothing in it. */
const chunks = 16;

interface JobEnvironment {
  readonly WORK_TABLE: string;
  readonly JOB_QUEUE_URL: string;
}

export const jobsPorts = (
  dynamo: ReturnType<typeof createDynamo>,
  { WORK_TABLE, JOB_QUEUE_URL }: JobEnvironment,
  aws: AwsConfig,
): JobsPorts => ({
  jobs: createJobs(dynamo, WORK_TABLE, now),
  jobQueue: createJobQueue(createSqs(aws), JOB_QUEUE_URL),
  schedules: createSchedules(dynamo, WORK_TABLE),
  hash,
  now,
  chunks,
});
