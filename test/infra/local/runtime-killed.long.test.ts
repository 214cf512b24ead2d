// Promise: no acknowledged event is lost, nobody is mailed twice. The process is killed, as by a crash or
// an impatient owner, while leads come in; then started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Letter } from '../../../infra/local/outbox.ts';
import { startRuntime } from '../../../infra/local/runtime.ts';

const root = join(import.meta.dirname, '../../..');
const port = 4477;
const url = `http://localhost:${port}`;
let dataDir: string;
let child: ChildProcess;

async function start() {
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir };
  child = spawn(process.execPath, [join(root, 'infra/local/start.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({
    input: child.stdout as NonNullable<typeof child.stdout>,
  }))
    if (line.startsWith(`ready ${url}`)) return;
  throw new Error('It ended before it was ready');
}

async function kill() {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Captures leads until the process is gone; answers those that were acknowledged. */
async function captureUntilGone(round: number): Promise<string[]> {
  const { writeKey } = JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8'));
  const acknowledged: string[] = [];
  for (let n = 0; ; n += 1) {
    const email = `lead-${round}-${n}@example.com`;
    const body = new URLSearchParams({ email, first_name: 'Lead', consent: 'yes' });
    try {
      const { status } = await fetch(`${url}/f/${writeKey}`, { method: 'POST', body });
      if (status === 200) acknowledged.push(email);
    } catch {
      return acknowledged;
    }
  }
}

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'killed-'));
});
afterAll(() => {
  child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true });
});

it('mails every acknowledged lead exactly once, however often the process is killed', async () => {
  const acknowledged: string[] = [];
  for (const [round, delay] of [700, 1_500, 2_300, 3_100, 4_500].entries()) {
    await start();
    setTimeout(kill, delay);
    acknowledged.push(...(await captureUntilGone(round)));
  }
  const runtime = await startRuntime({ dataDir });
  await runtime.forward.advanceTo(runtime.clock.now() + 2 * 3_600_000);
  const letters = await runtime.outbox.letters({ limit: 100_000 });
  await runtime.close();

  expect(acknowledged.length).toBeGreaterThan(20);
  const mailed = Map.groupBy(letters, ({ to }: Letter) => to);
  expect(acknowledged.filter((email) => !mailed.has(email))).toEqual([]);
  expect([...mailed].filter(([, mails]) => mails.length > 1).map(([to]) => to)).toEqual([]);
});
