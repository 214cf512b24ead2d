// Sends what the API does not have yet of a file, a few parts at a time, and waits until all of it is worked off.
import { setTimeout as pause } from 'node:timers/promises';
import type { Surroundings } from './command.ts';
import type { Connection } from './connection.ts';
import { recordsIn } from './file-records.ts';
import { type Part, partsOf } from './parts.ts';
import type { Written } from './records.ts';

export interface Imported {
  readonly id: string;
  readonly state: string;
  readonly because?: string;
  readonly parts: number;
  readonly partsDone: number;
  readonly rows: number;
  readonly results: Readonly<Record<string, number>>;
  /** Milliseconds since 1970. */
  readonly finishedAt?: number;
}

type Working = Pick<Surroundings, 'say' | 'progress'> & { readonly connection: Connection };

interface Sending {
  readonly id: string;
  readonly path: string;
  readonly written: Written;
}

/** Parts on their way at once. More are not read before one of them has arrived. */
const atOnce = 4;

export async function upload(
  { say, progress, connection }: Working,
  { id, path, written }: Sending,
): Promise<void> {
  const address = `/api/imports/${id}`;
  const { parts } = await connection.ask<{ parts: number[] }>('GET', `${address}/missing`);
  const missing = new Set(parts);
  if (missing.size === 0) return;
  const { parts: all } = await connection.ask<Imported>('GET', address);
  if (missing.size < all) say(`${all - missing.size} of ${all} parts are there already.`);
  const send = async ({ number, ...part }: Part) => {
    await connection.ask('PUT', `${address}/parts/${number}`, part);
    missing.delete(number);
    progress(`${all - missing.size} of ${all} parts sent`);
  };
  const wanted = partsOf(recordsIn(path, written));
  const next = async (): Promise<void> => {
    for (;;) {
      const { value: part, done } = await wanted.next();
      if (done) return;
      if (missing.has(part.number)) await send(part);
    }
  };
  // Asked in turn, a generator answers each with the part that follows.
  await Promise.all(Array.from({ length: atOnce }, next));
}

const between = 1_000;

export async function waitUntilDone(
  { progress, connection }: Working,
  id: string,
): Promise<Imported> {
  for (;;) {
    const found = await connection.ask<Imported>('GET', `/api/imports/${id}`);
    progress(`${found.rows} rows worked off, ${found.partsDone} of ${found.parts} parts`);
    if (found.state !== 'running') {
      progress('');
      return found;
    }
    await pause(between);
  }
}
