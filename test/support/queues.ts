// Queues in memory (or in a file) under a clock that tests move by hand.
import { openQueues, type Queues } from '../../infra/local/queue.ts';

export const second = 1_000;
const day = 86_400;

interface TestClock {
  now: number;
}

/** `work` gives up after two receives and sends to `dead`; `slow` delays by a minute. */
export function testQueues(clock: TestClock, file = ':memory:'): Queues {
  const queues = openQueues(file, () => clock.now);
  const usual = { visibilityTimeout: 30, delay: 0, retention: 4 * day };
  queues.create({ ...usual, name: 'dead', retention: 14 * day });
  queues.create({ ...usual, name: 'work', deadLetter: { queue: 'dead', maxReceiveCount: 2 } });
  queues.create({ ...usual, name: 'slow', delay: 60 });
  return queues;
}
