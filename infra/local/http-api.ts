// The HTTP API in front of the functions, with the limits and answers of API Gateway. It knows no route of its own.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type HttpEvent, httpEvent } from './http-event.ts';
import { type HttpResponse, httpResponse, message } from './http-response.ts';
import { createRouter, type Route, routesOf } from './http-routes.ts';
import type { Resource } from './template.ts';
import { createThrottle } from './throttle.ts';

/** Calls a function by its logical id; rejects if the function throws. */
type Invoke = (functionId: string, event: unknown) => Promise<unknown>;

type HttpApi = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const largestBody = 10 * 1024 * 1024;
/** What Lambda takes as one event; as base64 a body reaches it earlier. */
const largestEvent = 6 * 1024 * 1024;
const longestWait = 30_000;

export function createHttpApi(
  resources: readonly Resource[],
  invoke: Invoke,
  now: () => number,
): HttpApi {
  const find = createRouter(routesOf(resources));
  const account = accountOf(resources);
  const mayPass = createThrottle(resources);

  async function answer(request: IncomingMessage): Promise<HttpResponse> {
    const body = await read(request);
    if (!body) return message(413, 'Request Entity Too Large');
    if (!mayPass()) return message(429, 'Too Many Requests');
    const target = targetOf(request);
    if (!target) return message(400, 'Bad Request');
    const match = find(target.method, target.path);
    if (!match) return message(404, 'Not Found');
    const received = { at: now(), requestId: randomUUID(), account };
    return pass(httpEvent({ ...target, body }, match, received), match.route);
  }

  async function pass(event: HttpEvent, { functionId, key }: Route): Promise<HttpResponse> {
    const size = event.body?.length ?? 0;
    if (size > largestEvent) return message(413, 'Request Entity Too Large');
    return ask(invoke(functionId, event), key);
  }

  return async (request, response) => {
    const { status, headers, body } = await answer(request);
    // The time of this machine, which can be moved ahead: whoever reads moments in an answer needs it.
    response.writeHead(status, { date: new Date(now()).toUTCString(), ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}

async function ask(invocation: Promise<unknown>, route: string): Promise<HttpResponse> {
  const limit = Promise.withResolvers<HttpResponse>();
  const timer = setTimeout(() => limit.resolve(message(503, 'Service Unavailable')), longestWait);
  try {
    return await Promise.race([invocation.then(httpResponse), limit.promise]);
  } catch (error) {
    console.error(`${route} failed:`, error);
    return message(500, 'Internal Server Error');
  } finally {
    clearTimeout(timer);
  }
}

/** Reads the body to its end, so that the client hears the answer; undefined if it is too large. */
async function read(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  return size <= largestBody ? Buffer.concat(chunks) : undefined;
}

function targetOf({ method = 'GET', url = '/', httpVersion, rawHeaders, socket }: IncomingMessage) {
  const [, encoded = '/', query = ''] = /^([^?]*)\??(.*)$/.exec(url) ?? [];
  const path = decode(encoded);
  if (path === undefined) return undefined;
  const sourceIp = (socket.remoteAddress ?? '').replace('::ffff:', '');
  return { method, path, query, rawHeaders, sourceIp, protocol: `HTTP/${httpVersion}` };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

const accountOf = (resources: readonly Resource[]): string =>
  resources.find(({ type }) => type === 'AWS::Lambda::Function')?.attributes.Arn?.split(':')[4] ??
  '';
