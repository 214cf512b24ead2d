import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Queues } from '../../../infra/local/queue.ts';
import { second, testQueues } from '../../support/queues.ts';

const clock = { now: 0 };
let queues: Queues;

const bodies = (queue: string, max = 10) => queues.receive(queue, max).map(({ body }) => body);

beforeEach(() => {
  clock.now = 1_000_000;
  queues = testQueues(clock);
});

describe('the dead-letter queue', () => {
  const receiveOften = (times: number) => {
    for (let time = 0; time < times; time += 1) {
      queues.receive('work', 10);
      clock.now += 30 * second;
    }
  };

  it('gets a message when it would be received once too often', () => {
    const [id] = queues.send('work', [{ body: 'poison' }]);
    receiveOften(2);
    expect(queues.counts('dead').visible).toBe(0);
    expect(bodies('work')).toEqual([]);
    expect(queues.counts('work')).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    expect(queues.receive('dead', 1)).toMatchObject([{ id, body: 'poison', receiveCount: 1 }]);
  });

  it('does not hold up the messages behind it', () => {
    queues.send('work', [{ body: 'poison' }, { body: 'poison too' }]);
    receiveOften(2);
    queues.send('work', [{ body: 'good' }]);
    expect(bodies('work', 1)).toEqual(['good']);
    expect(queues.counts('dead').visible).toBe(2);
  });

  it('wakes those who listen', () => {
    const woken: string[] = [];
    queues.send('work', [{ body: 'poison' }]);
    receiveOften(2);
    queues.onSend((queue) => woken.push(queue));
    queues.receive('work', 1);
    expect(woken).toEqual(['dead']);
  });
});

describe('a restart', () => {
  it('keeps what was sent and releases what was in flight, but not what is delayed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'queues-'));
    const file = join(folder, 'queues.sqlite');
    queues = testQueues(clock, file);
    queues.send('work', [{ body: 'in flight' }, { body: 'waiting' }, { body: 'late', delay: 60 }]);
    queues.receive('work', 1);
    queues.close();
    clock.now += second;

    queues = testQueues(clock, file);
    queues.releaseInFlight();
    expect(queues.counts('work')).toEqual({ visible: 2, inFlight: 0, delayed: 1 });
    expect(queues.receive('work', 10)).toMatchObject([
      { body: 'waiting', receiveCount: 1 },
      { body: 'in flight', receiveCount: 1 },
    ]);
    queues.close();
    rmSync(folder, { recursive: true });
  });

  it('is not held against what was in flight, however often it comes', () => {
    queues.send('work', [{ body: 'fine' }]);
    for (let restart = 0; restart < 5; restart += 1) {
      expect(bodies('work')).toEqual(['fine']);
      queues.releaseInFlight();
    }
    expect(queues.counts('dead').visible).toBe(0);
  });
});
