// The console's files on this machine: which paths are its own, what headers say, and that nothing else is shown.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConsole, isConsolePath } from '../../../infra/local/console.ts';
import { type Door, openDoor } from '../../../infra/local/door.ts';

let door: Door;
const folder = mkdtempSync(join(tmpdir(), 'console-'));
const dist = join(folder, 'dist');

beforeAll(async () => {
  mkdirSync(join(dist, 'assets'), { recursive: true });
  mkdirSync(join(dist, 'messages'));
  writeFileSync(join(folder, 'secret.json'), '{}');
  writeFileSync(join(dist, 'index.html'), '<title>Console');
  writeFileSync(join(dist, 'assets/index-a1b2.js'), 'run()');
  writeFileSync(join(dist, 'messages/fa.json'), '{"Publish":"انتشار"}');
  door = await openDoor(0);
  const api = (name: string) => async (_: unknown, response: { end(text: string): unknown }) =>
    void response.end(name);
  door.open({ api: api('api'), pages: api('pages'), console: createConsole(dist) });
});
afterAll(async () => {
  await door.close();
  rmSync(folder, { recursive: true });
});

/** Not fetch: it would tidy the path up before it asks. */
const ask = (path: string, method = 'GET') =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const { port } = new URL(door.url);
      request({ port, path, method }, async (response) => {
        const body = Buffer.concat(await response.toArray()).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      })
        .on('error', reject)
        .end();
    },
  );

describe('the console', () => {
  it.each(['/', '/index.html', '/?code=1&state=2'])(
    'is at %s, and asked for anew each time',
    async (path) => {
      const { status, headers, body } = await ask(path);
      expect([status, body]).toEqual([200, '<title>Console']);
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
      });
    },
  );

  it('has assets under names of their own, kept for good', async () => {
    const { headers, body } = await ask('/assets/index-a1b2.js');
    expect(body).toBe('run()');
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('has messages of each language, as they are now', async () => {
    const { headers, body } = await ask('/messages/fa.json');
    expect(JSON.parse(body)).toEqual({ Publish: 'انتشار' });
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('lets no script in but its own, and nobody put it into a frame', async () => {
    const { headers } = await ask('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self'; ");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
  });

  it('answers the head alone to whoever asks for it', async () => {
    expect(await ask('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  it('does not keep that a file is missing', async () => {
    const { status, headers } = await ask('/assets/older-c3d4.js');
    expect([status, headers['cache-control']]).toEqual([404, 'no-cache']);
    expect(await ask('/favicon.svg')).toMatchObject({ status: 404 });
  });

  it('that is not built says how it is', async () => {
    const bare = await openDoor(0);
    bare.open({ console: createConsole(join(folder, 'nowhere')) });
    const answer = await fetch(bare.url);
    expect([answer.status, await answer.text()]).toEqual([
      200,
      expect.stringContaining('npm run console:build'),
    ]);
    await bare.close();
  });
});

it.each([
  ['POST', '/'],
  ['GET', '/v1/batch'],
  ['GET', '/assets'],
  ['GET', '/assets/'],
  ['GET', '/assets/../../secret.json'],
  ['GET', '/messages/..%2f..%2fsecret.json'],
  ['GET', '/messages/.env'],
  ['GET', '//assets/a.js'],
  ['GET', '/index.html/'],
])('%s %s is not the console’s', async (method, path) => {
  expect(isConsolePath(method, path)).toBe(false);
  expect((await ask(path, method)).body).toBe('api');
});
