import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Door, openDoor } from '../../../infra/local/door.ts';
import { createLocalPages, isLocalPath, LocalRefusal } from '../../../infra/local/local-pages.ts';

let door: Door;

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Not fetch: it does not let a test lie about the host. */
const ask = (path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    request(`${door.url}${path}`, { method, headers }, async (response) => {
      const chunks = await response.toArray();
      resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() });
    })
      .on('error', reject)
      .end(body);
  });

beforeEach(async () => {
  door = await openDoor(0);
  const pages = createLocalPages(
    {
      'GET /_local/json': () => ({ a: 1 }),
      'GET /_local/html': () => '<p>hello',
      'POST /_local/echo': (body) => ({ body }),
      'GET /_local/refuses': () => {
        throw new LocalRefusal(400, 'Not like this.');
      },
    },
    (path) =>
      path.startsWith('/_local/other')
        ? Promise.resolve({ status: 200, headers: {}, body: path })
        : undefined,
  );
  door.open({ pages, api: async (_, response) => void response.end('api') });
});
afterEach(() => door.close());

describe('a local page', () => {
  it('answers JSON and HTML', async () => {
    expect(await ask('/_local/json')).toEqual({ status: 200, body: '{"a":1}' });
    expect(await ask('/_local/html')).toEqual({ status: 200, body: '<p>hello' });
  });

  it('reads what is posted', async () => {
    expect(await ask('/_local/echo', {}, 'hi')).toEqual({ status: 200, body: '{"body":"hi"}' });
  });

  it('may refuse', async () => {
    expect(await ask('/_local/refuses')).toEqual({
      status: 400,
      body: '{"error":"Not like this."}',
    });
  });

  it('may be somebody else’s', async () => {
    expect((await ask('/_local/other?q=1')).body).toBe('/_local/other?q=1');
  });

  it('does not exist by accident', async () => {
    expect((await ask('/_local/nothing')).status).toBe(404);
    expect((await ask('/_local/constructor')).status).toBe(404);
  });

  it.each([
    ['another host name', { host: 'perennial.example.com' }],
    ['a host name that only begins like ours', { host: 'localhost.example.com:4400' }],
    ['a page on the internet', { origin: 'https://example.com' }],
    ['a page without an origin', { origin: 'null' }],
  ])('is refused to %s', async (_who, headers) => {
    expect((await ask('/_local/json', headers)).status).toBe(403);
  });

  it.each(['localhost:4400', '127.0.0.1:4400', '[::1]:4400', 'LOCALHOST'])(
    'is shown to %s',
    async (host) => {
      expect((await ask('/_local/json', { host, origin: `http://${host}` })).status).toBe(200);
    },
  );
});

describe('the door', () => {
  it('leads everything else to the API, whatever the host', async () => {
    expect((await ask('/_localized', { host: 'example.com' })).body).toBe('api');
    expect((await ask('/v1/track', { origin: 'https://example.com' })).body).toBe('api');
  });

  it('asks to wait until something is behind it', async () => {
    await door.close();
    door = await openDoor(0);
    expect((await ask('/v1/track')).status).toBe(503);
  });

  it('cannot be opened twice on one port', async () => {
    await expect(openDoor(Number(new URL(door.url).port))).rejects.toThrow('EADDRINUSE');
  });

  it.each([
    ['/_local', true],
    ['/_local/clock', true],
    ['/_local?x', true],
    ['/_locals', false],
    ['/x/_local/clock', false],
  ])('knows its own pages: %s', (path, own) => {
    expect(isLocalPath(path)).toBe(own);
  });
});
