// Who may do what over the API: roles, tokens and the audit of every change.
import { beforeEach, describe, expect, test } from 'vitest';
import { type Role, roles } from '../../functions/access-ports.ts';
import { endpoints } from '../../functions/api/index.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { type Asked, ask as askApi } from '../support/sender.ts';
import { campaign, get, identify, openShop, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
});

const ask = (asked: Asked, token = workspace.keys.adminToken) =>
  askApi<Made>(workspace.world, token, asked);

interface Made {
  readonly secret: string;
}

async function tokenFor(role: Role, name: string = role): Promise<string> {
  const made = await ask({ path: '/api/tokens', method: 'POST', body: { name, role } });
  expect(made).toMatchObject({ status: 201, name });
  return made.secret ?? '';
}

const trial = campaign('Trial Started', 'transactional', 'Hi');
const publish = { path: '/api/campaigns/trial', method: 'PUT', body: trial };
const look = { path: '/api/campaigns', method: 'GET' };
const edit = { path: '/api/contacts/user:ann', method: 'PATCH', body: { tag: ['vip'] } };
const finish = {
  path: '/api/contacts/user:ann/tasks/tsk_1',
  method: 'PUT',
  body: { state: 'done' },
};
const list = { path: '/api/tokens', method: 'GET' };

test.each<[Role, number[]]>([
  ['viewer', [200, 403, 403, 403, 403]],
  ['sales', [200, 404, 403, 403, 403]],
  ['marketer', [200, 404, 200, 200, 403]],
  ['administrator', [200, 404, 200, 200, 200]],
])('whoever has the role %s may do what it says, and no more', async (role, expected) => {
  await tell(workspace, identify('ann'));
  const token = await tokenFor(role, `${role} of the table`);
  const statuses: number[] = [];
  for (const asked of [look, finish, edit, publish, list])
    statuses.push((await ask(asked, token)).status);
  expect(statuses).toEqual(expected);
});

test('whoever may not is told for whom it is, before what was sent is looked at', async () => {
  const token = await tokenFor('viewer', 'dashboard');
  const body = { nothing: 'of this is looked at' };
  expect(await ask({ ...publish, body }, token)).toEqual({
    status: 403,
    code: 'forbidden',
    error: 'This is for the role marketer; the token "dashboard" has the role viewer',
  });
});

test('viewers change nothing but their session: whatever is not a GET is for somebody else', () => {
  const changing = endpoints.filter(
    ({ method, path }) => method !== 'GET' && path !== '/api/session',
  );
  const open = changing.filter(({ role }) => role === 'anyone' || role === 'viewer');
  expect(changing.length).toBeGreaterThan(10);
  expect(open.map(({ path }) => path)).toEqual([]);
});

describe('a token', () => {
  test('is shown once, and listed by its name, its role and who made it', async () => {
    const secret = await tokenFor('sales', 'Ann');
    const { items } = await get<{ items: object[] }>(workspace, '/api/tokens');
    expect(items).toMatchObject([
      { name: 'Ann', role: 'sales', by: 'administrator', at: workspace.world.now() },
      { name: 'administrator', role: 'administrator', by: 'setup' },
    ]);
    expect(JSON.stringify(items)).not.toContain(secret);
  });

  test('opens nothing once it is revoked', async () => {
    const token = await tokenFor('viewer', 'old');
    const revoke = { path: '/api/tokens/old', method: 'DELETE' };
    expect(await ask(revoke)).toEqual({ status: 204 });
    expect(await ask(look, token)).toMatchObject({ status: 401 });
    expect(await ask({ path: '/api/tokens/never', method: 'DELETE' })).toMatchObject({
      status: 404,
    });
  });

  test('cannot revoke itself, so that an administrator stays', async () => {
    const revoke = { path: '/api/tokens/administrator', method: 'DELETE' };
    expect(await ask(revoke)).toMatchObject({ status: 409 });
  });

  test.each([
    [{ name: 'x', role: 'king' }, 'role'],
    [{ name: '', role: 'viewer' }, 'name'],
    [{ name: 'a/b', role: 'viewer' }, 'name'],
  ])('of %j is refused, with the place', async (body, at) => {
    expect(await ask({ path: '/api/tokens', method: 'POST', body })).toMatchObject({
      status: 422,
      at,
    });
  });

  test('has a name that no other has', async () => {
    await tokenFor('viewer', 'twin');
    const again = {
      path: '/api/tokens',
      method: 'POST',
      body: { name: 'twin', role: 'administrator' },
    };
    expect(await ask(again)).toMatchObject({ status: 409, code: 'conflict' });
  });
});

test('setting up again makes new keys and leaves the old ones', async () => {
  const again = (await workspace.world.invoke('setup', {})) as Workspace['keys'];
  expect(again.adminToken).not.toBe(workspace.keys.adminToken);
  for (const token of [again.adminToken, workspace.keys.adminToken])
    expect(await ask(list, token)).toMatchObject({ status: 200 });
});

test('a write key that is revoked takes no more events within a minute', async () => {
  const made = await ask({ path: '/api/write-keys', method: 'POST', body: { name: 'site' } });
  const { writeKey } = { writeKey: made.secret ?? '' };
  const keyed = { ...workspace, keys: { ...workspace.keys, writeKey } };
  await tell(keyed, identify('ann'));
  expect(await ask({ path: '/api/contacts/user:ann', method: 'GET' })).toMatchObject({
    status: 200,
  });
  await ask({ path: '/api/write-keys/site', method: 'DELETE' });
  await workspace.world.advance(61_000);
  await tell(keyed, identify('bob'));
  expect(await ask({ path: '/api/contacts/user:bob', method: 'GET' })).toMatchObject({
    status: 404,
  });
});

test('there are four roles, and each may what those before it may', () => {
  expect(roles).toEqual(['viewer', 'sales', 'marketer', 'administrator']);
});
