// The queues of one machine: SQS standard queues on SQLite, with time given in. A message is on disk
// when `send` returns, and survives a killed process. It knows nothing of Lambda, HTTP or timers.
import { randomUUID } from 'node:crypto';
import { openQueueStore, type QueueStore, type Row } from './queue-store.ts';

export interface QueueDefinition {
  readonly name: string;
  /** Seconds, as are `delay` and `retention`. */
  readonly visibilityTimeout: number;
  readonly delay: number;
  readonly retention: number;
  readonly deadLetter?: { readonly queue: string; readonly maxReceiveCount: number };
}

export interface Received {
  readonly id: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly receiveCount: number;
  readonly sentAt: number;
  readonly firstReceivedAt: number;
}

interface Counts {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

export interface Queues {
  create(definition: QueueDefinition): void;
  /** Message ids; the messages are durable when it returns. `delay` in seconds. */
  send(queue: string, entries: readonly { body: string; delay?: number }[]): string[];
  /** Earliest visible first. What was received too often moves to the dead-letter queue instead. */
  receive(queue: string, max: number): Received[];
  /** A handle that is no longer the message's latest is ignored, as SQS does. */
  delete(queue: string, receiptHandles: readonly string[]): void;
  changeVisibility(queue: string, receiptHandle: string, seconds: number): void;
  counts(queue: string): Counts;
  /** Whether so many messages are visible; quick however many there are. */
  holds(queue: string, visible: number): boolean;
  /** The earliest instant after now at which any message becomes visible. */
  nextVisibleAt(): number | undefined;
  /** After a crash: whoever held these messages is gone, and it was no fault of theirs that counts. */
  releaseInFlight(): void;
  onSend(listener: (queue: string) => void): void;
  close(): void;
}

const maximumDelay = 900;
const expiryInterval = 60_000;

/** `file` is a path or ':memory:'; `now` gives milliseconds. */
export function openQueues(file: string, now: () => number): Queues {
  return new SqliteQueues(openQueueStore(file), now);
}

class SqliteQueues implements Queues {
  readonly #store: QueueStore;
  readonly #now: () => number;
  readonly #definitions = new Map<string, QueueDefinition>();
  readonly #listeners: ((queue: string) => void)[] = [];
  readonly #expiredAt = new Map<string, number>();

  constructor(store: QueueStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  create(queue: QueueDefinition) {
    this.#definitions.set(queue.name, queue);
  }

  send(queue: string, entries: readonly { body: string; delay?: number }[]) {
    const { delay } = this.#definition(queue);
    for (const entry of entries) checkDelay(entry.delay);
    const now = this.#now();
    const ids = this.#store.transaction(() =>
      entries.map((entry) => {
        const id = randomUUID();
        this.#store.insert.run(id, queue, entry.body, now, now + (entry.delay ?? delay) * 1000);
        return id;
      }),
    );
    this.#announce(queue);
    return ids;
  }

  receive(queue: string, max: number) {
    const from = this.#definition(queue);
    this.#expire(from);
    if (!this.holds(queue, 1)) return [];
    const moved = new Set<string>();
    const received = this.#store.transaction(() => this.#take(from, max, moved));
    for (const deadLetters of moved) this.#announce(deadLetters);
    return received;
  }

  delete(queue: string, receiptHandles: readonly string[]) {
    this.#store.transaction(() => {
      for (const handle of receiptHandles) this.#store.remove.run(rowOf(handle), queue, handle);
    });
  }

  changeVisibility(queue: string, handle: string, seconds: number) {
    const now = this.#now();
    const until = now + seconds * 1000;
    const { changes } = this.#store.hide.run(until, rowOf(handle), queue, handle, now);
    if (changes === 0) throw new MessageNotInflight();
    if (seconds === 0) this.#announce(queue);
  }

  counts(queue: string) {
    this.#expire(this.#definition(queue));
    return this.#store.counts.get({ queue, now: this.#now() }) as unknown as Counts;
  }

  holds(queue: string, visible: number) {
    return this.#store.nth.get(queue, this.#now(), visible - 1) !== undefined;
  }

  nextVisibleAt() {
    const now = this.#now();
    const next = [...this.#definitions.keys()]
      .map((queue) => this.#store.next.get(queue, now)?.at)
      .filter((at) => typeof at === 'number');
    return next.length > 0 ? Math.min(...next) : undefined;
  }

  releaseInFlight() {
    this.#store.release.run(this.#now(), this.#now());
  }

  onSend(listener: (queue: string) => void) {
    this.#listeners.push(listener);
  }

  close() {
    this.#store.close();
  }

  /** Every message that had to move leaves its place to the next in line. */
  #take(from: QueueDefinition, max: number, moved: Set<string>): Received[] {
    const { queue, maxReceiveCount } = from.deadLetter ?? { queue: '', maxReceiveCount: Infinity };
    const rows = this.#store.visible.all(from.name, this.#now(), max) as unknown as Row[];
    const fresh = rows.filter((row) => row.received < maxReceiveCount);
    const taken = fresh.map((row) => this.#hand(row, from.visibilityTimeout));
    if (fresh.length === rows.length) return taken;
    for (const row of rows) if (!fresh.includes(row)) this.#move(row, queue);
    moved.add(queue);
    return [...taken, ...this.#take(from, max - fresh.length, moved)];
  }

  #move(row: Row, queue: string) {
    this.#definition(queue);
    this.#store.move.run(queue, this.#now(), row.seq);
  }

  #hand(row: Row, visibilityTimeout: number): Received {
    const now = this.#now();
    const receiptHandle = `${row.seq}.${randomUUID()}`;
    const firstReceivedAt = row.first ?? now;
    this.#store.take.run(receiptHandle, now + visibilityTimeout * 1000, firstReceivedAt, row.seq);
    const { id, body, sent: sentAt } = row;
    return { id, receiptHandle, body, receiveCount: row.received + 1, sentAt, firstReceivedAt };
  }

  #expire({ name, retention }: QueueDefinition) {
    const now = this.#now();
    if (now - (this.#expiredAt.get(name) ?? 0) < expiryInterval) return;
    this.#expiredAt.set(name, now);
    this.#store.expire.run(name, now - retention * 1000);
  }

  #definition(name: string): QueueDefinition {
    const found = this.#definitions.get(name);
    if (!found) throw new Error(`There is no queue named ${name}`);
    return found;
  }

  #announce(queue: string) {
    for (const listener of this.#listeners) listener(queue);
  }
}

/** The message was deleted, received again, or became visible: its receipt handle is stale. */
export class MessageNotInflight extends Error {
  override name = 'MessageNotInflight';
}

function checkDelay(delay = 0): void {
  if (delay < 0 || delay > maximumDelay)
    throw new RangeError(`A delay is 0 to ${maximumDelay} seconds, not ${delay}`);
}

/** A receipt handle starts with the row it belongs to, so that deleting needs no index. */
const rowOf = (receiptHandle: string): number => Number.parseInt(receiptHandle, 10) || 0;
