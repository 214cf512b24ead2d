// The door for events: hands a request to its source and answers once everything in it is durable.
// Decides nothing about contacts, and knows no source by name.
import { createBus } from './adapters/bus.ts';
import { createDynamo } from './adapters/dynamo.ts';
import { createEventBridge } from './adapters/eventbridge.ts';
import { createInbox } from './adapters/inbox.ts';
import { createQuarantine } from './adapters/quarantine.ts';
import { createSqs } from './adapters/sqs.ts';
import { createWriteKeys } from './adapters/write-keys.ts';
import { type IngestEnvironment, ingestEnvironment } from './environment.ts';
import { Refused } from './errors.ts';
import {
  type AwsConfig,
  type HttpRequest,
  type HttpResponse,
  httpHandler,
  json,
  lambda,
} from './lambda.ts';
import { log } from './log.ts';
import { now } from './now.ts';
import { preflight, withCors } from './sources/cors.ts';
import { type Incoming, incoming } from './sources/incoming.ts';
import { sources } from './sources/index.ts';
import type { Source } from './sources/source.ts';
import { type AcceptPorts, acceptEvents } from './use-cases/accept-events.ts';

export const create = (env: IngestEnvironment, aws: AwsConfig) => {
  const dynamo = createDynamo(aws);
  const ports: AcceptPorts = {
    writeKeys: createWriteKeys(dynamo, env.CORE_TABLE, now),
    bus: createBus(createEventBridge(aws), env.BUS_NAME),
    inbox: createInbox(createSqs(aws), env.INBOX_QUEUE_URL),
    quarantine: createQuarantine(dynamo, env.WORK_TABLE),
  };
  return httpHandler((request) => answer(request, ports));
};

export const handler = lambda<IngestEnvironment, HttpRequest, HttpResponse>(
  ingestEnvironment,
  create,
);

async function answer(http: HttpRequest, ports: AcceptPorts): Promise<HttpResponse> {
  const request = incoming(http, now());
  const source = sources.find(({ path }) => path.test(request.path));
  if (source === undefined)
    return request.path === '/'
      ? json(200, { perennial: 'ingest' })
      : json(404, { error: 'There is nothing here.' });
  if (request.method === 'OPTIONS') return preflight(request);
  const shown = request.method === 'GET' ? source.show?.(request) : undefined;
  return withCors(request, shown ?? (await receive(request, source, ports)));
}

async function receive(
  request: Incoming,
  source: Source,
  ports: AcceptPorts,
): Promise<HttpResponse> {
  try {
    if (request.method !== 'POST') throw new Refused(405, 'Events are sent with POST.');
    const delivery = await source.read(request);
    await acceptEvents(delivery, request.receivedAt, ports);
    return delivery.answer;
  } catch (error) {
    if (error instanceof Refused) return source.refuse(request, error.status, error.message);
    // Clients of every kind try again after a 503; after most other answers the events would be gone.
    log.error('not accepted', { source: source.name, error });
    const sorry = source.refuse(request, 503, 'Not accepted just now; please try again.');
    return { ...sorry, headers: { ...sorry.headers, 'retry-after': '5' } };
  }
}
