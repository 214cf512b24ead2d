// One worker thread with one function in it: a Lambda execution environment. It runs one invocation at a
// time, and once it has died it stays dead.
import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type FunctionDefinition, FunctionFailed, type FunctionStats } from './function-host.ts';
import type { Answer, Ready, WorkerSettings } from './worker-messages.ts';

export interface Surroundings {
  readonly environment: Readonly<Record<string, string>>;
  readonly shared: SharedArrayBuffer;
  readonly log: (chunk: Buffer, to: 'stdout' | 'stderr') => void;
}

const bootstrap = new URL('./worker-bootstrap.ts', import.meta.url);

export class FunctionWorker {
  dead = false;
  readonly #definition: FunctionDefinition;
  readonly #stats: FunctionStats;
  readonly #worker: Worker;
  readonly #ready = Promise.withResolvers<void>();
  #pending = Promise.withResolvers<Answer>();

  constructor(definition: FunctionDefinition, stats: FunctionStats, around: Surroundings) {
    this.#definition = definition;
    this.#stats = stats;
    this.#worker = start(definition, around);
    this.#worker.on('message', (message: Ready | Answer) => this.#hear(message));
    this.#worker.on('error', (error) => this.#die(error.name, error.message, error.stack));
    this.#worker.on('exit', (code) => this.#die('Runtime.ExitError', `Exited with code ${code}`));
    for (const to of ['stdout', 'stderr'] as const)
      this.#worker[to].on('data', (chunk: Buffer) => around.log(chunk, to));
    // An idle worker may die too, and then nobody waits for these.
    this.#ready.promise.catch(() => {});
    this.#pending.promise.catch(() => {});
  }

  async run(payload: string): Promise<Answer> {
    await this.#ready.promise;
    this.#pending = Promise.withResolvers();
    const { timeout } = this.#definition;
    const timer = setTimeout(() => this.#timeOut(timeout), timeout * 1000);
    this.#worker.postMessage({ requestId: randomUUID(), payload });
    return this.#pending.promise.finally(() => clearTimeout(timer));
  }

  async close() {
    await this.#worker.terminate();
  }

  #hear(message: Ready | Answer) {
    if (message.kind === 'answer') return this.#pending.resolve(message);
    this.#stats.coldStarts += 1;
    this.#stats.init += message.init;
    this.#ready.resolve();
  }

  #timeOut(seconds: number) {
    this.#die('Sandbox.Timedout', `Task timed out after ${seconds.toFixed(2)} seconds`);
    void this.#worker.terminate();
  }

  #die(name: string, message: string, stack?: string) {
    this.dead = true;
    const failure = new FunctionFailed(name, `${this.#definition.id}: ${message}`, stack);
    this.#ready.reject(failure);
    this.#pending.reject(failure);
  }
}

function start(definition: FunctionDefinition, around: Surroundings): Worker {
  const { name, arn, memory, timeout } = definition;
  const file = pathToFileURL(definition.file).href;
  const workerData: WorkerSettings = { name, arn, file, memory, timeout, shared: around.shared };
  return new Worker(bootstrap, {
    workerData,
    env: { ...around.environment },
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
}
