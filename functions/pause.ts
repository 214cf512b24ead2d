// Waiting at the edge: the only place where time is spent on purpose.
import { setTimeout } from 'node:timers/promises';

/** At once when the moment has passed. */
export const pause = async (time: number): Promise<void> => {
  if (time > 0) await setTimeout(Math.ceil(time));
};
