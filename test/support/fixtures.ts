// Requests recorded from unmodified clients. They live outside the repository: say where with PERENNIAL_FIXTURES.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sent } from './door.ts';

export const recordings =
  process.env.PERENNIAL_FIXTURES ?? join(import.meta.dirname, '../../../shared/fixtures');

export const haveFixtures = existsSync(recordings);
if (!haveFixtures)
  console.warn(
    `\n!!! No recorded requests in ${recordings}: the tests that replay them are SKIPPED.\n!!! Set PERENNIAL_FIXTURES to their folder.\n`,
  );

export interface Recorded extends Sent {
  readonly method: string;
  readonly body: string | Buffer;
  /** The body as the recorder decoded it. */
  readonly decoded: unknown;
}

interface Capture {
  readonly requests: readonly {
    readonly method: string;
    readonly url: string;
    readonly rawHeaders: readonly (readonly [string, string])[];
    readonly body: unknown;
  }[];
}

/** The captures whose name matches, each with its requests in order. */
export const recorded = (name: RegExp): (readonly [string, Recorded[]])[] =>
  haveFixtures
    ? readdirSync(recordings)
        .filter((file) => name.test(file))
        .map((file) => [file, requestsOf(file)] as const)
    : [];

function requestsOf(file: string): Recorded[] {
  const { requests } = JSON.parse(readFileSync(join(recordings, file), 'utf8')) as Capture;
  return requests.map(({ method, url, rawHeaders, body }) => {
    const { pathname, searchParams } = new URL(url, 'http://recorded');
    const headers = Object.fromEntries(
      rawHeaders.map(([key, value]) => [key.toLowerCase(), value]),
    );
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const query = Object.fromEntries(searchParams);
    return {
      method,
      path: pathname,
      query,
      headers,
      body: onTheWire(text, headers),
      decoded: body,
    };
  });
}

/** API Gateway hands over what is not known to be text in base64. */
const onTheWire = (text: string, headers: Record<string, string>): string | Buffer =>
  /^(?:text\/|application\/json)/.test(headers['content-type'] ?? 'text/')
    ? text
    : Buffer.from(text);
