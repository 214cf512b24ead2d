import { beforeEach, describe, expect, it } from 'vitest';
import { MessageNotInflight, type Queues } from '../../../infra/local/queue.ts';
import { second, testQueues } from '../../support/queues.ts';

const clock = { now: 0 };
let queues: Queues;

const bodies = (queue: string, max = 10) => queues.receive(queue, max).map(({ body }) => body);

const receive = (queue: string) => {
  const [message] = queues.receive(queue, 1);
  if (!message) throw new Error(`${queue} has nothing to receive`);
  return message;
};

beforeEach(() => {
  clock.now = 1_000_000;
  queues = testQueues(clock);
});

describe('a message', () => {
  it('is received with its id, its age and how often it was received', () => {
    const [id] = queues.send('work', [{ body: 'a' }]);
    const sentAt = clock.now;
    clock.now += second;
    const [message] = queues.receive('work', 10);
    expect(message).toEqual({
      id,
      receiptHandle: expect.any(String),
      body: 'a',
      receiveCount: 1,
      sentAt,
      firstReceivedAt: clock.now,
    });
  });

  it('is hidden while it is in flight, and returns when its visibility timeout ends', () => {
    queues.send('work', [{ body: 'a' }]);
    const first = clock.now;
    queues.receive('work', 10);
    clock.now += 30 * second - 1;
    expect(bodies('work')).toEqual([]);
    clock.now += 1;
    expect(queues.receive('work', 10)).toMatchObject([{ receiveCount: 2, firstReceivedAt: first }]);
  });

  it('is gone when it was deleted', () => {
    queues.send('work', [{ body: 'a' }]);
    queues.delete('work', [receive('work').receiptHandle]);
    clock.now += 60 * second;
    expect(bodies('work')).toEqual([]);
    expect(queues.counts('work')).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  it('stays when it is deleted by a receipt handle older than its latest', () => {
    queues.send('work', [{ body: 'a' }]);
    const stale = receive('work').receiptHandle;
    clock.now += 30 * second;
    queues.receive('work', 1);
    queues.delete('work', [stale, 'not-a-handle']);
    expect(queues.counts('work').inFlight).toBe(1);
  });

  it('can be hidden for longer, and shown at once', () => {
    queues.send('work', [{ body: 'a' }]);
    const { receiptHandle } = receive('work');
    queues.changeVisibility('work', receiptHandle, 100);
    clock.now += 99 * second;
    expect(bodies('work')).toEqual([]);
    queues.changeVisibility('work', receiptHandle, 0);
    expect(bodies('work')).toEqual(['a']);
  });

  it('cannot be hidden once it is visible again', () => {
    queues.send('work', [{ body: 'a' }]);
    const { receiptHandle } = receive('work');
    clock.now += 30 * second;
    expect(() => queues.changeVisibility('work', receiptHandle, 5)).toThrow(MessageNotInflight);
  });

  it('expires when its retention ends', () => {
    queues.send('work', [{ body: 'a' }]);
    clock.now += 4 * 86_400 * second;
    expect(bodies('work')).toEqual([]);
  });
});

describe('a delay', () => {
  it('keeps a message back', () => {
    queues.send('work', [{ body: 'later', delay: 900 }]);
    clock.now += 900 * second - 1;
    expect(bodies('work')).toEqual([]);
    clock.now += 1;
    expect(bodies('work')).toEqual(['later']);
  });

  it('comes from the queue unless the message has its own', () => {
    queues.send('slow', [{ body: 'as the queue says' }, { body: 'at once', delay: 0 }]);
    expect(bodies('slow')).toEqual(['at once']);
    clock.now += 60 * second;
    expect(bodies('slow')).toContain('as the queue says');
  });

  it.each([901, -1])('of %i seconds is refused, and nothing of the batch is sent', (delay) => {
    expect(() => queues.send('work', [{ body: 'a' }, { body: 'b', delay }])).toThrow(RangeError);
    expect(queues.counts('work').visible).toBe(0);
  });
});

describe('messages', () => {
  it('come in the order in which they became visible', () => {
    queues.send('work', [{ body: 'third', delay: 20 }, { body: 'first' }, { body: 'fourth' }]);
    queues.send('work', [{ body: 'second', delay: 10 }]);
    expect(bodies('work', 1)).toEqual(['first']);
    clock.now += 20 * second;
    expect(bodies('work')).toEqual(['fourth', 'second', 'third']);
  });

  it('come no more than asked for', () => {
    queues.send('work', [{ body: 'a' }, { body: 'b' }, { body: 'c' }]);
    expect(bodies('work', 2)).toEqual(['a', 'b']);
  });

  it('are counted as visible, in flight and delayed', () => {
    queues.send('work', [{ body: 'a' }, { body: 'b' }, { body: 'c' }, { body: 'd', delay: 5 }]);
    queues.receive('work', 1);
    expect(queues.counts('work')).toEqual({ visible: 2, inFlight: 1, delayed: 1 });
  });

  it('tell the next instant at which one becomes visible, in any queue', () => {
    expect(queues.nextVisibleAt()).toBeUndefined();
    queues.send('slow', [{ body: 'in a minute' }]);
    expect(queues.nextVisibleAt()).toBe(clock.now + 60 * second);
    queues.send('work', [{ body: 'now' }]);
    queues.receive('work', 1);
    expect(queues.nextVisibleAt()).toBe(clock.now + 30 * second);
  });

  it('wake those who listen', () => {
    const woken: string[] = [];
    queues.onSend((queue) => woken.push(queue));
    queues.send('work', [{ body: 'a' }]);
    expect(woken).toEqual(['work']);
  });

  it('have nowhere to go without a queue', () => {
    expect(() => queues.send('nowhere', [{ body: 'a' }])).toThrow('no queue named nowhere');
  });
});
