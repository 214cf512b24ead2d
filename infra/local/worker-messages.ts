// What the host and its worker threads say to each other. Payloads travel as JSON, as they do in Lambda.

export interface WorkerSettings {
  readonly name: string;
  readonly arn: string;
  /** A URL. */
  readonly file: string;
  /** Megabytes. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
  /** The clock's offset. */
  readonly shared: SharedArrayBuffer;
}

export interface Invocation {
  readonly requestId: string;
  readonly payload: string;
}

export interface Fault {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
}

export interface Ready {
  readonly kind: 'ready';
  readonly init: number;
}

export interface Answer {
  readonly kind: 'answer';
  readonly cpu: number;
  readonly duration: number;
  readonly result?: string | undefined;
  readonly fault?: Fault;
}
