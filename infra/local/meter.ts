// Counts what a bill would count, in the units of the price list. It knows no prices.

export interface Snapshot {
  /** Calls, as `dynamodb:PutItem`. */
  readonly requests: Readonly<Record<string, number>>;
  readonly tables: Readonly<Record<string, { readonly read: number; readonly write: number }>>;
  /** Billed requests of each queue: chunks of 64 KB, empty receives not among them. */
  readonly queues: Readonly<Record<string, number>>;
  /** Chunks of 64 KB of custom events. */
  readonly events: number;
  readonly mails: { readonly recipients: number; readonly bytes: number };
}

export interface Meter {
  request(service: string, operation: string): void;
  /** Request units. */
  table(name: string, used: { readonly read?: number; readonly write?: number }): void;
  /** One request of a producer with this many bytes: an SDK call, or a rule's delivery. */
  queued(queue: string, bytes: number): void;
  /** Messages of these many bytes that a poller received and deleted: AWS does both ten at a time. */
  consumed(queue: string, sizes: readonly number[]): void;
  event(bytes: number): void;
  mail(recipients: number, bytes: number): void;
  snapshot(): Snapshot;
  reset(): void;
}

const chunk = 64 * 1024;
const chunks = (bytes: number) => Math.max(1, Math.ceil(bytes / chunk));

const nothing = () => ({
  requests: {} as Record<string, number>,
  tables: {} as Record<string, { read: number; write: number }>,
  queues: {} as Record<string, number>,
  events: 0,
  mails: { recipients: 0, bytes: 0 },
});

export function createMeter(): Meter {
  let counted = nothing();
  const addTo = (counters: Record<string, number>, key: string, amount: number) => {
    counters[key] = (counters[key] ?? 0) + amount;
  };
  return {
    request: (service, operation) => addTo(counted.requests, `${service}:${operation}`, 1),
    table(name, { read = 0, write = 0 }) {
      counted.tables[name] ??= { read: 0, write: 0 };
      counted.tables[name].read += read;
      counted.tables[name].write += write;
    },
    queued: (queue, bytes) => addTo(counted.queues, queue, chunks(bytes)),
    consumed(queue, sizes) {
      for (let at = 0; at < sizes.length; at += 10) {
        const received = sizes.slice(at, at + 10).reduce((sum, bytes) => sum + bytes, 0);
        addTo(counted.queues, queue, chunks(received) + 1);
      }
    },
    event(bytes) {
      counted.events += chunks(bytes);
    },
    mail(recipients, bytes) {
      counted.mails.recipients += recipients;
      counted.mails.bytes += bytes;
    },
    snapshot: () => structuredClone(counted),
    reset() {
      counted = nothing();
    },
  };
}
