// The runtime as a process of its own, as `npm start` runs it: it can be killed as by a crash and started
// again on the same data and port.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const script = join(import.meta.dirname, '../../infra/local/start.ts');

export class RuntimeProcess {
  readonly #dataDir: string;
  readonly #flags: readonly string[];
  #child: ChildProcess | undefined;
  #url = '';
  #writeKey = '';
  #up = Promise.withResolvers<void>();

  /** `flags` as `npm start` takes them. */
  constructor(dataDir: string, flags: readonly string[] = []) {
    this.#dataDir = dataDir;
    this.#flags = flags;
  }

  /** Known once it has been up; the same ever after. */
  get url(): string {
    return this.#url;
  }

  get writeKey(): string {
    return this.#writeKey;
  }

  /** Resolves as soon as it takes requests, at once if it does. */
  up(): Promise<void> {
    return this.#up.promise;
  }

  async start(): Promise<void> {
    const port = new URL(this.#url || 'http://localhost:0').port;
    const child = spawn(process.execPath, [script, ...this.#flags], {
      env: { ...process.env, PORT: port, DATA_DIR: this.#dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    for await (const line of createInterface({ input: child.stdout })) {
      const [, url, writeKey] = /^ready (\S+) .* write key (\S+)$/.exec(line) ?? [];
      if (!url || !writeKey) continue;
      this.#url = url;
      this.#writeKey = writeKey;
      child.stdout.resume();
      return this.#up.resolve();
    }
    throw new Error('The runtime ended before it was ready');
  }

  /** As `kill -9` does: it gets no chance to end anything. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    this.#up = Promise.withResolvers();
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  /** JSON from a page or the API. Throws when it is refused or cannot be reached. */
  async get<T>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<T> {
    const answer = await fetch(`${this.#url}${path}`, { headers });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** JSON from the API, as its owner. */
  async api<T>(path: string): Promise<T> {
    const { adminToken } = await this.get<{ adminToken: string }>('/_local/token');
    return this.get<T>(`/api${path}`, { authorization: `Bearer ${adminToken}` });
  }

  /** Ends what is going on, then moves time; whatever falls due on the way has happened when it resolves. */
  async advance(duration: string): Promise<void> {
    const body = JSON.stringify({ advance: duration });
    const answer = await fetch(`${this.#url}/_local/clock`, { method: 'POST', body });
    if (!answer.ok) throw new Error(`The clock: ${answer.status} ${await answer.text()}`);
  }
}
