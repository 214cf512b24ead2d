// The virtual clock of a data folder: what it was advanced by survives a restart.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Clock, createClock, readOffset } from './clock.ts';

const kept = z.object({ offset: z.number().int().min(0) });

/** Without a folder nothing is kept. */
export function openClock(folder: string | undefined): Clock {
  if (folder === undefined) return createClock();
  const file = join(folder, 'clock.json');
  const { offset } = existsSync(file) ? kept.parse(JSON.parse(readFileSync(file, 'utf8'))) : none;
  const clock = createClock(offset);
  return {
    ...clock,
    advanceTo(instant) {
      clock.advanceTo(instant);
      writeFileSync(`${file}.new`, JSON.stringify({ offset: readOffset(clock.shared) }));
      renameSync(`${file}.new`, file);
    },
  };
}

const none = { offset: 0 };
