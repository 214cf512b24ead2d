// Tick: once a minute. Alarms that fall due go to the queue; scheduled runs start; mails in doubt are resolved; orders are counted.

import { sendAlarms } from './adapters/alarms.ts';
import { createCatalog } from './adapters/catalog.ts';
import { createOrderCounts, createOrderPages } from './adapters/companions.ts';
import { createDoubts } from './adapters/doubts.ts';
import { createDynamo } from './adapters/dynamo.ts';
import { createEvidence } from './adapters/evidence.ts';
import { alarmShards } from './adapters/keys.ts';
import { createLedger } from './adapters/ledger.ts';
import { createSendQueue } from './adapters/send-queue.ts';
import { createSqs } from './adapters/sqs.ts';
import { createAlarmBuckets } from './adapters/sweep.ts';
import { createTimeline } from './adapters/timeline.ts';
import { createUnsentQueue } from './adapters/unsent-queue.ts';
import { type TickEnvironment, tickEnvironment } from './environment.ts';
import { jobsPorts } from './job-wiring.ts';
import { type AwsConfig, type Handler, lambda } from './lambda.ts';
import { now } from './now.ts';
import { createCountOrders } from './use-cases/count-orders.ts';
import { resolveDoubts } from './use-cases/resolve-doubts.ts';
import { startSchedules } from './use-cases/start-schedules.ts';
import { sweepAlarms } from './use-cases/sweep-alarms.ts';

interface Ticked {
  readonly alarms: number;
  readonly schedules: number;
  readonly doubts: number;
  readonly orders: number;
}

export const create = (env: TickEnvironment, aws: AwsConfig): Handler<unknown, Ticked> => {
  const dynamo = createDynamo(aws);
  const sqs = createSqs(aws);
  const queue = { sqs, queueUrl: env.ADVANCE_QUEUE_URL, now };
  const sweep = {
    buckets: createAlarmBuckets(dynamo, env.WORK_TABLE),
    hand: (alarms: Parameters<typeof sendAlarms>[1]) => sendAlarms(queue, alarms),
    shards: alarmShards,
    now,
  };
  const doubt = {
    doubts: createDoubts(dynamo, env.WORK_TABLE),
    evidence: createEvidence(dynamo, env.WORK_TABLE),
    ledger: createLedger(dynamo, env.WORK_TABLE, now),
    timeline: createTimeline(dynamo, env.ACTIVITY_TABLE),
    sendQueue: createSendQueue(sqs, env),
    unsent: createUnsentQueue(sqs, env.FEEDBACK_QUEUE_URL),
    now,
  };
  const jobs = jobsPorts(dynamo, env, aws);
  const countOrders = createCountOrders({
    pages: createOrderPages(dynamo, env.WORK_TABLE),
    counts: createOrderCounts(dynamo, env.WORK_TABLE),
    catalog: createCatalog(dynamo, env.CORE_TABLE, now),
    now,
  });
  // The sweep first: alarms are promised to the second, the others only to the minute.
  return async () => ({
    alarms: await sweepAlarms(sweep),
    schedules: await startSchedules(jobs),
    doubts: await resolveDoubts(doubt),
    orders: await countOrders(),
  });
};

export const handler = lambda(tickEnvironment, create);
