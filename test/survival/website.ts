// A website that tells of its visitors as Segment's libraries do: what is not acknowledged is sent again,
// with the same ids. It does not run far ahead of the mails, so that a kill always finds both on their way.
import { vi } from 'vitest';
import type { RuntimeProcess } from '../support/runtime-process.ts';
import type { Person, Post } from './callers.ts';

const atOnce = 6;
const ahead = 300;
const tries = 100;

export class Website {
  readonly #runtime: RuntimeProcess;
  readonly acknowledged: Person[] = [];
  /** Requests that were not answered and sent again. */
  repeated = 0;
  #mails = 0;

  constructor(runtime: RuntimeProcess) {
    this.#runtime = runtime;
  }

  /** Resolves when all are acknowledged. */
  async tell(posts: readonly Post[]): Promise<void> {
    const left = [...posts];
    const sender = async () => {
      for (let post = left.shift(); post; post = left.shift()) {
        await this.until(() => this.acknowledged.length - this.#mails < ahead);
        await this.#send(post);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, sender));
  }

  /** Looks again and again, since nothing tells when a mail is out. */
  async until(reached: (mails: number) => boolean): Promise<void> {
    if (reached(this.#mails)) return;
    const isReached = async () => reached(await this.#count());
    await vi.waitUntil(isReached, { interval: 25, timeout: 120_000 }).catch(async (cause) => {
      const status = JSON.stringify(await this.#runtime.get('/_local/status'));
      const numbers = `${this.acknowledged.length} acknowledged, ${this.#mails} mailed`;
      throw new Error(`It goes no further: ${numbers}, ${status}`, { cause });
    });
  }

  async #count(): Promise<number> {
    try {
      const { count } = await this.#runtime.get<{ count: number }>(
        '/_local/outbox/list.json?limit=0',
      );
      this.#mails = count;
    } catch {
      await this.#runtime.up();
    }
    return this.#mails;
  }

  async #send({ path, body, enters }: Post): Promise<void> {
    for (let n = 0; n < tries; n += 1) {
      await this.#runtime.up();
      if (await this.#isTaken(path, body)) return void this.acknowledged.push(...enters);
      this.repeated += 1;
    }
    throw new Error(`${path} was not taken in ${tries} tries`);
  }

  async #isTaken(path: string, body: object): Promise<boolean> {
    const authorization = `Basic ${btoa(`${this.#runtime.writeKey}:`)}`;
    const headers = { authorization, 'content-type': 'application/json' };
    const request = { method: 'POST', headers, body: JSON.stringify(body) };
    try {
      const answer = await fetch(`${this.#runtime.url}${path}`, request);
      await answer.text();
      return answer.ok;
    } catch {
      return false;
    }
  }
}
