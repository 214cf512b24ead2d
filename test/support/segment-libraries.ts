// Client libraries of the Segment family as they come from npm, each opened as its documentation says.
import { Analytics as CustomerIo } from '@customerio/cdp-analytics-node';
import RudderStack from '@rudderstack/rudder-sdk-node';
import { Analytics as Segment } from '@segment/analytics-node';
import LegacySegment from 'analytics-node';

export const kinds = ['identify', 'track', 'page', 'screen', 'group', 'alias'] as const;
export type Kind = (typeof kinds)[number];

type Say = (call: object, done: (error?: unknown) => void) => unknown;

interface Opened {
  readonly library: Readonly<Record<Kind, Say>>;
  /** Sends what is still waiting. */
  readonly flush: () => Promise<unknown>;
}

export const libraries: Readonly<Record<string, (host: string, writeKey: string) => Opened>> = {
  '@segment/analytics-node': (host, writeKey) => {
    const library = new Segment({ host, writeKey });
    return { library: library as never, flush: () => library.closeAndFlush() };
  },
  'analytics-node': (host, writeKey) => {
    const library = new LegacySegment(writeKey, { host });
    return { library: library as never, flush: () => library.flush() };
  },
  '@rudderstack/rudder-sdk-node': (dataPlaneUrl, writeKey) => {
    const library = new RudderStack(writeKey, { dataPlaneUrl, logLevel: 'none' });
    return { library: library as never, flush: () => library.flush() };
  },
  '@customerio/cdp-analytics-node': (host, writeKey) => {
    const library = new CustomerIo({ host, writeKey });
    return { library: library as never, flush: () => library.closeAndFlush() };
  },
};

/** Speaks as the libraries of Jitsu and Dittofeed do: they send each call, or all of them, once and never again. */
export const dialects: typeof libraries = {
  Jitsu: (host, writeKey) => {
    const headers = { 'content-type': 'application/json', 'x-write-key': `${writeKey}:secret` };
    const say =
      (kind: Kind): Say =>
      (call, done) => {
        const message = { ...call, type: kind, messageId: crypto.randomUUID() };
        post(`${host}/api/s/s2s/${kind}`, headers, message).then(() => done(), done);
      };
    const library = Object.fromEntries(kinds.map((kind) => [kind, say(kind)])) as Opened['library'];
    return { library, flush: async () => {} };
  },
  Dittofeed: (host, writeKey) => {
    const headers = { 'content-type': 'application/json', authorization: writeKey };
    const batch: object[] = [];
    const waiting: Parameters<Say>[1][] = [];
    const say =
      (kind: Kind): Say =>
      (call, done) => {
        batch.push({ messageId: crypto.randomUUID(), type: kind, ...call });
        waiting.push(done);
      };
    const library = Object.fromEntries(kinds.map((kind) => [kind, say(kind)])) as Opened['library'];
    const flush = async () => {
      await post(`${host}/api/public/apps/batch`, headers, { batch });
      for (const done of waiting) done();
    };
    return { library, flush };
  },
};

async function post(url: string, headers: Record<string, string>, body: object): Promise<void> {
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
}

/** Says all calls and resolves when the library holds every one for delivered; rejects when it gives one up. */
export async function sayAll(
  { library, flush }: Opened,
  calls: readonly (readonly [Kind, object])[],
): Promise<void> {
  const delivered = calls.map(
    ([kind, call]) =>
      new Promise<void>((resolve, reject) => {
        library[kind](call, (error) => (error ? reject(error) : resolve()));
      }),
  );
  await Promise.all([flush(), ...delivered]);
}
