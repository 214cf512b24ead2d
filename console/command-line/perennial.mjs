#!/usr/bin/env node
// `npx perennial`: hands on to the Node that this repository brings along, whatever Node the machine has.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));

function ownNode() {
  try {
    return join(dirname(require.resolve('node/package.json')), 'bin', 'node');
  } catch {
    console.error('Run `npm ci` first: Perennial brings the Node that it needs along.');
    process.exit(1);
  }
}

const child = spawn(ownNode(), [join(here, 'main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
// Who interrupts is heard by both, and the other one says what there is to say.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
