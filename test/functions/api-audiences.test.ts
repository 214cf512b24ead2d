// Segments, lists, broadcasts and the rules of the workspace over the API.
import { beforeEach, expect, test } from 'vitest';
import { forThisTest } from '../support/for-this-test.ts';
import { ask as askApi } from '../support/sender.ts';
import { campaign, get, identify, mailed, openShop, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
});

interface Answered {
  readonly id: string;
  readonly fill: string;
}

const ask = (method: string, path: string, body?: unknown) =>
  askApi<Answered>(workspace.world, workspace.keys.adminToken, { path, method, body });

const pro = { attribute: 'plan', op: 'equals', value: 'pro' };
const withPlan = (user: string, plan: string) => ({
  ...identify(user),
  traits: { email: `${user}@example.com`, plan },
});

interface Contacts {
  readonly items: readonly { readonly identities: readonly string[] }[];
}

const membersOf = async (of: string): Promise<string[]> => {
  const { items } = await get<Contacts>(workspace, `/api/contacts?${of}`);
  return items.map(({ identities }) => identities[0] ?? '').sort();
};

test('a segment is counted before it is saved, filled once it is, and kept up to date', async () => {
  await tell(workspace, withPlan('ann', 'pro'), withPlan('bob', 'basic'), withPlan('cy', 'pro'));
  expect(await ask('POST', '/api/segments/preview', { condition: pro })).toMatchObject({
    status: 200,
    matched: 2,
    looked: 3,
    exact: true,
    sample: [{ because: expect.stringContaining('plan') }, {}],
  });
  const { fill } = await ask('PUT', '/api/segments/pros', {
    ...{ name: 'Pros', description: 'Who pays for the big plan', condition: pro },
  });
  await workspace.world.advance(60_000);
  expect(await get(workspace, `/api/jobs/${fill}`)).toMatchObject({ state: 'done', matched: 2 });
  expect(await membersOf('segment=pros')).toEqual(['user:ann', 'user:cy']);
  await tell(workspace, withPlan('bob', 'pro'));
  expect(await membersOf('segment=pros')).toEqual(['user:ann', 'user:bob', 'user:cy']);
  expect(await get(workspace, '/api/segments')).toEqual({
    items: [
      expect.objectContaining({
        ...{ id: 'pros', name: 'Pros', description: 'Who pays for the big plan', version: 1 },
      }),
    ],
  });
  expect(await get(workspace, '/api/segments/pros')).toMatchObject({
    document: { condition: pro },
    versions: [{ version: 1 }],
  });
});

test('a rule that is wrong is refused with its place', async () => {
  const condition = { op: 'and', rules: [pro, { attribute: 'plan', op: 'equal' }] };
  expect(await ask('POST', '/api/segments/preview', { condition })).toMatchObject({
    status: 422,
    code: 'invalid',
    at: expect.stringContaining('condition.rules[1]'),
  });
});

test('a list is made, filled by hand, and deleted when nothing asks for it', async () => {
  await tell(workspace, identify('ann'), identify('bob'));
  expect(await ask('POST', '/api/lists/fair/contacts', { add: ['user:ann'] })).toMatchObject({
    status: 404,
  });
  await ask('PUT', '/api/lists/fair', { name: 'The fair' });
  const add = ['user:ann', 'email:bob@example.com', 'user:nobody'];
  expect(await ask('POST', '/api/lists/fair/contacts', { add })).toEqual({
    status: 200,
    changed: 2,
    unknown: ['user:nobody'],
  });
  await ask('POST', '/api/lists/fair/contacts', { remove: ['user:bob'] });
  expect(await membersOf('list=fair')).toEqual(['user:ann']);
  const condition = { op: 'in_list', list: 'fair' };
  await ask('PUT', '/api/segments/fair-goers', { name: 'Fair goers', condition });
  expect(await ask('DELETE', '/api/lists/fair')).toMatchObject({
    status: 409,
    error: expect.stringContaining('segment "fair-goers"'),
  });
  await ask('DELETE', '/api/segments/fair-goers');
  expect(await ask('DELETE', '/api/lists/fair')).toEqual({ status: 204 });
  expect(await get(workspace, '/api/lists')).toEqual({ items: [] });
});

test('a broadcast is run now, is watched, and does not run twice at once', async () => {
  await tell(workspace, withPlan('ann', 'pro'), withPlan('bob', 'basic'));
  const { campaign: document, templates } = campaign('X', 'marketing', 'News');
  const news = {
    ...(document as object),
    audience: pro,
    trigger: { schedule: { at: '2026-03-01T09:00', zone: 'UTC' } },
  };
  expect(await ask('PUT', '/api/campaigns/news', { campaign: news, templates })).toMatchObject({
    status: 200,
  });
  expect(await get(workspace, '/api/campaigns/news/runs')).toEqual({
    nextRun: Date.UTC(2026, 2, 1, 9),
    items: [],
  });
  const run = await ask('POST', '/api/campaigns/news/runs');
  expect(run).toMatchObject({ status: 202, kind: 'broadcast' });
  expect(await ask('POST', '/api/campaigns/news/runs')).toMatchObject({ status: 409 });
  await workspace.world.advance(10 * 60_000);
  expect(await mailed(workspace)).toEqual(['ann@example.com']);
  expect(await get(workspace, '/api/campaigns/news/runs')).toMatchObject({
    items: [{ id: run.id, state: 'done' }],
  });
  expect(await ask('GET', '/api/campaigns/none/runs')).toMatchObject({ status: 404 });
  expect(await get(workspace, '/api/jobs?limit=1')).toMatchObject({ items: [{ id: run.id }] });
  expect(await ask('POST', '/api/campaigns/receipt/runs')).toMatchObject({ status: 409 });
});

test('the rules of the workspace are read, changed whole, and hold at once', async () => {
  const rules = await get<object>(workspace, '/api/workspace');
  expect(rules).toMatchObject({ zone: 'UTC', smartSending: false });
  const changed = { zone: 'Asia/Tehran', weekend: [4, 5] };
  expect(await ask('PUT', '/api/workspace', changed)).toMatchObject({ status: 200, ...changed });
  expect(await get(workspace, '/api/workspace')).toMatchObject({ ...changed, holdout: 10 });
  expect(await ask('PUT', '/api/workspace', { zone: 'Mars/Olympus' })).toMatchObject({
    status: 422,
    at: 'zone',
  });
});
