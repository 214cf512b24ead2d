// `npm start`: the product on this machine. PORT and DATA_DIR say where; --empty leaves out the samples.
import { welcome } from './first-steps.ts';
import { startRuntime } from './runtime.ts';

const port = Number(process.env.PORT ?? 4400);
const dataDir = process.env.DATA_DIR ?? '.local';
const empty = process.argv.includes('--empty');

try {
  const runtime = await startRuntime({ port, dataDir, empty });
  console.log(welcome(runtime.url, runtime));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void runtime.close().then(() => process.exit(0)));
} catch (error) {
  const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(isTaken ? `Port ${port} is taken. Choose another: PORT=4401 npm start` : error);
  process.exit(1);
}
