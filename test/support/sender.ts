// A client of the HTTP API in the world: sends as a website would, and sends again when it is not answered.

import type { FunctionName } from './builders.ts';
import type { World } from './world.ts';

interface Sent {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly pathParameters?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
}

interface Answer {
  readonly statusCode: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
}

const tries = 5;

export async function send(world: World, to: FunctionName, sent: Sent): Promise<Answer> {
  for (let count = 0; count < tries; count += 1) {
    const answer = await world.invoke(to, request(sent)).catch(() => undefined);
    if (answer && (answer as Answer).statusCode < 500) return answer as Answer;
  }
  throw new Error(`${sent.path} was not answered in ${tries} tries`);
}

function request({ path, method = 'POST', headers = {}, body = '', ...sent }: Sent) {
  const { pathParameters, cookies = [] } = sent;
  const [plain = '', query = ''] = path.split('?');
  const http = {
    method,
    path: plain,
    protocol: 'HTTP/1.1',
    sourceIp: '127.0.0.1',
    userAgent: 'test',
  };
  return {
    version: '2.0',
    rawPath: plain,
    rawQueryString: query,
    headers: { host: 'localhost:4400', ...headers },
    body,
    isBase64Encoded: false,
    requestContext: { http },
    ...(pathParameters && { pathParameters }),
    ...(cookies.length > 0 && { cookies }),
  };
}

export async function call(world: World, token: string, sent: Sent): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await send(world, 'api', { ...sent, headers });
  if (answer.statusCode > 299) throw new Error(`${sent.path}: ${answer.statusCode} ${answer.body}`);
  return JSON.parse(answer.body ?? 'null');
}

export interface Asked extends Pick<Sent, 'path' | 'method' | 'headers'> {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly text?: string;
}

interface Said {
  readonly status: number;
  /** The message of a refusal; `code` and `at` stand beside it. */
  readonly error?: string;
  readonly code?: string;
  readonly at?: string;
}

/** What the API answers, whatever that is. */
export async function ask<T = unknown>(
  world: World,
  token: string,
  { body, text = JSON.stringify(body), ...asked }: Asked,
): Promise<Said & Partial<T>> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await send(world, 'api', { headers, ...asked, body: text });
  const { error, ...said } = JSON.parse(answer.body ?? '{}');
  const told = error && {
    error: error.message,
    code: error.code,
    ...(error.at && { at: error.at }),
    ...(error.problems && { problems: error.problems }),
  };
  return { status: answer.statusCode, ...said, ...told };
}
