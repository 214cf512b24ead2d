// How many workers a function has, and what it is found to have cost.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { counting } from '../../../infra/local/function-host.ts';
import { openWorkers, type Workers } from '../../support/worker-host.ts';

const sources = {
  Echo: `export const handler = async (event) => ({ event, none: undefined });`,
  Counter: `let calls = 0; export const handler = async () => (calls += 1);`,
  Throws: `export const handler = async () => { throw new TypeError('no such thing'); };`,
  Logs: `export const handler = async () => { console.log('hello'); };`,
  Busy: `export const handler = async () => {
    const start = performance.now();
    while (performance.now() - start < 30);
  };`,
};

let workers: Workers;
let host: Workers['host'];
beforeEach(() => {
  workers = openWorkers(sources, { Counter: { concurrency: 1 } });
  host = workers.host;
});
afterEach(() => workers.close());

describe('a pool', () => {
  it('keeps a function warm', async () => {
    expect([await host.invoke('Counter', {}), await host.invoke('Counter', {})]).toEqual([1, 2]);
    expect(host.stats().Counter).toMatchObject({ invocations: 2, coldStarts: 1 });
  });

  it('runs no more at once than the function may', async () => {
    const calls = await Promise.all([1, 2, 3].map(() => host.invoke('Counter', {})));
    expect(calls).toEqual([1, 2, 3]);
  });

  it('runs two at once on this machine', async () => {
    await Promise.all([1, 2, 3, 4].map(() => host.invoke('Echo', {})));
    expect(host.stats().Echo?.coldStarts).toBe(2);
  });

  it('counts what is in flight', async () => {
    const counted = counting(host);
    const invocation = counted.invoke('Echo', {});
    expect(counted.inFlight()).toBe(1);
    await counted.settled();
    expect(counted.inFlight()).toBe(0);
    await invocation;
  });
});

describe('the measures', () => {
  it('tell what the handler cost', async () => {
    await host.invoke('Busy', {});
    const { cpu, duration, init, errors } = host.stats().Busy ?? { cpu: 0, duration: 0, init: 0 };
    expect(duration).toBeGreaterThanOrEqual(30);
    expect(cpu).toBeGreaterThan(1);
    expect(cpu).toBeLessThan(duration + 15);
    expect(init).toBeGreaterThan(0);
    expect(errors).toBe(0);
  });

  it('count errors', async () => {
    await host.invoke('Throws', {}).catch(() => {});
    expect(host.stats().Throws).toMatchObject({ invocations: 1, errors: 1 });
  });

  it('count what is logged, and pass it on', async () => {
    await host.invoke('Logs', {});
    expect(await workers.logged).toBe('hello\n');
    expect(host.stats().Logs?.logBytes).toBe(6);
  });
});
