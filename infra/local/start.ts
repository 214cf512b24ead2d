// `npm start`: the product on this machine. PORT and DATA_DIR say where; --empty leaves out the samples.
import { welcome } from './first-steps.ts';
import { startRuntime } from './runtime.ts';

const port = Number(process.env.PORT ?? 4400);
const dataDir = process.env.DATA_DIR ?? '.local';
const empty = process.argv.includes('--empty');

try {
  const runtime = await startRuntime({ port, dataDir, empty });
  console.log(welcome(runtime.url, runtime, { empty }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void runtime.close().then(() => process.exit(0)));
} catch (error) {
  console.error(inWords(error as NodeJS.ErrnoException));
  process.exit(1);
}

/** What the person who started it can change is said in a line; anything else keeps its stack. */
function inWords(error: NodeJS.ErrnoException): unknown {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken. Choose another: PORT=4401 npm start`;
  if (error.code === 'ERR_SOCKET_BAD_PORT')
    return `PORT must be a number up to 65535, not ${process.env.PORT}`;
  if (error.syscall === 'mkdir' || error.syscall === 'open')
    return `DATA_DIR ${dataDir} cannot be used: ${error.message}`;
  return error.message.includes('DATA_DIR') ? error.message : error;
}
