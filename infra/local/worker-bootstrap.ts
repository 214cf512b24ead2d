// Runs inside a worker thread: puts virtual time in place, loads the bundle, answers one invocation at
// a time. It measures what the handler itself costs.
import { parentPort, workerData } from 'node:worker_threads';
import { readOffset } from './clock.ts';
import { virtualDate } from './virtual-date.ts';
import type { Answer, Fault, Invocation, WorkerSettings } from './worker-messages.ts';

const settings = workerData as WorkerSettings;
const realNow = Date.now;

// Before the bundle is loaded: it may keep Date from its first line on.
globalThis.Date = virtualDate(() => realNow() + readOffset(settings.shared));

const began = performance.now();
const { handler } = await import(settings.file);
tell({ kind: 'ready', init: performance.now() - began });
parentPort?.on('message', async (invocation: Invocation) => tell(await run(invocation)));

async function run({ requestId, payload }: Invocation): Promise<Answer> {
  const cpuBefore = process.threadCpuUsage();
  const start = performance.now();
  const cost = () => {
    const { user, system } = process.threadCpuUsage(cpuBefore);
    return { cpu: (user + system) / 1000, duration: performance.now() - start };
  };
  try {
    const result = await handler(JSON.parse(payload), context(requestId, start));
    const json = JSON.stringify(result);
    return { kind: 'answer', ...cost(), result: json };
  } catch (error) {
    return { kind: 'answer', ...cost(), fault: faultOf(error) };
  }
}

const context = (awsRequestId: string, start: number) => ({
  awsRequestId,
  functionName: settings.name,
  functionVersion: '$LATEST',
  invokedFunctionArn: settings.arn,
  memoryLimitInMB: String(settings.memory),
  getRemainingTimeInMillis: () =>
    Math.max(0, Math.floor(settings.timeout * 1000 - (performance.now() - start))),
});

function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  return stack ? { name, message, stack } : { name, message };
}

function tell(message: Answer | { kind: 'ready'; init: number }): void {
  parentPort?.postMessage(message);
}
