// The AWS that the template asks for, on this machine: its tables, queues, bus, mail identities and
// roles behind one gateway. What is not in the template does not exist here.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EventBus } from './event-bus.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createIam } from './iam.ts';
import { createMeter, type Meter } from './meter.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import type { Queues } from './queue.ts';
import type { Relay } from './relay/relay.ts';
import { type DynamoDb, openDynamoDb } from './services/dynamodb.ts';
import { createEventBridge } from './services/eventbridge.ts';
import { createSes } from './services/ses.ts';
import type { SendLimits } from './services/ses-limits.ts';
import { createSqs } from './services/sqs.ts';
import type { Resource } from './template.ts';
import { busNames, configurationSets, identities, queueNames, tables } from './template-parts.ts';

interface AwsParts {
  readonly resources: readonly Resource[];
  /** Where tables and mails are kept; in memory if missing. */
  readonly folder?: string | undefined;
  readonly region: string;
  readonly account: string;
  readonly queues: Queues;
  readonly bus: EventBus;
  readonly now: () => number;
  /** What SES lets us send; without end if missing. */
  readonly sendLimits?: SendLimits | undefined;
  /** Whoever really delivers mail; without one it stays in the outbox. */
  readonly relay?: Relay | undefined;
  readonly meter?: Meter;
}

export interface Aws {
  readonly gateway: Gateway;
  readonly dynamodb: DynamoDb;
  readonly outbox: Outbox;
  readonly meter: Meter;
  close(): void;
}

export function openAws({ resources, folder, bus, now, ...parts }: AwsParts): Aws {
  const { region, account } = parts;
  const arnOf = (service: string) => (resource: string) =>
    `arn:aws:${service}:${region}:${account}:${resource}`;
  const { meter = createMeter() } = parts;
  const outbox = openOutbox(fileIn(folder, 'outbox.db'));
  const dynamodb = openDynamoDb({
    file: fileIn(folder, 'tables.db'),
    now,
    arn: (table) => arnOf('dynamodb')(`table/${table}`),
    meter,
  });
  createTables(dynamodb, resources);
  const services = {
    dynamodb,
    sqs: createSqs({
      queues: parts.queues,
      names: queueNames(resources),
      arn: arnOf('sqs'),
      meter,
    }),
    events: createEventBridge({
      put: bus.put,
      buses: busNames(resources),
      arn: (name) => arnOf('events')(`event-bus/${name}`),
      meter,
    }),
    ses: createSes({
      identities: identities(resources),
      configurationSets: configurationSets(resources),
      outbox,
      report: (entries) => bus.put('default', entries),
      ...{ now, account, meter, limits: parts.sendLimits, relay: parts.relay },
      arn: arnOf('ses'),
    }),
  };
  return {
    gateway: createGateway({ services, authorize: createIam(resources), meter }),
    dynamodb,
    outbox,
    meter,
    close() {
      dynamodb.close();
      outbox.close();
    },
  };
}

function createTables(dynamodb: DynamoDb, resources: readonly Resource[]): void {
  for (const { definition, timeToLive } of tables(resources))
    dynamodb.createTable(definition, timeToLive);
}

function fileIn(folder: string | undefined, name: string): string {
  if (folder === undefined) return ':memory:';
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}
