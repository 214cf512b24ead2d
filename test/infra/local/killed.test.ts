import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { openOutbox } from '../../../infra/local/outbox.ts';
import { key, localDynamoDb } from '../../support/local-dynamodb.ts';

const writer = fileURLToPath(new URL('../../support/writer.ts', import.meta.url));

/** The last number that a writer acknowledged before it was killed in the middle of its work. */
function killedAfter(folder: string, acknowledged: number): Promise<number> {
  const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  const last = () => Number(output.slice(0, output.lastIndexOf('\n')).split('\n').at(-1));
  child.stdout.on('data', (chunk) => {
    output += chunk;
    if (last() >= acknowledged) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.on('close', () => resolve(last())));
}

it('What was acknowledged is there after the process was killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-'));
  const last = await killedAfter(folder, 200);
  expect(last).toBeGreaterThanOrEqual(200);
  const { client } = localDynamoDb(join(folder, 'tables.db'));
  const outbox = openOutbox(join(folder, 'outbox.db'));
  for (let i = 0; i <= last; i += 1) {
    const read = new GetItemCommand({ TableName: 'core', Key: key(`C#${i}`) });
    expect((await client.send(read)).Item, `item ${i}`).toBeDefined();
    expect(outbox.raw(`m${i}`), `mail ${i}`).toBeDefined();
  }
  rmSync(folder, { recursive: true });
});
