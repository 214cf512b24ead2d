// Speaks with the API. What is refused is told in the API's own words; what is overloaded or away is asked again.
import { setTimeout as pause } from 'node:timers/promises';
import { type Flags, Misused, textOf } from './command.ts';

export interface Connection {
  readonly url: string;
  /** JSON in, JSON out. Throws Refusal, or an Error when nobody answered. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** A part of a file, and where the next one begins; absent at the end. */
  part(path: string): Promise<{ readonly text: string; readonly next?: string }>;
}

export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const local = 'http://localhost:4400';

/** By flags, or by PERENNIAL_URL and PERENNIAL_TOKEN. A token is better not in a flag: others see the command line. */
export function connect(
  flags: Flags,
  environment: Readonly<Record<string, string | undefined>>,
): Connection {
  const url = (textOf(flags, 'url') ?? environment.PERENNIAL_URL ?? local).replace(/\/$/, '');
  const token = textOf(flags, 'token') ?? environment.PERENNIAL_TOKEN;
  if (!URL.canParse(url)) throw new Misused(`"${url}" is not an address such as ${local}`);
  if (!token)
    throw new Misused(
      'Set PERENNIAL_TOKEN to a token of the API (pat_…), for example by: read -rs PERENNIAL_TOKEN && export PERENNIAL_TOKEN',
    );
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return {
    url,
    ask: async (method, path, body) => {
      const answer = await answered(`${url}${path}`, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await read(answer);
      return text === '' ? undefined : JSON.parse(text);
    },
    part: async (path) => {
      const answer = await answered(`${url}${path}`, { headers });
      const text = await read(answer);
      const next = answer.headers.get('x-next');
      return { text, ...(next !== null && { next }) };
    },
  };
}

async function read(answer: Response): Promise<string> {
  const text = await bodyOf(answer);
  if (answer.ok) return text;
  throw new Refusal(answer.status, messageOf(text) ?? `${answer.status} ${answer.statusText}`);
}

/** The mark at its beginning belongs to a file, too: spreadsheets know UTF-8 by it. */
const bodyOf = async (answer: Response): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());

function messageOf(text: string): string | undefined {
  try {
    const { error } = JSON.parse(text) as { error?: { message?: string } };
    return error?.message;
  } catch {
    return undefined;
  }
}

const tries = 6;

/** All that is asked here may be asked again. */
async function answered(url: string, request: RequestInit): Promise<Response> {
  for (let count = 1; count < tries; count += 1) {
    const answer = await fetch(url, request).catch(() => undefined);
    if (answer && answer.status < 500 && answer.status !== 429) return answer;
    await answer?.body?.cancel();
    await pause(250 * 2 ** count * (0.5 + Math.random() / 2));
  }
  return fetch(url, request).catch((cause: unknown) => {
    throw new Error(`Nobody answers at ${new URL(url).origin}: is it running?`, { cause });
  });
}
