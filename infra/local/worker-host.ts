// Lambda on one machine: a pool of worker threads per function, warm until they die. It knows nothing of
// where payloads come from.
import {
  type FunctionDefinition,
  FunctionFailed,
  type FunctionHost,
  type FunctionStats,
} from './function-host.ts';
import { FunctionWorker, type Surroundings } from './function-worker.ts';

interface WorkerHostParts {
  readonly functions: readonly FunctionDefinition[];
  /** The AWS endpoint for the functions' clients. */
  readonly endpoint: string;
  readonly region: string;
  /** The clock's offset. */
  readonly shared: SharedArrayBuffer;
  /** Invocations of one function at once, on this machine; by its logical id. */
  readonly maximum?: (functionId: string) => number;
  /** Where the functions' output goes; this process's own if missing. */
  readonly write?: (chunk: Buffer, to: 'stdout' | 'stderr') => void;
}

export interface WorkerHost extends FunctionHost {
  stats(): Record<string, FunctionStats>;
}

export function createWorkerHost(parts: WorkerHostParts): WorkerHost {
  const pools = new Map(parts.functions.map((each) => [each.id, new Pool(each, parts)]));
  return {
    async invoke(functionId, payload) {
      const pool = pools.get(functionId);
      if (!pool) throw new Error(`There is no function ${functionId}`);
      return pool.invoke(JSON.stringify(payload ?? null));
    },
    stats: () => Object.fromEntries([...pools].map(([id, pool]) => [id, { ...pool.stats }])),
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

class Pool {
  readonly stats: FunctionStats = {
    invocations: 0,
    errors: 0,
    cpu: 0,
    duration: 0,
    coldStarts: 0,
    init: 0,
    logBytes: 0,
  };
  readonly #start: () => FunctionWorker;
  readonly #workers = new Set<FunctionWorker>();
  readonly #idle: FunctionWorker[] = [];
  readonly #waiting: ((worker: FunctionWorker) => void)[] = [];
  readonly #size: number;

  constructor(definition: FunctionDefinition, parts: WorkerHostParts) {
    const around = surroundings(definition, parts, this.stats);
    this.#start = () => new FunctionWorker(definition, this.stats, around);
    const { maximum = () => 2 } = parts;
    this.#size = Math.min(
      definition.concurrency ?? Number.POSITIVE_INFINITY,
      maximum(definition.id),
    );
  }

  async invoke(payload: string): Promise<unknown> {
    const worker = await this.#acquire();
    this.stats.invocations += 1;
    try {
      const { cpu, duration, fault, result } = await worker.run(payload);
      this.stats.cpu += cpu;
      this.stats.duration += duration;
      if (fault) throw new FunctionFailed(fault.name, fault.message, fault.stack);
      return result === undefined ? null : JSON.parse(result);
    } catch (error) {
      this.stats.errors += 1;
      throw error;
    } finally {
      this.#release(worker);
    }
  }

  async close() {
    await Promise.all([...this.#workers].map((worker) => worker.close()));
  }

  async #acquire(): Promise<FunctionWorker> {
    for (let worker = this.#idle.pop(); worker; worker = this.#idle.pop())
      if (!this.#buried(worker)) return worker;
    if (this.#workers.size < this.#size) return this.#grow();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #release(worker: FunctionWorker) {
    const next = this.#waiting.shift();
    const buried = this.#buried(worker);
    if (next) next(buried ? this.#grow() : worker);
    else if (!buried) this.#idle.push(worker);
  }

  #grow(): FunctionWorker {
    const worker = this.#start();
    this.#workers.add(worker);
    return worker;
  }

  #buried(worker: FunctionWorker): boolean {
    if (worker.dead) this.#workers.delete(worker);
    return worker.dead;
  }
}

/** Its own environment and nothing of this process's: what is not in the template is not there. */
function surroundings(
  definition: FunctionDefinition,
  { region, endpoint, shared, write = toThisProcess }: WorkerHostParts,
  stats: FunctionStats,
): Surroundings {
  return {
    shared,
    environment: {
      ...definition.environment,
      AWS_LAMBDA_FUNCTION_NAME: definition.name,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memory),
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: definition.id,
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL: endpoint,
    },
    log(chunk, to) {
      stats.logBytes += chunk.length;
      write(chunk, to);
    },
  };
}

const toThisProcess = (chunk: Buffer, to: 'stdout' | 'stderr') => void process[to].write(chunk);
