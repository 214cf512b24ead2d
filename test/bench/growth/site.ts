// The site of the growth bench: tables, queues and functions of the template in this process, on the real clock.
// What a function spends itself and what its calls of AWS spend is told apart; neither waits for the other here.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createDynamo } from '../../../functions/adapters/dynamo.ts';
import type { AwsConfig } from '../../../functions/lambda.ts';
import { synthesize } from '../../../infra/assembly.ts';
import { openAws } from '../../../infra/local/aws.ts';
import { functionDefinitions, queueDefinitions } from '../../../infra/local/deployment.ts';
import { createGateway, type Gateway } from '../../../infra/local/gateway.ts';
import { inProcess } from '../../../infra/local/in-process.ts';
import { openQueues } from '../../../infra/local/queue.ts';
import { loadAssembly } from '../../../infra/local/template.ts';
import { tables } from '../../../infra/local/template-parts.ts';
import { builders, type FunctionName, runnableBuilder } from '../../support/builders.ts';

const place = { region: 'us-east-1', account: '000000000000', publicUrl: 'http://localhost:4400' };
const assembly = await synthesize();
const resources = loadAssembly(assembly, place);
const definitions = functionDefinitions(resources, assembly);

export interface Spent {
  /** Milliseconds in the function's own code and the AWS SDK's, not in the tables and queues behind them. */
  readonly own: number;
  readonly read: number;
  readonly write: number;
}

export type Site = Awaited<ReturnType<typeof openSite>>;

/** `folder` keeps tables and queues on disk; in memory if missing. */
export async function openSite(folder?: string) {
  const queues = openQueues(folder === undefined ? ':memory:' : queueFile(folder), Date.now);
  for (const definition of queueDefinitions(resources)) queues.create(definition);
  const bus = { put: async () => [], close: async () => {} } as never;
  const { region, account } = place;
  const aws = openAws({ resources, folder, region, account, queues, bus, now: Date.now });
  let behind = 0;
  const timed: Gateway = async (request) => {
    const start = performance.now();
    try {
      return await aws.gateway(request);
    } finally {
      behind += performance.now() - start;
    }
  };
  const config = (caller: string, gateway: Gateway): AwsConfig => ({
    region,
    credentials: { accessKeyId: caller, secretAccessKey: 'local' },
    requestHandler: inProcess(gateway) as never,
  });
  /** A new container of a function. */
  const start = (name: FunctionName) => {
    const wanted = definitions.find(({ id }) => id.toLowerCase().startsWith(`${name}function`));
    if (!wanted) throw new Error(`No function ${name}`);
    const run = runnableBuilder(builders[name])(wanted.environment, config(wanted.id, timed));
    return async (payload: unknown): Promise<Spent> => {
      const before = units(aws.meter.snapshot().tables);
      const since = performance.now() - behind;
      await run(payload, { getRemainingTimeInMillis: () => 60_000 });
      const own = performance.now() - behind - since;
      const after = units(aws.meter.snapshot().tables);
      return { own, read: after.read - before.read, write: after.write - before.write };
    };
  };
  return {
    start,
    queues,
    /** Writes what the bench needs to be there, past every role. */
    dynamo: createDynamo(config('bench', createGateway({ services: { dynamodb: aws.dynamodb } }))),
    dynamodb: aws.dynamodb,
    tables: {
      core: tableNamed('Core'),
      activity: tableNamed('Activity'),
      work: tableNamed('Work'),
    },
    close() {
      aws.close();
      queues.close();
    },
  };
}

function tableNamed(part: string): string {
  const name = tables(resources)
    .map(({ definition }) => definition.TableName)
    .find((one) => one.includes(part));
  if (name === undefined) throw new Error(`No table ${part}`);
  return name;
}

const units = (all: Readonly<Record<string, { read: number; write: number }>>) =>
  Object.values(all).reduce(
    (sum, { read, write }) => ({ read: sum.read + read, write: sum.write + write }),
    { read: 0, write: 0 },
  );

export const queueFile = (folder: string) => join(folder, 'queues.db');

/** One record from the queue, as the bus's rule puts it there. */
export const arrival = (name: string, users: readonly string[]) => ({
  Records: [
    {
      messageId: randomUUID(),
      body: JSON.stringify({ detail: { events: users.map((user) => eventOf(name, user)) } }),
    },
  ],
});

const eventOf = (name: string, user: string) => ({
  id: randomUUID(),
  type: 'track',
  name,
  user,
  properties: { total: 49.9, order_id: randomUUID() },
  timestamp: Date.now(),
  receivedAt: Date.now(),
  source: 'segment',
});

export const numbered = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Of the runs of one series; noise on a shared machine is one-sided. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
