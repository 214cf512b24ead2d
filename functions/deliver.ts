// Deliver: the send queue. Messages become mails, each handed to SES once.
import { createAskings } from './adapters/askings.ts';
import { createCampaignStates } from './adapters/campaign-states.ts';
import { createContacts } from './adapters/contacts.ts';
import { createDoubts } from './adapters/doubts.ts';
import { createDynamo } from './adapters/dynamo.ts';
import { hash } from './adapters/keys.ts';
import { createLedger } from './adapters/ledger.ts';
import { createPaceStore } from './adapters/pace-store.ts';
import { createSendQueue, readParcel } from './adapters/send-queue.ts';
import { createSettings } from './adapters/settings.ts';
import { createSqs } from './adapters/sqs.ts';
import { createTallies } from './adapters/tallies.ts';
import { createTemplates } from './adapters/templates.ts';
import { createTimeline } from './adapters/timeline.ts';
import { createUnsentQueue } from './adapters/unsent-queue.ts';
import { createSesQuota, createSesSender } from './channels/email/ses.ts';
import { type DeliverEnvironment, deliverEnvironment } from './environment.ts';
import { type AwsConfig, lambda, queueHandler } from './lambda.ts';
import { now } from './now.ts';
import { pause } from './pause.ts';
import { eachRecord } from './records.ts';
import { type DeliverPorts, deliver } from './use-cases/deliver.ts';
import { createPace } from './use-cases/pace.ts';

export const create = (env: DeliverEnvironment, aws: AwsConfig) => {
  const ports = deliverPorts(env, aws);
  return queueHandler((records, context) => {
    const deadline = now() + context.getRemainingTimeInMillis();
    return eachRecord(records, ({ body }) => deliver(ports, readParcel(body), deadline));
  });
};

export function deliverPorts(env: DeliverEnvironment, aws: AwsConfig): DeliverPorts {
  const dynamo = createDynamo(aws);
  const sqs = createSqs(aws);
  return {
    contacts: createContacts(dynamo, env.CORE_TABLE),
    templates: createTemplates(dynamo, env.CORE_TABLE),
    askings: createAskings(dynamo, env.WORK_TABLE),
    hash,
    settings: createSettings(dynamo, env.CORE_TABLE, now),
    ledger: createLedger(dynamo, env.WORK_TABLE, now),
    doubts: createDoubts(dynamo, env.WORK_TABLE),
    states: createCampaignStates(dynamo, env.CORE_TABLE),
    tallies: createTallies(dynamo, env.WORK_TABLE, now),
    timeline: createTimeline(dynamo, env.ACTIVITY_TABLE),
    sendQueue: createSendQueue(sqs, env),
    unsent: createUnsentQueue(sqs, env.FEEDBACK_QUEUE_URL),
    pace: createPace({
      store: createPaceStore(dynamo, env.WORK_TABLE),
      quota: createSesQuota(aws),
      now,
    }),
    sendRaw: createSesSender(aws, {
      transactional: env.TRANSACTIONAL_SET,
      marketing: env.MARKETING_SET,
    }),
    from: env.MAIL_FROM,
    publicUrl: env.PUBLIC_URL,
    now,
    pause,
  };
}

export const handler = lambda(deliverEnvironment, create);
