// The phases of the bench, one after the other on one test bed: a flood of batches, a flood of single
// events, and a calm of single events at a rate below what the flood drained at.
import { functionDefinitions } from '../../infra/local/deployment.ts';
import { loadAssembly } from '../../infra/local/template.ts';
import { pricesAsOf } from '../../infra/price.ts';
import type { Bed } from './bed.ts';
import { batches, introductions, singles } from './calls.ts';
import { type Cost, costOfMillion } from './cost.ts';
import type { Options } from './options.ts';
import { type Measured, measure, type Phase, settled } from './phase.ts';
import { calm, flood } from './traffic.ts';

export interface Result {
  readonly node: string;
  readonly pricesAsOf: string;
  readonly phases: readonly (Measured & { readonly cost: Cost })[];
}

export async function runPhases(bed: Bed, assembly: string, options: Options): Promise<Result> {
  const { runtime } = bed;
  const place = { region: 'us-east-1', account: '000000000000', publicUrl: runtime.url };
  const definitions = functionDefinitions(loadAssembly(assembly, place), assembly);
  const people = Array.from({ length: options.events }, (_, person) => person);
  const run = async (phase: Phase) => {
    note(phase.name);
    const measured = await measure(bed, phase);
    return { ...measured, cost: costOfMillion(measured.reading, measured.events, definitions) };
  };
  const sendAll: Phase['send'] = (calls) => flood(runtime, calls);

  note('making contacts');
  await flood(runtime, introductions(people));
  await settled(bed);
  const batched = await run({ name: 'batched', calls: batches(people), send: sendAll });
  const single = await run({ name: 'single', calls: singles(people), send: sendAll });
  const rate = options.rate ?? Math.max(1, Math.floor(single.mailsPerSecond / 2));
  const some = people.slice(0, rate * options.seconds);
  const steady = await run({
    name: `single, ${rate}/s`,
    calls: singles(some),
    send: (calls) => calm(runtime, calls, rate),
  });
  return { node: process.version, pricesAsOf, phases: [batched, single, steady] };
}

/** Progress goes where it does not disturb the result. */
const note = (text: string): void => void process.stderr.write(`${text} …\n`);
