// Webhook: the queue of calls. Each becomes a signed request to somebody else's server.
import type { SQSRecord } from 'aws-lambda';
import { createCallQueue, readCall } from './adapters/call-queue.ts';
import { createContacts } from './adapters/contacts.ts';
import { createDynamo } from './adapters/dynamo.ts';
import { hash } from './adapters/keys.ts';
import { createSettings } from './adapters/settings.ts';
import { createSqs } from './adapters/sqs.ts';
import { createTimeline } from './adapters/timeline.ts';
import { createWebhookEndpoints } from './adapters/webhook-endpoints.ts';
import { createPost } from './channels/webhook/post.ts';
import { type WebhookEnvironment, webhookEnvironment } from './environment.ts';
import { type AwsConfig, lambda, queueHandler } from './lambda.ts';
import { log } from './log.ts';
import { now } from './now.ts';
import type { Call } from './order-ports.ts';
import { type CallPorts, callWebhooks } from './use-cases/call-webhook.ts';

export const create = (env: WebhookEnvironment, aws: AwsConfig) => handle(callPorts(env, aws));

export const handle = (ports: CallPorts) =>
  queueHandler(async (records) => {
    const read = records.map((record) => ({ id: record.messageId, call: tryRead(record) }));
    const calls = read.flatMap(({ id, call }) => (call ? [{ id, call }] : []));
    const unreadable = read.flatMap(({ id, call }) => (call ? [] : [id]));
    return [...unreadable, ...(await callWebhooks(ports, calls))];
  });

/** What cannot be read ends in the dead-letter queue, whole. */
function tryRead({ body, messageId }: SQSRecord): Call | undefined {
  try {
    return readCall(body);
  } catch (error) {
    log.error('unreadable call', { messageId, error: (error as Error).name });
    return undefined;
  }
}

export function callPorts(env: WebhookEnvironment, aws: AwsConfig): CallPorts {
  const dynamo = createDynamo(aws);
  const sqs = createSqs(aws);
  return {
    contacts: createContacts(dynamo, env.CORE_TABLE),
    settings: createSettings(dynamo, env.CORE_TABLE, now),
    timeline: createTimeline(dynamo, env.ACTIVITY_TABLE),
    endpoints: createWebhookEndpoints(dynamo, env.CORE_TABLE, now),
    calls: createCallQueue(sqs, env.WEBHOOK_QUEUE_URL, now),
    post: createPost(),
    hash,
    now,
  };
}

export const handler = lambda(webhookEnvironment, create);
