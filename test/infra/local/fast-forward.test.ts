// A small world: a store of alarms, a tick that hands what is due to the queue, a worker that writes a
// diary and sets the next alarm.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Clock, createClock } from '../../../infra/local/clock.ts';
import { createEventSource, type EventSource } from '../../../infra/local/event-source.ts';
import { createFastForward, type FastForward } from '../../../infra/local/fast-forward.ts';
import { type CountingHost, counting } from '../../../infra/local/function-host.ts';
import type { Queues } from '../../../infra/local/queue.ts';
import { createSchedule } from '../../../infra/local/schedule.ts';
import { testQueues } from '../../support/queues.ts';

const hour = 3_600_000;
const day = 24 * hour;

let clock: Clock;
let queues: Queues;
let source: EventSource;
let host: CountingHost;
let forward: FastForward;
let alarms: { at: number; name: string }[];
let diary: string[];
let ticks: number;
/** What the worker does besides writing its diary. */
let react: (name: string) => unknown;

const since = () => (clock.now() - start) / hour;
const start = 1_000 * day;

async function tick() {
  ticks += 1;
  const due = alarms.filter(({ at }) => at <= clock.now());
  alarms = alarms.filter((alarm) => !due.includes(alarm));
  for (const { name } of due) queues.send('work', [{ body: name }]);
}

async function work({ Records }: { Records: { body: string }[] }) {
  for (const { body } of Records) {
    diary.push(`${since()}h ${body}`);
    await react(body);
  }
}

beforeEach(() => {
  alarms = [];
  diary = [];
  ticks = 0;
  react = () => {};
  clock = createClock(0, () => start);
  queues = testQueues({
    get now() {
      return clock.now();
    },
  });
  const functions: Record<string, (payload: never) => Promise<unknown>> = { tick, work };
  host = counting({
    invoke: async (id, payload) => functions[id]?.(payload as never),
    close: async () => {},
  });
  const mapping = { queue: 'work', queueArn: 'arn:work', functionId: 'work', batchSize: 10 };
  const pace = { window: 20, concurrency: 1, reportsFailures: true };
  source = createEventSource({ ...mapping, ...pace }, { queues, host });
  const rule = { name: 'tick', arn: 'arn:tick', expression: 'rate(1 minute)' };
  const schedule = createSchedule(
    { ...rule, region: 'us-east-1', account: '000000000000' },
    (event) => host.invoke('tick', event),
    clock.now,
  );
  forward = createFastForward({
    clock,
    queues,
    sources: [source],
    host,
    schedules: [schedule],
    nextDue: async () => (alarms.length > 0 ? Math.min(...alarms.map(({ at }) => at)) : undefined),
  });
});
afterEach(() => {
  source.close();
  vi.restoreAllMocks();
});

describe('fast-forward', () => {
  it('does what is due at its own time and in order', async () => {
    alarms = [
      { at: start + 5 * day, name: 'later' },
      { at: start + 2 * day, name: 'sooner' },
    ];
    queues.send('work', [{ body: 'now' }, { body: 'in 15 minutes', delay: 900 }]);
    await forward.advanceTo(start + 7 * day);
    expect(diary).toEqual(['0h now', '0.25h in 15 minutes', '48h sooner', '120h later']);
    expect(since()).toBe(7 * 24);
  });

  it('jumps: the schedule fires only where something is due, and once at the end', async () => {
    alarms = [{ at: start + 40 * day, name: 'only' }];
    await forward.advanceTo(start + 90 * day);
    expect(ticks).toBe(2);
  });

  it('follows what comes of what is done', async () => {
    alarms = [{ at: start + day, name: 'first' }];
    react = (name) => {
      if (name === 'first') alarms.push({ at: clock.now() + day, name: 'second' });
      if (name === 'second') queues.send('work', [{ body: 'third', delay: 60 }]);
    };
    await forward.advanceTo(start + 3 * day);
    expect(diary).toEqual(['24h first', '48h second', `${48 + 1 / 60}h third`]);
  });

  it('leaves what is due after the instant', async () => {
    alarms = [{ at: start + 2 * day, name: 'later' }];
    await forward.advanceTo(start + day);
    expect(diary).toEqual([]);
    expect(alarms).toHaveLength(1);
  });

  it('never jumps while something is in flight', async () => {
    const release = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    react = () => {
      reached.resolve();
      return release.promise;
    };
    queues.send('work', [{ body: 'slow' }]);
    const advanced = forward.advanceTo(start + day);
    await reached.promise;
    expect(forward.isQuiet()).toBe(false);
    expect(since()).toBe(0);
    release.resolve();
    await advanced;
    expect(forward.isQuiet()).toBe(true);
    expect(since()).toBe(24);
  });

  it('brings back what failed when its time comes', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    let failed = false;
    react = () => {
      if (!failed) {
        failed = true;
        throw new Error('not yet');
      }
    };
    queues.send('work', [{ body: 'again' }]);
    await forward.advanceTo(start + day);
    expect(diary).toEqual(['0h again', `${30 / 3600}h again`]);
  });

  it('does not stand still when the schedule leaves something undone', async () => {
    const stuck = createFastForward({
      clock,
      queues,
      sources: [source],
      host,
      schedules: [
        createSchedule(
          { name: 'x', arn: 'x', expression: 'rate(1 hour)', region: '', account: '' },
          tick,
          clock.now,
        ),
      ],
      nextDue: async () => start,
    });
    await stuck.advanceTo(start + 5 * hour);
    expect(ticks).toBe(6);
  });

  it('advances one after the other when asked twice', async () => {
    alarms = [{ at: start + day, name: 'a' }];
    const whenDone = [2 * day, 3 * day].map((days) => forward.advanceTo(start + days).then(since));
    expect(await Promise.all(whenDone)).toEqual([48, 72]);
    expect(diary).toEqual(['24h a']);
  });
});
