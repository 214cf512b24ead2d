// Lambda's event source mapping for a queue: takes batches, invokes, deletes what succeeded. What failed
// stays hidden until its visibility timeout ends, as in Lambda. It never decides what time it is.
import type { FunctionHost } from './function-host.ts';
import type { Meter } from './meter.ts';
import type { Queues } from './queue.ts';
import { type QueueRecord, succeeded, toEvents, toRecord } from './sqs-event.ts';

export interface EventSourceMapping {
  readonly queue: string;
  readonly queueArn: string;
  readonly functionId: string;
  readonly batchSize: number;
  /** Real seconds to wait for a full batch. */
  readonly window: number;
  readonly concurrency: number;
  readonly reportsFailures: boolean;
}

export interface EventSource {
  /** Something may have become visible. */
  wake(): void;
  /** Whether there is anything left to take, or a batch still running. */
  busy(): boolean;
  /** Works off all that is visible without waiting for full batches. */
  drain(): Promise<void>;
  /** Takes nothing any more, as a mapping that was disabled; what it has taken it finishes. */
  disable(): void;
  enable(): void;
  close(): void;
}

export interface EventSourceParts {
  readonly queues: Queues;
  readonly host: Pick<FunctionHost, 'invoke'>;
  readonly meter?: Pick<Meter, 'consumed'>;
}

export function createEventSource(
  mapping: EventSourceMapping,
  parts: EventSourceParts,
): EventSource {
  const source = new QueueSource(mapping, parts);
  parts.queues.onSend((queue) => {
    if (queue === mapping.queue) source.wake();
  });
  return source;
}

class QueueSource implements EventSource {
  readonly #mapping: EventSourceMapping;
  readonly #queues: Queues;
  readonly #parts: EventSourceParts;
  readonly #running = new Set<Promise<void>>();
  #window: NodeJS.Timeout | undefined;
  #soon: NodeJS.Immediate | undefined;
  #closed = false;
  #disabled = false;

  constructor(mapping: EventSourceMapping, parts: EventSourceParts) {
    this.#mapping = mapping;
    this.#queues = parts.queues;
    this.#parts = parts;
  }

  /** Whoever sends a message is answered before its receiver starts. */
  wake() {
    this.#soon ??= setImmediate(() => {
      this.#soon = undefined;
      this.#look();
    });
  }

  busy() {
    return this.#running.size > 0 || this.#queues.holds(this.#mapping.queue, 1);
  }

  async drain() {
    while (this.#takes() && this.busy()) {
      this.#takeAll();
      if (this.#running.size > 0) await Promise.race(this.#running);
    }
  }

  disable() {
    this.#disabled = true;
  }

  enable() {
    this.#disabled = false;
    this.wake();
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#window);
    clearImmediate(this.#soon);
  }

  #look() {
    const { queue, batchSize, window } = this.#mapping;
    if (this.#closed) return;
    if (window === 0 || this.#queues.holds(queue, batchSize)) this.#takeAll();
    else if (this.#queues.holds(queue, 1))
      this.#window ??= setTimeout(() => this.#takeAll(), window * 1000);
  }

  #takes() {
    return !this.#closed && !this.#disabled;
  }

  #takeAll() {
    clearTimeout(this.#window);
    this.#window = undefined;
    const { queue, queueArn, batchSize, concurrency } = this.#mapping;
    while (this.#takes() && this.#running.size < concurrency) {
      const messages = this.#queues.receive(queue, batchSize);
      if (messages.length === 0) return;
      this.#start(messages.map((message) => toRecord(message, queueArn)));
    }
  }

  #start(records: readonly QueueRecord[]) {
    const batch = this.#process(records).finally(() => {
      this.#running.delete(batch);
      this.wake();
    });
    this.#running.add(batch);
  }

  async #process(records: readonly QueueRecord[]) {
    for (const event of toEvents(records)) await this.#invoke(event);
  }

  async #invoke({ Records: records }: { Records: QueueRecord[] }) {
    const { queue, functionId, reportsFailures } = this.#mapping;
    const { host, meter } = this.#parts;
    const done = await host.invoke(functionId, { Records: records }).then(
      (answer) => (reportsFailures ? succeeded(records, answer) : records),
      (error) => {
        if (!this.#closed) console.error(error);
        return [];
      },
    );
    const handles = done.map(({ receiptHandle }) => receiptHandle);
    if (this.#closed) return;
    this.#queues.delete(queue, handles);
    const sizes = records.map(({ body }) => Buffer.byteLength(body));
    meter?.consumed(queue, sizes);
  }
}
