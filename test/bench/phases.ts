// The phases of the bench, one after the other on one test bed: a flood of batches, a flood of single
// events, and a calm of single events at a rate below what the flood drained at.
import type { FunctionDefinition } from '../../infra/local/function-host.ts';
import type { Bed } from './bed.ts';
import { batches, introductions, singles } from './calls.ts';
import { type Cost, costOfMillion } from './cost.ts';
import type { Options } from './options.ts';
import { type Measured, measure, type Phase, settled } from './phase.ts';
import { cpuByOwner, type Owners, startProfile } from './profiling.ts';
import { calm, flood } from './traffic.ts';

export interface PhaseResult extends Measured {
  readonly cost: Cost;
  /** Handler CPU, milliseconds per mail, by whose code it was; only if asked for. */
  readonly owners?: Owners;
}

export async function runPhases(
  bed: Bed,
  definitions: readonly FunctionDefinition[],
  { events, rate, seconds, profile }: Options,
): Promise<PhaseResult[]> {
  const { runtime } = bed;
  const people = Array.from({ length: events }, (_, person) => person);
  const sendAll: Phase['send'] = (calls) => flood(runtime, calls);

  const run = async (phase: Phase): Promise<PhaseResult> => {
    note(phase.name);
    if (profile) await startProfile(runtime, definitions);
    const measured = await measure(bed, phase);
    const { reading } = measured;
    const owners = profile ? { owners: await cpuByOwner(runtime, definitions, reading) } : {};
    return { ...measured, cost: costOfMillion(reading, measured.events, definitions), ...owners };
  };

  note('making contacts');
  await sendAll(introductions(people));
  await settled(bed);
  const batched = await run({ name: 'batched', calls: batches(people), send: sendAll });
  const single = await run({ name: 'single', calls: singles(people), send: sendAll });
  const calmRate = rate ?? Math.max(1, Math.floor(single.mailsPerSecond / 2));
  const steady = await run({
    name: `single, ${calmRate}/s`,
    calls: singles(people.slice(0, calmRate * seconds)),
    send: (calls) => calm(runtime, calls, calmRate),
  });
  return [batched, single, steady];
}

/** Progress goes where it does not disturb the result. */
const note = (text: string): void => void process.stderr.write(`${text} …\n`);
