import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEventSource, type EventSource } from '../../../infra/local/event-source.ts';
import type { Queues } from '../../../infra/local/queue.ts';
import { second, testQueues } from '../../support/queues.ts';

interface Payload {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}
type Answer = (payload: Payload) => unknown;

const clock = { now: 0 };
let queues: Queues;
let source: EventSource;
let batches: string[][];
let running: number;
let most: number;

/** Each batch is written down, then answered. */
function map(answer: Answer, more: object = {}) {
  const invoke = async (_function: string, payload: unknown) => {
    batches.push((payload as Payload).Records.map(({ body }) => body));
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    return answer(payload as Payload);
  };
  const mapping = {
    queue: 'work',
    queueArn: 'arn:aws:sqs:us-east-1:000000000000:work',
    functionId: 'Worker',
    batchSize: 2,
    window: 0,
    concurrency: 1,
    reportsFailures: true,
    ...more,
  };
  source = createEventSource(mapping, { queues, host: { invoke } });
}

const send = (...bodies: string[]) =>
  queues.send(
    'work',
    bodies.map((body) => ({ body })),
  );
const failing =
  (...wanted: string[]) =>
  ({ Records }: Payload) => ({
    batchItemFailures: Records.filter(({ body }) => wanted.includes(body)).map(({ messageId }) => ({
      itemIdentifier: messageId,
    })),
  });
const fine: Answer = () => undefined;

beforeEach(() => {
  clock.now = 1_000_000;
  queues = testQueues(clock);
  batches = [];
  running = 0;
  most = 0;
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  source.close();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a batch', () => {
  it('is deleted when the function answers', async () => {
    map(fine);
    send('a', 'b', 'c');
    await source.drain();
    expect(batches).toEqual([['a', 'b'], ['c']]);
    expect(queues.counts('work')).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  it('keeps only what the function says has failed, hidden until the timeout ends', async () => {
    map(failing('b'), { batchSize: 10 });
    send('a', 'b', 'c');
    await source.drain();
    expect(queues.counts('work')).toEqual({ visible: 0, inFlight: 1, delayed: 0 });
    clock.now += 30 * second;
    expect(queues.counts('work').visible).toBe(1);
    await source.drain();
    expect(batches).toEqual([['a', 'b', 'c'], ['b']]);
  });

  it('stays whole when the function throws', async () => {
    map(() => Promise.reject(new Error('bug')));
    send('a', 'b');
    await source.drain();
    expect(queues.counts('work')).toEqual({ visible: 0, inFlight: 2, delayed: 0 });
    expect(console.error).toHaveBeenCalledOnce();
  });

  it('stays whole when the function names a message that it was not given', async () => {
    map(() => ({ batchItemFailures: [{ itemIdentifier: 'someone else' }] }));
    send('a', 'b');
    await source.drain();
    expect(queues.counts('work').inFlight).toBe(2);
  });

  it('is deleted whole, whatever the answer, when the mapping asks for no failures', async () => {
    map(failing('a'), { reportsFailures: false });
    send('a', 'b');
    await source.drain();
    expect(queues.counts('work').inFlight).toBe(0);
  });

  it('goes to the dead-letter queue in the end, and nobody waits for it', async () => {
    map(failing('poison'));
    send('poison');
    for (let time = 0; time < 3; time += 1) {
      await source.drain();
      clock.now += 30 * second;
    }
    expect(batches).toHaveLength(2);
    expect(queues.counts('dead').visible).toBe(1);
    expect(source.busy()).toBe(false);
  });

  it('runs beside others up to the concurrency', async () => {
    map(fine, { batchSize: 1, concurrency: 2 });
    send('a', 'b', 'c', 'd');
    await source.drain();
    expect(most).toBe(2);
    expect(batches).toHaveLength(4);
  });
});

describe('a message', () => {
  it('starts its function without being asked for', async () => {
    const taken = Promise.withResolvers<Payload>();
    map(async (payload) => taken.resolve(payload));
    send('a');
    expect((await taken.promise).Records).toMatchObject([{ body: 'a' }]);
  });

  it('for another queue is left alone', async () => {
    map(fine);
    queues.send('dead', [{ body: 'x' }]);
    await source.drain();
    expect(batches).toEqual([]);
  });
});

describe('a batching window', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    map(fine, { window: 5 });
  });

  it('waits for more', async () => {
    send('a');
    await vi.advanceTimersByTimeAsync(4_999);
    expect(batches).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(batches).toEqual([['a']]);
  });

  it('ends as soon as the batch is full', async () => {
    send('a');
    await vi.advanceTimersByTimeAsync(1_000);
    send('b');
    await vi.advanceTimersByTimeAsync(0);
    expect(batches).toEqual([['a', 'b']]);
  });

  it('does not hold up draining', async () => {
    send('a');
    await source.drain();
    expect(batches).toEqual([['a']]);
  });
});

describe('a source that is disabled', () => {
  it('leaves messages where they are, and takes them once it is enabled', async () => {
    map(fine);
    source.disable();
    send('a');
    await source.drain();
    expect(queues.counts('work').visible).toBe(1);
    source.enable();
    await source.drain();
    expect(batches).toEqual([['a']]);
  });
});
