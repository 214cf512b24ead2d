// The Lambdas between a decision and the world: the sweep for what is due, the mailer, the caller of webhooks.
import type { Construct } from 'constructs';
import type {
  DeliverEnvironment,
  TickEnvironment,
  WebhookEnvironment,
} from '../functions/environment.ts';
import { sendsTo, told, uses } from './binding.ts';
import type { Surroundings } from './functions.ts';
import { handler } from './handler.ts';
import { sendsWith } from './mail.ts';
import { pace, type Queues } from './queues.ts';

/** For those who ask for mail, and for deliver, which parks it. */
export const mailing = (queues: Queues) => ({
  SEND_QUEUE_URL: sendsTo(queues.send),
  MARKETING_QUEUE_URL: sendsTo(queues.marketing),
  BULK_QUEUE_URL: sendsTo(queues.bulk),
});

export const sending = (scope: Construct, around: Surroundings) => ({
  tick: tick(scope, around),
  deliver: deliver(scope, around),
  webhook: webhook(scope, around),
});

const tick = (scope: Construct, { bundles, tables, queues }: Surroundings) =>
  handler<TickEnvironment>(scope, 'Tick', {
    bundle: bundles.tick,
    seconds: 50,
    megabytes: 256,
    environment: {
      CORE_TABLE: uses(tables.core, 'GetItem', 'BatchGetItem', 'PutItem'),
      ACTIVITY_TABLE: uses(tables.activity, 'BatchWriteItem'),
      WORK_TABLE: uses(tables.work, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
      ADVANCE_QUEUE_URL: sendsTo(queues.advance),
      ...mailing(queues),
      FEEDBACK_QUEUE_URL: sendsTo(queues.feedback),
      JOB_QUEUE_URL: sendsTo(queues.jobs),
    },
  });

const deliver = (scope: Construct, { bundles, tables, queues, ...around }: Surroundings) =>
  handler<DeliverEnvironment>(scope, 'Deliver', {
    bundle: bundles.deliver,
    seconds: pace.send.seconds,
    environment: {
      CORE_TABLE: uses(tables.core, 'GetItem', 'BatchGetItem', 'Query'),
      ACTIVITY_TABLE: uses(tables.activity, 'BatchWriteItem'),
      WORK_TABLE: uses(tables.work, 'GetItem', 'PutItem', 'UpdateItem'),
      ...mailing(queues),
      FEEDBACK_QUEUE_URL: sendsTo(queues.feedback),
      TRANSACTIONAL_SET: sendsWith(scope, around.mail, around.mailFrom),
      MARKETING_SET: told(around.mail.sets.marketing.configurationSetName),
      MAIL_FROM: told(around.mailFrom),
      PUBLIC_URL: told(around.publicUrl),
    },
  });

const webhook = (scope: Construct, { bundles, tables, queues }: Surroundings) =>
  handler<WebhookEnvironment>(scope, 'Webhook', {
    bundle: bundles.webhook,
    seconds: pace.webhooks.seconds,
    megabytes: 256,
    environment: {
      CORE_TABLE: uses(tables.core, 'GetItem', 'BatchGetItem', 'PutItem'),
      ACTIVITY_TABLE: uses(tables.activity, 'BatchWriteItem'),
      WEBHOOK_QUEUE_URL: sendsTo(queues.webhooks),
    },
  });
