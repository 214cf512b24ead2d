// `npm run bench:load`: how many events a second the door takes, one by one and in batches, and whether one is lost
// while the queue's consumer stands still for a minute. Events are counted where they end: in the timelines.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startRuntime } from '../../../infra/local/runtime.ts';
import { table, whole } from '../table.ts';
import { type Load, standstill, sustained } from './load.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    rate: { type: 'string', default: '50' },
    standstill: { type: 'string', default: '60' },
  },
});

const dataDir = await mkdtemp(join(tmpdir(), 'perennial-load-'));
const runtime = await startRuntime({ dataDir, empty: true });
try {
  const bed = { runtime, dataDir };
  const loads = [
    await sustained(bed, { name: 'single', perCall: 1, seconds: Number(values.seconds) }),
    await sustained(bed, { name: 'batches of 25', perCall: 25, seconds: Number(values.seconds) }),
    await standstill(bed, { seconds: Number(values.standstill), rate: Number(values.rate) }),
  ];
  console.log(report(loads));
  if (loads.some(({ accepted, counted }) => accepted !== counted)) process.exitCode = 1;
} finally {
  await runtime.close();
  await rm(dataDir, { recursive: true });
}

function report(loads: readonly Load[]): string {
  const head = [
    '',
    'accepted',
    'a second',
    'in timelines',
    'lost',
    'done after',
    'largest backlog',
  ];
  const rows = loads.map(({ name, accepted, took, counted, caughtUp, backlog }) => [
    name,
    whole(accepted),
    whole((accepted * 1_000) / took),
    whole(counted),
    whole(accepted - counted),
    `${(caughtUp / 1_000).toFixed(1)} s`,
    backlog === undefined ? '' : whole(backlog),
  ]);
  return `Node ${process.version}\n\n${table(head, ...rows)}`;
}
