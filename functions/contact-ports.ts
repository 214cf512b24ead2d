// Wires what it takes to apply a cause to a contact, for the functions that do.
import { setTimeout as pause } from 'node:timers/promises';
import type { Order } from '../workflows/model/order.ts';
import { createAccounts, createTellings } from './adapters/accounts.ts';
import { createAlarms } from './adapters/alarms.ts';
import { createBooks } from './adapters/books.ts';
import { createCallQueue } from './adapters/call-queue.ts';
import { createCatalog } from './adapters/catalog.ts';
import { createOrderLog } from './adapters/companions.ts';
import { createConsentLedger } from './adapters/consent-ledger.ts';
import { createContacts } from './adapters/contacts.ts';
import { createDynamo } from './adapters/dynamo.ts';
import { createEventNames } from './adapters/event-names.ts';
import { createFinder } from './adapters/finder.ts';
import { createIdentities } from './adapters/identities.ts';
import { createInbox } from './adapters/inbox.ts';
import { hash } from './adapters/keys.ts';
import { createKeyHash } from './adapters/salt.ts';
import { createSchema } from './adapters/schema.ts';
import { createSendQueue } from './adapters/send-queue.ts';
import { createSettings } from './adapters/settings.ts';
import { createSourceCounts } from './adapters/source-counts.ts';
import { createSqs, sendAll } from './adapters/sqs.ts';
import { createStock } from './adapters/stock.ts';
import { createTallies } from './adapters/tallies.ts';
import { createTasks } from './adapters/tasks.ts';
import { createTimeline } from './adapters/timeline.ts';
import { createWebhookEndpoints } from './adapters/webhook-endpoints.ts';
import type { ContactEnvironment } from './environment.ts';
import type { AwsConfig } from './lambda.ts';
import { now } from './now.ts';
import { createApplyCauses } from './use-cases/apply-causes.ts';
import { carryOut } from './use-cases/carry-out.ts';
import { createNotify } from './use-cases/notify.ts';
import { withOffers } from './use-cases/with-offers.ts';

/** Everything but the use-case itself. */
export function applyPorts(env: ContactEnvironment, aws: AwsConfig) {
  const dynamo = createDynamo(aws);
  const sqs = createSqs(aws);
  const queue = { sqs, queueUrl: env.ADVANCE_QUEUE_URL, now };
  const orders = {
    tasks: createTasks(dynamo, env.CORE_TABLE),
    calls: createCallQueue(sqs, env.WEBHOOK_QUEUE_URL, now),
    inbox: createInbox(sqs, env.INBOX_QUEUE_URL),
  };
  const offers = {
    catalog: createCatalog(dynamo, env.CORE_TABLE, now),
    stock: createStock(dynamo, env.CORE_TABLE),
  };
  const endpoints = createWebhookEndpoints(dynamo, env.CORE_TABLE, now);
  const eventNames = createEventNames(dynamo, env.CORE_TABLE);
  return {
    dynamo,
    contacts: createContacts(dynamo, env.CORE_TABLE),
    identities: createIdentities(dynamo, env.CORE_TABLE),
    ...offers,
    books: withOffers(createBooks(dynamo, env.CORE_TABLE), offers),
    accounts: createAccounts(dynamo, env.CORE_TABLE),
    tellings: createTellings(queue),
    tallies: createTallies(dynamo, env.WORK_TABLE, now),
    sourceCounts: createSourceCounts(dynamo, env.WORK_TABLE, now),
    orderLog: createOrderLog(dynamo, env.WORK_TABLE, now),
    eventNames,
    schema: createSchema({ client: dynamo, table: env.CORE_TABLE, now, names: eventNames }),
    timeline: createTimeline(dynamo, env.ACTIVITY_TABLE),
    consentLedger: createConsentLedger(dynamo, env.ACTIVITY_TABLE),
    finder: createFinder(dynamo, env.CORE_TABLE),
    alarms: createAlarms({ ...queue, dynamo, table: env.WORK_TABLE }),
    sendQueue: createSendQueue(sqs, env),
    carryOut: (all: readonly Order[]) => carryOut(orders, all),
    endpoints,
    notify: createNotify({ endpoints, calls: orders.calls }),
    requeue: (body: string) => sendAll(sqs, env.ADVANCE_QUEUE_URL, [{ body }]),
    now,
    hash,
    keyHash: createKeyHash(createSettings(dynamo, env.CORE_TABLE, now)),
    pause: async (time: number): Promise<void> => pause(time),
  };
}

export function contactPorts(env: ContactEnvironment, aws: AwsConfig) {
  const ports = applyPorts(env, aws);
  return { ...ports, applyCauses: createApplyCauses(ports) };
}
