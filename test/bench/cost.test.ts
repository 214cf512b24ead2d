// What was counted becomes dollars per million events.
import { expect, it } from 'vitest';
import type { FunctionDefinition, FunctionStats } from '../../infra/local/function-host.ts';
import { createMeter } from '../../infra/local/meter.ts';
import { costOfMillion } from './cost.ts';
import { added } from './reading.ts';

const nothing = {
  invocations: 0,
  errors: 0,
  cpu: 0,
  duration: 0,
  coldStarts: 0,
  init: 0,
  logBytes: 0,
};
const stats = (some: Partial<FunctionStats>): FunctionStats => ({ ...nothing, ...some });
const memory = (id: string, megabytes: number) =>
  ({ id, memory: megabytes }) as unknown as FunctionDefinition;

const definitions = [memory('IngestFunction1', 256), memory('DeliverFunction1', 512)];

it('a unit costs its price, whatever number of events it was counted for', () => {
  const meter = createMeter();
  meter.table('App-CoreE5E91F5B', { read: 50, write: 100 });
  meter.queued('App-SendQueueE5E91F5B', 1_000);
  meter.event(1_000);
  meter.mail(100, 20_000);
  const functions = {
    IngestFunction1: stats({ invocations: 4, duration: 400 }),
    DeliverFunction1: stats({ invocations: 10, duration: 1_000, logBytes: 1_000 }),
  };
  const cost = costOfMillion({ meter: meter.snapshot(), functions }, 100, definitions);
  const usd = Object.fromEntries(cost.lines.map(({ what, usd }) => [what, usd]));
  expect(usd).toEqual({
    'HTTP API requests': expect.closeTo(0.04),
    'Lambda requests': expect.closeTo(0.028),
    'Lambda GB-seconds': expect.closeTo(6_000 * 0.0000133334),
    'EventBridge events': expect.closeTo(0.01),
    'SQS requests, send': expect.closeTo(0.004),
    'DynamoDB reads, core': expect.closeTo(0.0625),
    'DynamoDB writes, core': expect.closeTo(0.625),
    'CloudWatch Logs, GB': expect.closeTo(0.005),
  });
  const all = Object.values(usd).reduce((sum, each) => sum + each, 0);
  expect(cost.usd).toBeCloseTo(all);
  expect(cost.ses.map((line) => line.usd)).toEqual([100, 160, 1]);
});

it('in AWS a function waits longer, and has the part of a CPU that its memory buys', () => {
  const functions = { DeliverFunction1: stats({ invocations: 10, cpu: 100, duration: 999 }) };
  const { usd, usdInAws } = costOfMillion(
    { meter: createMeter().snapshot(), functions },
    100,
    definitions,
  );
  const waiting = 10 * (3 * 8 + 100);
  const computing = 100 * (1769 / 512);
  const millisecond = (0.5 / 1000) * 0.0000133334 * 10_000;
  expect(usdInAws - usd).toBeCloseTo((waiting + computing - 999) * millisecond);
});

it('a reading tells what was added since another, of what is new as well', () => {
  const meter = createMeter();
  meter.table('core', { write: 5 });
  const before = { meter: meter.snapshot(), functions: { Ingest: stats({ cpu: 3 }) } };
  meter.table('core', { write: 2 });
  meter.table('work', { read: 1 });
  const after = { meter: meter.snapshot(), functions: { Ingest: stats({ cpu: 10 }) } };
  const { meter: counted, functions } = added(before, after);
  expect(counted.tables).toEqual({ core: { read: 0, write: 2 }, work: { read: 1, write: 0 } });
  expect(functions.Ingest?.cpu).toBe(7);
});
