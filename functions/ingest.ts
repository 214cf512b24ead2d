// The door for events: hands a request to its source and answers once everything in it is durable.
// Decides nothing about contacts, and knows no source by name.
import { createBus } from './adapters/bus.ts';
import { createDynamo } from './adapters/dynamo.ts';
import { createEventBridge } from './adapters/eventbridge.ts';
import { createHookSources, remembering } from './adapters/hook-sources.ts';
import { createInbox } from './adapters/inbox.ts';
import { createQuarantine } from './adapters/quarantine.ts';
import { createSchedules } from './adapters/schedules.ts';
import { createSourceCounts } from './adapters/source-counts.ts';
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
import { unknownSource } from './source-ports.ts';
import { preflight, withCors } from './sources/cors.ts';
import { type Incoming, incoming } from './sources/incoming.ts';
import { createSources } from './sources/index.ts';
import type { Source } from './sources/source.ts';
import { type AcceptPorts, acceptEvents, sourceOf } from './use-cases/accept-events.ts';
import { createFloodGuard } from './use-cases/flood-guard.ts';
import { createNote } from './use-cases/note-happened.ts';

export const create = (env: IngestEnvironment, aws: AwsConfig) => {
  const dynamo = createDynamo(aws);
  const sourceCounts = createSourceCounts(dynamo, env.WORK_TABLE, now);
  const ports: DoorPorts = {
    writeKeys: createWriteKeys(dynamo, env.CORE_TABLE, now),
    bus: createBus(createEventBridge(aws), env.BUS_NAME),
    inbox: createInbox(createSqs(aws), env.INBOX_QUEUE_URL),
    quarantine: createQuarantine(dynamo, env.WORK_TABLE),
    schedules: createSchedules(dynamo, env.WORK_TABLE),
    note: createNote({ sourceCounts, now }),
    floodGuard: createFloodGuard(),
    sources: createSources(remembering(createHookSources(dynamo, env.CORE_TABLE), now)),
  };
  return httpHandler((request) => answer(request, ports));
};

export const handler = lambda<IngestEnvironment, HttpRequest, HttpResponse>(
  ingestEnvironment,
  create,
);

interface DoorPorts extends AcceptPorts {
  readonly sources: readonly Source[];
}

async function answer(http: HttpRequest, ports: DoorPorts): Promise<HttpResponse> {
  const request = incoming(http, now());
  const source = ports.sources.find(({ path }) => path.test(request.path));
  if (source === undefined)
    return request.path === '/'
      ? json(200, { perennial: 'ingest' })
      : json(404, { error: 'There is nothing here.' });
  return respond(request, source, ports).catch((error) => sorry(request, source, error));
}

async function respond(request: Incoming, source: Source, ports: DoorPorts): Promise<HttpResponse> {
  const greeting = await source.greet?.(request);
  if (greeting) return greeting;
  if (request.method === 'OPTIONS') return preflight(request);
  const shown = request.method === 'GET' ? source.show?.(request) : undefined;
  return withCors(request, shown ?? (await receive(request, source, ports)));
}

async function receive(request: Incoming, source: Source, ports: DoorPorts): Promise<HttpResponse> {
  if (request.method !== 'POST') return source.refuse(request, 405, 'Events are sent with POST.');
  try {
    const delivery = await source.read(request);
    await acceptEvents(delivery, request.receivedAt, ports);
    return delivery.answer;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { status, message, reason = 'unreadable' } = error;
    const sender = await source.named?.(request);
    await ports.note((sender && (await sourceOf(sender, ports.writeKeys))) ?? unknownSource, {
      counts: { [`refused.${reason}`]: 1 },
      saidNo: { at: request.receivedAt, why: message },
      latest: [{ at: request.receivedAt, outcome: 'refused', why: message }],
    });
    return later(source.refuse(request, status, message), error.retryAfter);
  }
}

/** Clients of every kind try again after a 503; after most other answers the events would be gone. */
function sorry(request: Incoming, source: Source, error: unknown): HttpResponse {
  log.error('not accepted', { source: source.name, error });
  const said = source.refuse(request, 503, 'Not accepted just now; please try again.');
  return withCors(request, later(said, 5));
}

/** In whole seconds: clients do not read dates here. Segment's look for either header when they were too many. */
function later(said: HttpResponse, seconds: number | undefined): HttpResponse {
  if (seconds === undefined) return said;
  const reset = said.statusCode === 429 && { 'x-ratelimit-reset': `${seconds}` };
  return { ...said, headers: { ...said.headers, 'retry-after': `${seconds}`, ...reset } };
}
