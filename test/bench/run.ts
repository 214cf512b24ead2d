// `npm run bench`: drives the local runtime with events that each send one mail, and prints what that
// takes in time, CPU, memory and money. See docs/performance.md for what the numbers mean.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../../infra/assembly.ts';
import { functionDefinitions } from '../../infra/local/deployment.ts';
import { loadAssembly } from '../../infra/local/template.ts';
import { pricesAsOf } from '../../infra/price.ts';
import { openBed } from './bed.ts';
import { coldStarts } from './cold-starts.ts';
import { type Options, readOptions } from './options.ts';
import { runPhases } from './phases.ts';
import { profiledAssembly } from './profiled-assembly.ts';
import { type Result, report } from './report.ts';

const region = 'us-east-1';
const account = '000000000000';

async function bench(assembly: string, options: Options): Promise<Result> {
  const bed = await openBed(assembly);
  const { url: publicUrl } = bed.runtime;
  const place = { region, account, publicUrl };
  const resources = loadAssembly(assembly, place);
  const definitions = functionDefinitions(resources, assembly);
  try {
    const phases = await runPhases(bed, definitions, options).finally(bed.stop);
    const parts = { resources, place, assembly, dataDir: bed.folder };
    const cold = options.profile ? [] : await coldStarts(parts, bed.runtime);
    return { node: process.version, pricesAsOf, region, phases, coldStarts: cold };
  } finally {
    await bed.remove();
  }
}

const options = readOptions(process.argv.slice(2));
const folder = await mkdtemp(join(tmpdir(), 'perennial-bench-assembly-'));
try {
  const plain = await synthesize();
  const assembly = options.profile ? await profiledAssembly(plain, folder) : plain;
  const result = await bench(assembly, options);
  console.log(options.json ? JSON.stringify(result, undefined, 2) : report(result));
} finally {
  await rm(folder, { recursive: true });
}
