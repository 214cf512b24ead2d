// Promises 1 and 2: no acknowledged event is lost, nobody is mailed twice, nobody is stuck. The whole
// runtime is killed five times while a thousand people call; it gets no chance to end anything.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RuntimeProcess } from '../support/runtime-process.ts';
import { people, posts } from './callers.ts';
import { settle } from './settlement.ts';
import { Website } from './website.ts';

const callers = 1000;

/** By what has been acknowledged and what has been mailed, never by the clock. */
const moments: readonly ((acknowledged: number, mails: number) => boolean)[] = [
  (acknowledged) => acknowledged >= 150,
  (_, mails) => mails >= 200,
  (acknowledged) => acknowledged >= 650,
  (_, mails) => mails >= 550,
  (acknowledged) => acknowledged >= 950,
];

let dataDir: string;
let runtime: RuntimeProcess;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'survival-'));
  runtime = new RuntimeProcess(dataDir);
  await runtime.start();
}, 120_000);

afterAll(async () => {
  await runtime.kill();
  rmSync(dataDir, { recursive: true });
});

async function killAndRestart(website: Website): Promise<void> {
  for (const moment of moments) {
    await website.until((mails) => moment(website.acknowledged.length, mails));
    await runtime.kill();
    await runtime.start();
  }
}

it('mails every acknowledged caller once, though it is killed five times', async () => {
  const everybody = people(callers);
  const website = new Website(runtime);
  await Promise.all([website.tell(posts(everybody)), killAndRestart(website)]);
  await runtime.advance('PT1H');
  const end = await settle(runtime, website.acknowledged);
  console.log(
    `kill -9, ${moments.length} times: ${website.acknowledged.length} acknowledged ` +
      `(${website.repeated} requests repeated), ${end.mails} mailed, in doubt: ${end.inDoubt.sent} ` +
      `resolved as sent and ${end.inDoubt.skipped} as skipped; lost: ${end.lost.length}, ` +
      `twice: ${end.twice.length}, stuck: ${end.stuck.length}`,
  );

  expect(website.acknowledged).toHaveLength(callers);
  expect(end).toMatchObject({
    ...{ lost: [], twice: [], stuck: [] },
    inDoubt: { pending: 0 },
    queues: { waiting: 0, deadLetters: 0 },
  });
  expect(end.mails + end.unmailed).toBe(callers);
}, 300_000);
