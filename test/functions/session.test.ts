// Signing in with a browser by a token: what the cookie is, what it opens and for how long, and who may not use it.
import { beforeEach, describe, expect, test } from 'vitest';
import { createBrowser } from '../support/browser-session.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { type Asked, ask as askApi, send } from '../support/sender.ts';
import { get, openShop } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
let browser: ReturnType<typeof createBrowser>;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
  browser = createBrowser(workspace.world);
});

interface Row {
  readonly who: string;
  readonly what: string;
}

const { stringify } = JSON;
const hours = (count: number) => count * 3_600_000;
const ask = (asked: Asked) =>
  askApi<{ secret: string }>(workspace.world, workspace.keys.adminToken, asked);

async function signedIn(role = 'administrator'): Promise<string> {
  const made = await ask({ path: '/api/tokens', method: 'POST', body: { name: 'ann', role } });
  const token = made.secret ?? '';
  expect(await browser.signIn({ token })).toMatchObject({ status: 201 });
  return token;
}

const list = { name: 'The fair' };
const makeList = (headers?: Record<string, string>) =>
  browser.ask('PUT', '/api/lists/fair', { body: list, ...(headers && { headers }) });

test('nobody is told that nobody has signed in, and how people do', async () => {
  expect(await browser.ask('GET', '/api/session')).toEqual({
    ...{ status: 200, setCookie: undefined },
    body: { signIn: { kind: 'token' } },
  });
});

test('a token is turned into a cookie that no script reads and no other site has sent', async () => {
  const { adminToken: token } = workspace.keys;
  const { status, body, setCookie } = await browser.signIn({ token });
  expect([status, body]).toEqual([201, { name: 'administrator', role: 'administrator' }]);
  expect(setCookie).toMatch(
    /^perennial_session=ses_[\w-]{32}; Path=\/api; Max-Age=43200; HttpOnly; SameSite=Strict; Secure$/,
  );
  expect(setCookie).not.toContain(token);
  const until = workspace.world.now() + hours(12);
  expect((await browser.ask('GET', '/api/session')).body).toEqual({
    ...{ name: 'administrator', role: 'administrator', until },
    signIn: { kind: 'token' },
  });
});

test('on one machine, without https, the cookie is not for https alone', async () => {
  const body = stringify({ token: workspace.keys.adminToken });
  const headers = { 'x-forwarded-proto': 'http' };
  const { cookies } = await send(workspace.world, 'api', { path: '/api/session', headers, body });
  expect(cookies).toEqual([expect.stringMatching(/SameSite=Strict$/)]);
});

test.each([
  [{ token: 'pat_nothing' }, 401],
  [{ token: '' }, 422],
  [{ idToken: 'a.b.c' }, 422],
  [{}, 422],
])('whoever shows %j gets no session', async (shown, status) => {
  const answer = await browser.signIn(shown as { token: string });
  expect(answer).toMatchObject({ status, setCookie: undefined });
});

describe('a session', () => {
  test('may what its token may, and is in the audit under its name', async () => {
    await signedIn('marketer');
    expect(await makeList()).toMatchObject({ status: 200 });
    expect(await browser.ask('GET', '/api/tokens')).toMatchObject({
      status: 403,
      body: {
        error: { message: 'This is for the role administrator; "ann" has the role marketer' },
      },
    });
    const { items } = await get<{ items: Row[] }>(workspace, '/api/audit');
    const hers = items.filter(({ who }) => who === 'ann').map(({ what }) => what);
    expect(hers.toSorted()).toEqual(['POST /api/session', 'PUT /api/lists/{id}']);
  });

  test('ends when it is signed out, also for whoever has copied it', async () => {
    await signedIn();
    const copied = browser.cookie() ?? '';
    expect(await browser.ask('DELETE', '/api/session')).toMatchObject({
      status: 204,
      setCookie: expect.stringMatching(/^perennial_session=; Path=\/api; Max-Age=0; HttpOnly/),
    });
    const again = { method: 'GET', path: '/api/lists', cookies: [copied] };
    expect(await send(workspace.world, 'api', again)).toMatchObject({ statusCode: 401 });
  });

  test('ends after twelve hours', async () => {
    await signedIn();
    await workspace.world.advance(hours(12) - 1_000);
    expect(await browser.ask('GET', '/api/lists')).toMatchObject({ status: 200 });
    await workspace.world.advance(1_000);
    expect(await browser.ask('GET', '/api/lists')).toMatchObject({ status: 401 });
  });

  test('opens nothing from when its token is revoked', async () => {
    await signedIn();
    await ask({ path: '/api/tokens/ann', method: 'DELETE' });
    expect(await browser.ask('GET', '/api/lists')).toMatchObject({ status: 401 });
    expect((await browser.ask('GET', '/api/session')).body).toEqual({ signIn: { kind: 'token' } });
  });

  test('ends when its browser signs in anew', async () => {
    const token = await signedIn();
    const former = browser.cookie() ?? '';
    await browser.signIn({ token });
    const again = { method: 'GET', path: '/api/lists', cookies: [former] };
    expect(await send(workspace.world, 'api', again)).toMatchObject({ statusCode: 401 });
  });
});

describe('a change by a session', () => {
  beforeEach(async () => void (await signedIn()));

  test.each([
    ['from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['from another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['from an origin of another name', { origin: 'http://localhost:4401' }],
    ['from a page without an origin', { origin: 'null' }],
    ['from nowhere', {}],
  ])('is refused %s', async (_, headers) => {
    expect(await makeList(headers)).toMatchObject({ status: 403 });
    expect(await browser.ask('DELETE', '/api/session', { headers })).toMatchObject({ status: 403 });
    expect(await browser.ask('GET', '/api/lists', { headers })).toMatchObject({ status: 200 });
  });

  test('is taken from the console, also by a browser that only names its origin', async () => {
    expect(await makeList({ 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 200 });
    expect(await makeList({ origin: 'http://localhost:4400' })).toMatchObject({ status: 200 });
  });

  test('a token beside the cookie goes first, and needs no page of ours', async () => {
    const authorization = `Bearer ${workspace.keys.adminToken}`;
    expect(await makeList({ authorization })).toMatchObject({ status: 200 });
    expect(await makeList({ authorization: 'Bearer pat_none' })).toMatchObject({ status: 401 });
  });
});
