// The audit: every change over the API leaves a row, written before it is made.
import { beforeEach, expect, test } from 'vitest';
import { hash } from '../../functions/adapters/keys.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { type Asked, ask as askApi, send } from '../support/sender.ts';
import { campaign, get, identify, openShop, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
});

/** No two at the same moment: rows are listed by time. */
async function ask(asked: Asked, token = workspace.keys.adminToken) {
  await workspace.world.advance(1);
  return askApi<Made>(workspace.world, token, asked);
}

interface Made {
  readonly secret: string;
}

async function tokenFor(role: string, name: string = role): Promise<string> {
  const made = await ask({ path: '/api/tokens', method: 'POST', body: { name, role } });
  return made.secret ?? '';
}

const trial = campaign('Trial Started', 'transactional', 'Hi');
const publish = { path: '/api/campaigns/trial', method: 'PUT', body: trial };
const look = { path: '/api/campaigns', method: 'GET' };
const edit = { method: 'PATCH', body: { tag: ['vip'] } };

interface Row {
  readonly what: string;
  readonly who: string;
  readonly status?: number;
  readonly path: Readonly<Record<string, string>>;
}

const audit = async (query = '') =>
  get<{ items: Row[]; next?: string }>(workspace, `/api/audit${query}`);

test('tells who changed what, also when it was refused, and nothing of who only looked', async () => {
  const token = await tokenFor('marketer', 'Mia');
  await ask(publish, token);
  await ask(look, token);
  await ask({ ...publish, body: { ...trial, templates: {} } }, token);
  const { items } = await audit();
  expect(items.slice(0, 3)).toMatchObject([
    { who: 'Mia', what: 'PUT /api/campaigns/{id}', path: { id: 'trial' }, status: 422 },
    { who: 'Mia', what: 'PUT /api/campaigns/{id}', path: { id: 'trial' }, status: 200 },
    { who: 'administrator', what: 'POST /api/tokens', path: { name: 'Mia' }, status: 201 },
  ]);
});

test('tells who took data of people away, once for a file of many parts', async () => {
  await tell(workspace, identify('ann', 'ann@example.com'), identify('bob', 'bob@example.com'));
  const token = await tokenFor('marketer', 'Mia');
  const { world } = workspace;
  const headers = { authorization: `Bearer ${token}` };
  const path = '/api/exports/contacts?limit=1';
  await world.advance(1);
  const first = await send(world, 'api', { path, method: 'GET', headers });
  const next = encodeURIComponent(first.headers?.['x-next'] ?? '');
  await send(world, 'api', { path: `${path}&next=${next}`, method: 'GET', headers });
  await ask({ path: '/api/contacts/email:ann@example.com/data', method: 'GET' }, token);
  await ask({ path: '/api/contacts/user:nobody/data', method: 'GET' }, token);
  await ask({ path: '/api/contacts', method: 'GET' }, token);
  const { items } = await audit();
  expect(next).not.toBe('');
  expect(items.slice(0, 4)).toMatchObject([
    { who: 'Mia', what: 'GET /api/contacts/{id}/data', status: 404 },
    { who: 'Mia', what: 'GET /api/contacts/{id}/data', status: 200 },
    { who: 'Mia', what: 'GET /api/exports/contacts', status: 200 },
    { what: 'POST /api/tokens' },
  ]);
  expect(JSON.stringify(items)).not.toContain('ann@');
});

test('is read in portions, without a gap', async () => {
  for (const name of ['a', 'b', 'c']) await tokenFor('viewer', name);
  const { items: all } = await audit();
  const first = await audit('?limit=2');
  const second = await audit(`?limit=2&next=${first.next}`);
  expect(first.items).toHaveLength(2);
  expect([...first.items, ...second.items]).toEqual(all.slice(0, 4));
});

test('is for administrators', async () => {
  const token = await tokenFor('marketer');
  expect(await ask({ path: '/api/audit', method: 'GET' }, token)).toMatchObject({ status: 403 });
});

test('holds no address of anybody', async () => {
  await tell(workspace, identify('ann', 'ann@example.com'));
  await ask({ ...edit, path: '/api/contacts/email:ann@example.com' });
  const { items } = await audit();
  expect(items[0]?.path.id).toMatch(/^email:#/);
  // Whoever guesses an address cannot tell without the salt.
  expect(items[0]?.path.id).not.toContain(hash('email:ann@example.com'));
  expect(JSON.stringify(items)).not.toContain('ann@');
});

test('is written before the change: one that was cut short stands there without an answer', async () => {
  let isDying = false;
  const dies = ({ function: name, what }: { function: string; what: string }) =>
    isDying && name === 'api' && what.endsWith('PutItem') && puts++ > 0
      ? ('die_before' as const)
      : ('live' as const);
  let puts = 0;
  workspace = await forThisTest(() => openShop({ fate: dies }));
  isDying = true;
  await ask({
    path: '/api/organization',
    method: 'PUT',
    body: { name: 'New', address: 'Here' },
  }).catch(() => undefined);
  isDying = false;
  const { items } = await audit();
  expect(items[0]).toMatchObject({ what: 'PUT /api/organization', who: 'administrator' });
  expect(items[0]?.status).toBeUndefined();
  expect(await get(workspace, '/api/organization')).not.toMatchObject({ name: 'New' });
});
