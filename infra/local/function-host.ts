// What the rest of the local runtime sees of Lambda: something that runs functions by their logical id.

export interface FunctionHost {
  /** The function's answer, as JSON would carry it. Rejects when the function fails. */
  invoke(functionId: string, payload: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export interface FunctionDefinition {
  /** The logical id in the template; it is also the function's access key. */
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  /** The bundle: an ES module with an export named `handler`. */
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Megabytes. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
  /** How many may run at once; the machine's maximum if that is smaller. */
  readonly concurrency?: number;
}

/** What a function has cost since the host was made. Times in milliseconds. */
export interface FunctionStats {
  invocations: number;
  errors: number;
  /** CPU of the handler's thread, from call to answer. */
  cpu: number;
  /** Real time, from call to answer. */
  duration: number;
  coldStarts: number;
  /** Real time from the start of a worker until its bundle was loaded. */
  init: number;
  logBytes: number;
}

/** The function threw, timed out, ran out of memory or exited. */
export class FunctionFailed extends Error {
  constructor(name: string, message: string, stack?: string) {
    super(message);
    this.name = name;
    if (stack) this.stack = stack;
  }
}

export interface CountingHost extends FunctionHost {
  inFlight(): number;
  /** When nothing is in flight. */
  settled(): Promise<void>;
}

/** The same host, telling whether anything is running. */
export function counting(host: FunctionHost): CountingHost {
  const running = new Set<Promise<unknown>>();
  return {
    async invoke(functionId, payload) {
      const invocation = host.invoke(functionId, payload);
      running.add(invocation);
      try {
        return await invocation;
      } finally {
        running.delete(invocation);
      }
    },
    inFlight: () => running.size,
    async settled() {
      while (running.size > 0) await Promise.allSettled(running);
    },
    close: () => host.close(),
  };
}
