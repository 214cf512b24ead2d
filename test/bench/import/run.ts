// `npm run bench:import -- --rows 1000000`: the command line imports a file into the local runtime. Tells rows a second
// and the peak memory of the client, which must not grow with the file.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { RuntimeProcess } from '../../support/runtime-process.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '20000' },
    'no-wait': { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
});
const count = Number(values.rows);
const folder = await mkdtemp(join(tmpdir(), 'perennial-import-'));
const path = join(folder, 'contacts.csv');
await writeRows(path, count);
const { size } = await stat(path);

const runtime = new RuntimeProcess(join(folder, 'data'), ['--empty']);
await runtime.start();
const { adminToken } = await runtime.get<{ adminToken: string }>('/_local/token');

const start = performance.now();
const client = importing(path, adminToken);
const exited = once(client, 'exit');
let peak = 0;
const watching = setInterval(() => {
  peak = Math.max(peak, peakOf(client));
}, 250);
const [code] = await exited;
clearInterval(watching);
const seconds = (performance.now() - start) / 1_000;
await runtime.kill();
await rm(folder, { recursive: true });
console.log(
  `${count} rows (${(size / 1e6).toFixed(1)} MB) in ${seconds.toFixed(0)} s: ${(count / seconds).toFixed(0)} rows/s; client's peak memory ${peak} MB; exit code ${code}`,
);

function importing(file: string, token: string): ChildProcess {
  const main = join(import.meta.dirname, '../../../console/command-line/main.ts');
  const flags = [
    ...(values['no-wait'] ? ['--no-wait'] : []),
    ...(values['dry-run'] ? ['--dry-run'] : []),
  ];
  return spawn(process.execPath, [main, 'import', file, ...flags], {
    env: { ...process.env, PERENNIAL_URL: runtime.url, PERENNIAL_TOKEN: token },
    stdio: 'inherit',
  });
}

/** In megabytes, as Linux counts it; 0 where nobody knows. */
function peakOf({ pid }: ChildProcess): number {
  try {
    const [, kilobytes = '0'] =
      /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1_024);
  } catch {
    return 0;
  }
}

async function writeRows(to: string, rows: number): Promise<void> {
  const file = createWriteStream(to);
  file.write('Email,First Name,Last Name,City,Age,Joined,Tags\r\n');
  for (let row = 0; row < rows; row += 1) {
    const cells = `person-${row}@example.com,"Ann ""${row % 97}""",Łukasiewicz,Kraków,${row % 80},2025-01-${10 + (row % 20)},a|b`;
    if (!file.write(`${cells}\r\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}
