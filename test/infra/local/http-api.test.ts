// Requests over the wire to a function, and its answers on their way back.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHttpApi } from '../../../infra/local/http-api.ts';
import { routed, throttled } from '../../support/http-resources.ts';

const servers: Server[] = [];

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const server of servers.splice(0)) server.close();
});

/** An API in front of one function; `events` are those that it got. */
async function start(answer: () => unknown = () => 'ok', key = '$default') {
  const events: APIGatewayProxyEventV2[] = [];
  const invoke = async (_: string, event: unknown) => {
    events.push(event as APIGatewayProxyEventV2);
    return answer();
  };
  const resources = [...routed('Ingest', key), throttled(0, 2)];
  const server = createServer(createHttpApi(resources, invoke, () => 42));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    return { response, status: response.status, body: await response.text() };
  };
  return { events, ask };
}

describe('a request', () => {
  it('reaches the function with the path decoded, at the time that it is here', async () => {
    const { ask, events } = await start();
    await ask('/a%20b/%C3%A9/?q=a%20b', { method: 'POST', body: '{}' });
    expect(events).toMatchObject([
      {
        rawPath: '/a b/é/',
        rawQueryString: 'q=a%20b',
        requestContext: {
          accountId: '000000000000',
          timeEpoch: 42,
          http: { method: 'POST', path: '/a b/é/', sourceIp: '127.0.0.1' },
        },
        body: '{}',
      },
    ]);
  });

  it('is not found when no route fits', async () => {
    const { ask, events } = await start(() => 'ok', 'GET /here');
    expect(await ask('/elsewhere')).toMatchObject({ status: 404, body: '{"message":"Not Found"}' });
    expect(events).toEqual([]);
  });

  it('beyond the limit of the stage hears so from nobody but the API, which names no time', async () => {
    const { ask, events } = await start();
    await ask('/');
    await ask('/');
    const { status, response, body } = await ask('/');
    expect([status, body]).toEqual([429, '{"message":"Too Many Requests"}']);
    expect(response.headers.has('retry-after')).toBe(false);
    expect(events).toHaveLength(2);
  });

  it('is bad when its path cannot be decoded', async () => {
    const { ask } = await start();
    expect(await ask('/%E9')).toMatchObject({ status: 400, body: '{"message":"Bad Request"}' });
  });

  it.each([
    ['10 MB', 'text/plain', 10 * 1024 * 1024 + 1],
    ['an event of Lambda may be', 'text/plain', 7 * 1024 * 1024],
    ['that once it is base64', 'image/png', 5 * 1024 * 1024],
  ])('is too large when its body is larger than %s', async (_, type, size) => {
    const { ask, events } = await start();
    const init = {
      method: 'POST',
      headers: { 'content-type': type },
      body: Buffer.alloc(size, 'a'),
    };
    expect((await ask('/', init)).status).toBe(413);
    expect(events).toEqual([]);
  });
});

describe('the response', () => {
  it('is what the function says', async () => {
    const { ask } = await start(() => ({
      statusCode: 201,
      headers: { 'Content-Type': 'text/html', 'x-count': 3 },
      cookies: ['a=1', 'b=2'],
      body: '<p>é</p>',
    }));
    const { response, status, body } = await ask('/');
    expect({ status, body }).toEqual({ status: 201, body: '<p>é</p>' });
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(response.headers.get('x-count')).toBe('3');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it('is binary when the function says so', async () => {
    const { ask } = await start(() => ({ statusCode: 200, body: 'R0lG', isBase64Encoded: true }));
    expect((await ask('/')).body).toBe('GIF');
  });

  it.each([
    ['an object', { ok: true }, '{"ok":true}'],
    ['a text', 'hello', 'hello'],
    ['nothing', undefined, 'null'],
  ])('is inferred from %s', async (_, returned, body) => {
    const { ask } = await start(() => returned);
    const answer = await ask('/');
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.response.headers.get('content-type')).toBe('application/json');
  });

  it.each([
    ['throws', () => Promise.reject(new Error('bug'))],
    ['answers with a body that is no text', () => ({ statusCode: 200, body: {} })],
    ['answers with a status that is none', () => ({ statusCode: 'fine' })],
  ])('tells the client nothing when the function %s', async (_, answer) => {
    const told = vi.spyOn(console, 'error').mockReturnValue();
    const { ask } = await start(answer);
    const body = '{"message":"Internal Server Error"}';
    expect(await ask('/')).toMatchObject({ status: 500, body });
    expect(told).toHaveBeenCalledOnce();
  });

  it('is 503 when the function takes longer than 30 seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { ask } = await start(() => {
      setImmediate(() => vi.advanceTimersByTime(30_000));
      return new Promise(() => {});
    });
    const body = '{"message":"Service Unavailable"}';
    expect(await ask('/')).toMatchObject({ status: 503, body });
  });
});
