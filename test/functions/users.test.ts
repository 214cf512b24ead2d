// People who sign in by name: invited with a role, known by Cognito's token and our list, and removed.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBrowser } from '../support/browser-session.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { ask as askApi } from '../support/sender.ts';
import { get, openShop } from '../support/shop.ts';
import { openUserPool } from '../support/user-pool.ts';
import type { Workspace } from '../support/workspace.ts';

let pool: Awaited<ReturnType<typeof openUserPool>>;
let workspace: Workspace;
beforeEach(async () => {
  pool = await openUserPool();
  workspace = await forThisTest(() => openShop({ replaced: { api: pool.api } }));
});
afterEach(() => pool.close());

const ask = (method: string, path: string, body?: unknown) =>
  askApi<{ invitation: string }>(workspace.world, workspace.keys.adminToken, {
    ...{ method, path },
    ...(body !== undefined && { body }),
  });
const add = (email: string, role = 'marketer') => ask('PUT', `/api/users/${email}`, { role });

async function signedIn(email: string, role?: string) {
  await add(email, role);
  const browser = createBrowser(workspace.world);
  expect(await browser.signIn({ idToken: pool.idToken(email) })).toMatchObject({ status: 201 });
  return browser;
}

describe('a user', () => {
  test('is invited once, and listed with who added them', async () => {
    const at = workspace.world.now();
    const ann = { email: 'ann@hats.example', role: 'sales', name: 'Ann', at, by: 'administrator' };
    const wanted = { role: 'sales', name: 'Ann' };
    expect(await ask('PUT', '/api/users/Ann@Hats.example', wanted)).toEqual({
      ...{ status: 200, invitation: 'sent' },
      ...ann,
    });
    expect(await add('ann@hats.example', 'viewer')).toMatchObject({ invitation: 'known' });
    const { items } = await get<{ items: object[] }>(workspace, '/api/users');
    const { name: _, ...unnamed } = ann;
    expect(items).toEqual([{ ...unnamed, role: 'viewer' }]);
    expect([...pool.accounts]).toEqual(['ann@hats.example']);
  });

  test.each([
    ['ann', { role: 'sales' }, 'email'],
    ['ann@hats.example', { role: 'king' }, 'role'],
    ['ann@hats.example', {}, 'role'],
  ])('%s with %j is refused, with the place', async (email, body, at) => {
    expect(await ask('PUT', `/api/users/${email}`, body)).toMatchObject({ status: 422, at });
  });

  test('signs in by the id token of Cognito, and may what our list says now', async () => {
    const browser = await signedIn('ann@hats.example');
    expect((await browser.ask('GET', '/api/session')).body).toMatchObject({
      ...{ name: 'ann@hats.example', role: 'marketer', signIn: pool.signIn },
    });
    const list = { body: { name: 'The fair' } };
    expect(await browser.ask('PUT', '/api/lists/fair', list)).toMatchObject({ status: 200 });
    await add('ann@hats.example', 'viewer');
    expect(await browser.ask('PUT', '/api/lists/fair', list)).toMatchObject({ status: 403 });
    const keys = `/${pool.userPoolId}/.well-known/jwks.json`;
    expect(pool.asked).toEqual([keys]);
  });

  test('who is removed has no session and no account any more', async () => {
    const browser = await signedIn('ann@hats.example');
    expect(await ask('DELETE', '/api/users/ann@hats.example')).toEqual({ status: 204 });
    expect(await browser.ask('GET', '/api/lists')).toMatchObject({ status: 401 });
    expect(await browser.signIn({ idToken: pool.idToken('ann@hats.example') })).toMatchObject({
      status: 403,
    });
    expect([...pool.accounts]).toEqual([]);
    expect(await ask('DELETE', '/api/users/ann@hats.example')).toMatchObject({ status: 404 });
  });

  test('who is the last administrator stays one, until there is another', async () => {
    const browser = await signedIn('ann@hats.example', 'administrator');
    const ann = '/api/users/ann@hats.example';
    const demote = () => browser.ask('PUT', ann, { body: { role: 'viewer' } });
    expect(await demote()).toMatchObject({ status: 409 });
    expect(await browser.ask('DELETE', ann)).toMatchObject({ status: 409 });
    await add('bob@hats.example', 'administrator');
    expect(await demote()).toMatchObject({ status: 200 });
  });

  test('is in the audit by their address', async () => {
    const browser = await signedIn('ann@hats.example');
    await browser.ask('PUT', '/api/lists/fair', { body: { name: 'The fair' } });
    const { items } = await get<{ items: { who: string; what: string }[] }>(
      workspace,
      '/api/audit',
    );
    const hers = items.filter(({ who }) => who === 'ann@hats.example');
    expect(hers.map(({ what }) => what).toSorted()).toEqual([
      'POST /api/session',
      'PUT /api/lists/{id}',
    ]);
  });
});

const hour = 3_600;
const now = () => Math.floor(Date.now() / 1_000);

test.each([
  ['signed by somebody else', () => ({ forged: true })],
  ['unsigned', () => ({ header: { alg: 'none' } })],
  ['by a key that the pool has not', () => ({ header: { kid: 'key-2' } })],
  ['of another pool', () => ({ claims: { iss: 'https://cognito-idp.eu-west-1.amazonaws.com/x' } })],
  ['for another client', () => ({ claims: { aud: 'other' } })],
  ['that is over', () => ({ claims: { exp: now() - 1 } })],
  ['that is not valid yet', () => ({ claims: { nbf: now() + hour } })],
  ['for access', () => ({ claims: { token_use: 'access' } })],
  ['of an address that nobody has verified', () => ({ claims: { email_verified: false } })],
  ['without an address', () => ({ claims: { email: undefined } })],
])('an id token %s opens nothing', async (_, odd) => {
  await add('ann@hats.example');
  const browser = createBrowser(workspace.world);
  const idToken = pool.idToken('ann@hats.example', odd());
  const answer = await browser.signIn({ idToken });
  expect(answer).toMatchObject({ status: 401, setCookie: undefined });
});

test('where there is no Cognito, whoever adds somebody is told that nobody is invited', async () => {
  workspace = await forThisTest(openShop);
  expect(await add('ann@hats.example')).toMatchObject({ status: 200, invitation: 'none' });
});
