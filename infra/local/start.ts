// `npm start`: the product on this machine. PORT and DATA_DIR say where; --empty leaves out the samples.
import { welcome } from './first-steps.ts';
import { startRuntime } from './runtime.ts';

const runtime = await startRuntime({
  port: Number(process.env.PORT ?? 4400),
  dataDir: process.env.DATA_DIR ?? '.local',
  empty: process.argv.includes('--empty'),
});
console.log(welcome(runtime.url, runtime));

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void runtime.close().then(() => process.exit(0)));
