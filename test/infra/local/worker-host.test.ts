// Functions in workers: what they see, what they answer, and that a failing one takes no other with it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkers, type Workers } from '../../support/worker-host.ts';

const sources = {
  Echo: `export const handler = async (event) => ({ event, none: undefined });`,
  Silent: `export const handler = async () => {};`,
  Env: `export const handler = async () => ({ ...process.env });`,
  Context: `export const handler = async (_, context) => ({ ...context, left: context.getRemainingTimeInMillis() });`,
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
};

let workers: Workers;
let host: Workers['host'];
beforeEach(() => {
  workers = openWorkers(sources, { Hangs: { timeout: 0.05 } });
  host = workers.host;
});
afterEach(() => workers.close());

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
    const { clock } = workers;
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
