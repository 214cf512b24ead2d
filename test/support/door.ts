// The ingest and pack functions on this machine's own services, with a hand to break them.
import { gunzipSync } from 'node:zlib';
import type { Context } from 'aws-lambda';
import { createDynamo } from '../../functions/adapters/dynamo.ts';
import { createHookSources } from '../../functions/adapters/hook-sources.ts';
import { keys } from '../../functions/adapters/keys.ts';
import { create as createIngest } from '../../functions/ingest.ts';
import type { HttpRequest, HttpResponse } from '../../functions/lambda.ts';
import { create as createPack } from '../../functions/pack.ts';
import { AwsError } from '../../infra/local/aws-error.ts';
import type { BusEntry } from '../../infra/local/event-bus.ts';
import { createGateway, type Gateway } from '../../infra/local/gateway.ts';
import { inProcess } from '../../infra/local/in-process.ts';
import { openQueues } from '../../infra/local/queue.ts';
import { openDynamoDb } from '../../infra/local/services/dynamodb.ts';
import { createEventBridge } from '../../infra/local/services/eventbridge.ts';
import { createSqs } from '../../infra/local/services/sqs.ts';
import { type Envelope, type Event, envelope } from '../../workflows/model/event.ts';

const env = {
  CORE_TABLE: 'core',
  WORK_TABLE: 'work',
  INBOX_QUEUE_URL: 'https://sqs.us-east-1.amazonaws.com/000000000000/inbox',
  BUS_NAME: 'bus',
};

type Call = (event: unknown, context: Context) => Promise<unknown>;

export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: string | Buffer;
}

interface Answer extends HttpResponse {
  readonly headers: Record<string, string>;
  readonly body: string;
}

interface Kept {
  readonly source: string;
  readonly reason: string;
  readonly truncated: boolean;
  readonly rejected: readonly { readonly reason: string; readonly raw: string }[];
}

/** A door whose write keys are `writeKeys`. `broken` names the services that fail; change it at will. */
export function openDoor(...writeKeys: readonly string[]) {
  const broken = new Set<'dynamodb' | 'sqs' | 'events'>();
  const queues = openQueues(':memory:', Date.now);
  queues.create({ name: 'inbox', visibilityTimeout: 30, delay: 0, retention: 86_400 });
  const entries: BusEntry[] = [];
  const dynamodb = openTables(writeKeys);
  const calls: string[] = [];
  const services = createGateway({
    services: {
      dynamodb,
      sqs: createSqs({ queues, names: new Set(['inbox']), arn: String }),
      events: createEventBridge({
        put: (_, some) => some.map((entry) => `event-${entries.push(entry)}`),
        buses: new Set(['bus']),
        arn: String,
      }),
    },
  });
  const gateway: Gateway = (request) => {
    const service = /\/(\w+)\/aws4_request/.exec(request.headers.authorization ?? '')?.[1];
    calls.push(`${service} ${request.headers['x-amz-target']?.split('.').at(-1)}`);
    return broken.has(service as 'sqs') ? Promise.resolve(refusal) : services(request);
  };
  const aws = {
    region: 'us-east-1',
    credentials: { accessKeyId: 'Ingest', secretAccessKey: 'none' },
    requestHandler: inProcess(gateway),
  };
  const ingest = createIngest(env, aws) as Call;
  const pack = createPack(env, aws) as Call;
  const inbox = () => queues.receive('inbox', 10).map(({ body }) => opened(body));
  const onBus = () => entries.map(({ Detail }) => opened(Detail));
  return {
    broken,
    calls,
    entries,
    send: async (sent: Sent) => (await ingest(httpRequest(sent), {} as Context)) as Answer,
    pack: (records: readonly { messageId: string; body: string }[]) =>
      pack({ Records: records }, {} as Context),
    inbox,
    onBus,
    /** Everything that was made durable, and was not read before. */
    events: (): Event[] => [...inbox(), ...onBus()].flatMap(({ events }) => events as Event[]),
    quarantine: () => kept(dynamodb),
    counted: () => counted(dynamodb),
    /** All that stands in the table of work, as it stands there. */
    aside: () => scanned(dynamodb, 'work'),
    /** The owner's sources of webhooks, as the API keeps them. */
    hooks: createHookSources(createDynamo(aws), 'core'),
  };
}

/** Not retried by the SDK, so that nobody waits for it. */
const refusal = {
  status: 400,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify({ __type: 'AccessDeniedException', message: 'broken on purpose' }),
};

/** What a reader of the envelope will see; fails the test when it is not an envelope. */
const opened = (json: string): Envelope => envelope.parse(JSON.parse(json));

function openTables(writeKeys: readonly string[]) {
  const dynamodb = openDynamoDb({ file: ':memory:', now: Date.now, arn: String });
  for (const TableName of ['core', 'work'])
    dynamodb.createTable({
      TableName,
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
    });
  dynamodb.load(
    'core',
    writeKeys.map((key) => ({ ...keys.access('write', key), name: { S: 'site' } })),
  );
  return dynamodb;
}

async function kept(dynamodb: ReturnType<typeof openTables>): Promise<Kept[]> {
  const items = await scanned(dynamodb, 'work');
  const aside = items.filter(({ pk }) => pk?.S?.startsWith('Q#'));
  return aside.map(({ source, reason, raw, truncated }) => ({
    source: source?.S ?? '',
    reason: reason?.S ?? '',
    truncated: truncated !== undefined,
    rejected: truncated
      ? []
      : JSON.parse(gunzipSync(Buffer.from(raw?.B ?? '', 'base64')).toString()),
  }));
}

/** What was counted today, by source. */
async function counted(dynamodb: ReturnType<typeof openTables>) {
  const items = await scanned(dynamodb, 'work');
  return Object.fromEntries(
    items.flatMap(({ pk, sk: _, ttl: __, ...counts }) => {
      const [, source] = /^SEEN#(.*)$/.exec(pk?.S ?? '') ?? [];
      const values = Object.entries(counts).map(([name, { N, S }]) => [name, S ?? Number(N)]);
      return source === undefined ? [] : [[source, Object.fromEntries(values)]];
    }),
  ) as Record<string, Record<string, number | string>>;
}

type Items = Record<string, Record<string, string>>[];

async function scanned(dynamodb: ReturnType<typeof openTables>, table: string): Promise<Items> {
  const scan = dynamodb.operations.Scan;
  if (!scan) throw new AwsError('no scan', '');
  const { Items = [] } = (await scan.perform({ TableName: table })) as { Items?: Items };
  return Items;
}

/** As API Gateway hands it over: bodies of text as they are, all others in base64. */
const httpRequest = ({ method = 'POST', path, headers = {}, query, body }: Sent): HttpRequest =>
  ({
    version: '2.0',
    rawPath: path,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    ...(query && { queryStringParameters: query }),
    requestContext: { http: { method } },
    ...(typeof body === 'string' && { body, isBase64Encoded: false }),
    ...(Buffer.isBuffer(body) && { body: body.toString('base64'), isBase64Encoded: true }),
  }) as HttpRequest;
