// `npm run bench`: drives the local runtime with events that each send one mail, and prints what that
// takes in time, CPU, memory and money. See docs/performance.md for what the numbers mean.
import { synthesize } from '../../infra/assembly.ts';
import { openBed } from './bed.ts';
import { readOptions } from './options.ts';
import { runPhases } from './phases.ts';
import { report } from './report.ts';

const options = readOptions(process.argv.slice(2));
const assembly = await synthesize();
const bed = await openBed(assembly);
try {
  const result = await runPhases(bed, assembly, options);
  console.log(options.json ? JSON.stringify(result, undefined, 2) : report(result));
} finally {
  await bed.close();
}
