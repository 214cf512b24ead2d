// Takes the functions' own profiles after a phase, and tells milliseconds of CPU per mail by owner.
import { readFile } from 'node:fs/promises';
import type { Profiler } from 'node:inspector/promises';
import type { FunctionDefinition } from '../../infra/local/function-host.ts';
import type { Runtime } from '../../infra/local/runtime.ts';
import { takeProfile } from './profiled-handler.ts';
import type { Reading } from './reading.ts';
import { ownersOf } from './whose.ts';

export type Owners = Readonly<Record<string, number>>;

/** Workers of one function; both must be asked, and asking both at once is what reaches them. */
const workers = 2;

const take = ({ host }: Runtime, id: string) =>
  Promise.all(
    Array.from(
      { length: workers },
      () => host.invoke(id, takeProfile) as Promise<Profiler.Profile>,
    ),
  );

/** Forgets what was seen so far. */
export async function startProfile(
  runtime: Runtime,
  definitions: readonly FunctionDefinition[],
): Promise<void> {
  for (const { id } of definitions) await take(runtime, id);
}

/**
 * A profile's clock also runs while a thread waits for a core, so only its proportions are used: they
 * divide the CPU time that was measured.
 */
export async function cpuByOwner(
  runtime: Runtime,
  definitions: readonly FunctionDefinition[],
  { functions, meter }: Reading,
): Promise<Owners> {
  const total: Record<string, number> = {};
  for (const { id, file } of definitions) {
    const bundle = await readFile(file, 'utf8');
    const profiles = await take(runtime, id);
    const times = profiles.flatMap((profile) => [...ownersOf(profile, bundle)]);
    const all = times.reduce((sum, [, time]) => sum + time, 0);
    const cpu = (functions[id]?.cpu ?? 0) / meter.mails.recipients;
    for (const [owner, time] of times) total[owner] = (total[owner] ?? 0) + (cpu * time) / all;
  }
  return Object.fromEntries(Object.entries(total).sort(([, a], [, b]) => b - a));
}
