import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../../infra/local/clock.ts';
import { counting, type FunctionDefinition } from '../../../infra/local/function-host.ts';
import { createWorkerHost, type WorkerHost } from '../../../infra/local/worker-host.ts';

const bundles: Readonly<Record<string, string>> = {
  Echo: `export const handler = async (event) => ({ event, none: undefined });`,
  Silent: `export const handler = async () => {};`,
  Env: `export const handler = async () => ({ ...process.env });`,
  Context: `export const handler = async (_, context) => ({ ...context, left: context.getRemainingTimeInMillis() });`,
  Counter: `let calls = 0; export const handler = async () => (calls += 1);`,
  Throws: `export const handler = async () => { throw new TypeError('no such thing'); };`,
  Hangs: `export const handler = (event) => event === 'hang' ? new Promise(() => {}) : 'fine';`,
  Exits: `export const handler = async (event) => (event === 'exit' ? process.exit(3) : 'fine');`,
  Eats: `export const handler = async (event) => {
    if (event !== 'eat') return 'fine';
    const kept = [];
    for (;;) kept.push(new Array(1e5).fill({ a: kept.length }).map((o) => ({ ...o })));
  };`,
  Broken: `throw new Error('cannot start'); export const handler = () => {};`,
  Time: `const loadedAt = Date.now();
    export const handler = async () => ({
      loadedAt, now: Date.now(), made: new Date().getTime(), text: Date(),
      given: new Date(5).getTime(), isDate: new Date() instanceof Date, parsed: Date.parse('1970-01-01T00:00:01Z'),
    });`,
  Logs: `export const handler = async () => { console.log('hello'); };`,
  Busy: `export const handler = async () => {
    const start = performance.now();
    while (performance.now() - start < 30);
  };`,
};

const clock = createClock();
let folder: string;
let host: WorkerHost;
let output: string;
let written: () => void;

const define = (id: string): FunctionDefinition => ({
  id,
  name: `stack-${id}`,
  arn: `arn:aws:lambda:us-east-1:000000000000:function:stack-${id}`,
  file: join(folder, `${id}.mjs`),
  environment: { TABLE: 'core' },
  memory: 64,
  timeout: id === 'Hangs' ? 0.05 : 20,
  ...(id === 'Counter' && { concurrency: 1 }),
});

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'functions-'));
  for (const [id, source] of Object.entries(bundles))
    writeFileSync(join(folder, `${id}.mjs`), source);
});

beforeEach(() => {
  output = '';
  host = createWorkerHost({
    functions: Object.keys(bundles).map(define),
    endpoint: 'http://127.0.0.1:1234',
    region: 'us-east-1',
    shared: clock.shared,
    write(chunk) {
      output += chunk;
      written?.();
    },
  });
});

afterEach(() => host.close());
afterAll(() => rmSync(folder, { recursive: true }));

describe('a function', () => {
  it('answers what JSON can carry', async () => {
    const payload = { at: new Date(0), list: [1, null] };
    expect(await host.invoke('Echo', payload)).toEqual({
      event: { at: '1970-01-01T00:00:00.000Z', list: [1, null] },
    });
  });

  it('answers null when it returns nothing', async () => {
    expect(await host.invoke('Silent', {})).toBeNull();
  });

  it('sees its own environment and nothing of this machine', async () => {
    expect(await host.invoke('Env', {})).toEqual({
      TABLE: 'core',
      AWS_LAMBDA_FUNCTION_NAME: 'stack-Env',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '64',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'Env',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1234',
    });
  });

  it('learns its name, its request and the time it has left', async () => {
    const context = (await host.invoke('Context', {})) as Record<string, unknown>;
    expect(context).toMatchObject({
      functionName: 'stack-Context',
      awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      memoryLimitInMB: '64',
    });
    expect(context.left).toBeGreaterThan(15_000);
    expect(context.left).toBeLessThanOrEqual(20_000);
    expect(context.left).toSatisfy(Number.isInteger);
  });

  it('lives in virtual time, from its first line on', async () => {
    clock.advanceTo(Date.now() + 90 * 86_400_000);
    const time = (await host.invoke('Time', {})) as Record<string, number>;
    for (const instant of [time.loadedAt, time.now, time.made, Date.parse(String(time.text)) + 999])
      expect(Math.abs((instant ?? 0) - clock.now())).toBeLessThan(5_000);
    expect(time).toMatchObject({ given: 5, isDate: true, parsed: 1_000 });
  });

  it('does not exist unless it was defined', async () => {
    await expect(host.invoke('Nobody', {})).rejects.toThrow('There is no function Nobody');
  });
});

describe('a failing function', () => {
  it('fails its invocation with the error it threw', async () => {
    const failure = (await host.invoke('Throws', {}).catch((error) => error)) as Error;
    expect(failure).toMatchObject({ name: 'TypeError', message: 'no such thing' });
    expect(failure.stack).toContain('Throws.mjs');
  });

  it('is stopped when its time is over, and starts afresh', async () => {
    await expect(host.invoke('Hangs', 'hang')).rejects.toThrow('Task timed out after 0.05 seconds');
    expect(await host.invoke('Hangs', 'again')).toBe('fine');
  });

  it('may exit: the next invocation starts afresh', async () => {
    await expect(host.invoke('Exits', 'exit')).rejects.toThrow('Exited with code 3');
    expect(await host.invoke('Exits', 'again')).toBe('fine');
  });

  it('may run out of memory: the next invocation starts afresh', async () => {
    await expect(host.invoke('Eats', 'eat')).rejects.toThrow('memory');
    expect(await host.invoke('Eats', 'again')).toBe('fine');
  });

  it('that cannot start fails every invocation', async () => {
    for (const _time of ['once', 'twice', 'once more than there are places in the pool'])
      await expect(host.invoke('Broken', {})).rejects.toThrow('cannot start');
  });

  it('does not keep those who wait behind it waiting', async () => {
    const [, , third] = await Promise.allSettled([
      host.invoke('Exits', 'exit'),
      host.invoke('Exits', 'exit'),
      host.invoke('Exits', 'third in line'),
    ]);
    expect(third).toEqual({ status: 'fulfilled', value: 'fine' });
  });
});

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
    const logged = new Promise<void>((resolve) => (written = resolve));
    await host.invoke('Logs', {});
    await logged;
    expect(output).toBe('hello\n');
    expect(host.stats().Logs?.logBytes).toBe(6);
  });
});
