// Waiting in virtual time: whoever waits is woken in order, and the clock moves to where he wanted to be. It moves only
// when the others have had their turn, so that work which takes no time is done at the moment at which it began.
import { setImmediate } from 'node:timers/promises';
import { vi } from 'vitest';
import type { Pause } from '../../functions/ports.ts';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Turns of the event loop in which somebody may still be at work. */
const turns = 50;

const sleepers: Sleeper[] = [];
let isRunning = false;

/** For a world whose `Date` is a test's: one clock for all who wait. */
export const virtualPause: Pause = async (time) => {
  if (!(time > 0)) return;
  await new Promise<void>((wake) => {
    sleepers.push({ at: Date.now() + Math.ceil(time), wake });
    if (!isRunning) void run();
  });
};

async function run(): Promise<void> {
  isRunning = true;
  while (sleepers.length > 0) {
    for (let turn = 0; turn < turns; turn += 1) await setImmediate();
    const [first] = sleepers.sort((one, other) => one.at - other.at).splice(0, 1);
    if (!first) continue;
    vi.setSystemTime(Math.max(Date.now(), first.at));
    first.wake();
  }
  isRunning = false;
}
