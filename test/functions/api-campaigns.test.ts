// Campaigns over the API, from the first draft to the end: written, published, paused, resumed, moved, stopped, deleted.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Explained } from '../../functions/use-cases/why.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { type Asked, ask as askApi, send } from '../support/sender.ts';
import { campaign, fill, get, identify, mailed, openShop, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const minute = 60_000;
const day = 86_400_000;

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
});

interface Answered {
  readonly id: string;
  readonly revision: number;
  readonly problems: readonly object[];
  readonly places: readonly object[];
}

const ask = (method: string, path: string, body?: unknown, revision?: number) => {
  const { adminToken } = workspace.keys;
  const headers: Record<string, string> = { authorization: `Bearer ${adminToken}` };
  if (revision !== undefined) headers['if-match'] = `"${revision}"`;
  const asked: Asked = { path: `/api/campaigns/${path}`, method, headers, body };
  return askApi<Answered>(workspace.world, adminToken, asked);
};

const nudge = campaign('Cart Filled', 'marketing', 'Still there?', '2 days');
const why = () => get<Explained>(workspace, '/api/contacts/user:ann/why/nudge');

describe('a draft', () => {
  test('is saved unfinished, told what is missing, and published once nothing is', async () => {
    const unfinished = { campaign: { name: 'Trial' }, templates: {} };
    const first = await ask('PUT', 'trial/draft', unfinished);
    expect(first).toMatchObject({ status: 200, revision: 1, problems: expect.any(Array) });
    const whole = campaign('Trial Started', 'transactional', 'Hi');
    expect(await ask('PUT', 'trial/draft', whole, 1)).toEqual({ status: 200, revision: 2 });
    expect(await ask('POST', 'trial/draft/publish', undefined, 2)).toMatchObject({
      status: 200,
      version: 1,
    });
    expect(await ask('GET', 'trial/draft')).toMatchObject({ status: 404 });
    expect(await ask('GET', 'trial')).toMatchObject({ state: 'live', version: 1 });
  });

  test('is saved on top of what was read, and never over somebody else’s', async () => {
    await ask('PUT', 'trial/draft', nudge);
    expect(await ask('PUT', 'trial/draft', nudge)).toMatchObject({ status: 412 });
    expect(await ask('PUT', 'trial/draft', nudge, 7)).toMatchObject({
      status: 412,
      code: 'changed_meanwhile',
    });
    expect(await ask('DELETE', 'trial/draft')).toMatchObject({ status: 428 });
    expect(await ask('DELETE', 'trial/draft', undefined, 1)).toEqual({ status: 204 });
  });

  test('says its revision as ETag', async () => {
    await ask('PUT', 'trial/draft', nudge);
    const { headers } = await send(workspace.world, 'api', {
      path: '/api/campaigns/trial/draft',
      method: 'GET',
      headers: { authorization: `Bearer ${workspace.keys.adminToken}` },
    });
    expect(headers).toMatchObject({ etag: '"1"' });
  });
});

test('a campaign is read as it was written, in every version', async () => {
  await ask('PUT', 'nudge', nudge);
  expect(await ask('GET', 'nudge')).toMatchObject({
    version: 2,
    live: nudge,
    versions: [
      { version: 2, by: 'administrator' },
      { version: 1, by: 'administrator' },
    ],
  });
  expect(await ask('GET', 'nudge/versions/1')).toMatchObject({ status: 200, version: 1 });
  for (const version of ['3', '0', 'x'])
    expect(await ask('GET', `nudge/versions/${version}`)).toMatchObject({ status: 404 });
});

describe('a campaign that is paused', () => {
  beforeEach(async () => {
    await tell(workspace, identify('ann'), fill('ann'));
    expect(await ask('POST', 'nudge/pause', { because: 'a typo' })).toMatchObject({
      status: 200,
      state: 'paused',
      changed: { by: 'administrator', because: 'a typo' },
    });
    await workspace.world.advance(2 * day + minute);
  });

  test('keeps people in place, and why says so', async () => {
    expect(await mailed(workspace)).toEqual([]);
    expect((await why()).sentence).toMatch(/^In: parked at "mail"/);
  });

  test('counts who is parked before it is resumed, and then does what was chosen', async () => {
    const { id } = await ask('POST', 'nudge/resume/preview');
    await workspace.world.quiet();
    expect(await get(workspace, `/api/jobs/${id}/places`)).toMatchObject({
      state: 'done',
      places: [{ version: 1, step: 'mail', people: 1 }],
    });
    expect(await ask('POST', 'nudge/resume', { stale: 'send' })).toMatchObject({ status: 202 });
    await workspace.world.advance(10 * minute);
    expect(await mailed(workspace)).toEqual(['ann@example.com']);
  });

  test.each([
    [{}, 'stale'],
    [{ stale: 'space_out' }, 'over'],
  ])('is not resumed by %j, without saying what becomes of them', async (body, at) => {
    expect(await ask('POST', 'nudge/resume', body)).toMatchObject({ status: 422, at });
  });
});

test('people inside are moved on purpose, after a look at who lands where', async () => {
  await tell(workspace, identify('ann'), fill('ann'));
  const shorter = campaign('Cart Filled', 'marketing', 'Now!', '1 day');
  const { steps } = shorter.campaign as { steps: object[] };
  const renamed = {
    ...shorter,
    campaign: { ...(shorter.campaign as object), steps: [{ ...steps[0], id: 'pause' }, steps[1]] },
  };
  await ask('PUT', 'nudge', renamed);
  const inside = await ask('POST', 'nudge/inside');
  await workspace.world.quiet();
  expect(await get(workspace, `/api/jobs/${inside.id}/places`)).toMatchObject({
    places: [{ version: 1, step: 'wait', people: 1 }],
  });
  const { id } = await ask('POST', 'nudge/move/preview', { steps: { wait: 'pause' } });
  await workspace.world.quiet();
  expect(await get(workspace, `/api/jobs/${id}/places`)).toMatchObject({
    places: [{ version: 1, step: 'wait', lands: 'pause', people: 1 }],
  });
  expect(await ask('POST', 'nudge/move', { steps: { wait: 'gone' } })).toMatchObject({
    status: 422,
    at: 'steps.wait',
  });
  expect(await ask('POST', 'nudge/move', { steps: { wait: 'pause' } })).toMatchObject({
    status: 202,
  });
  await workspace.world.advance(10 * minute);
  expect((await why()).places).toMatchObject([{ version: 2, step: 'pause', state: 'waiting' }]);
});

test('a campaign is stopped, lets everybody out, and may then be deleted', async () => {
  await tell(workspace, identify('ann'), fill('ann'));
  expect(await ask('DELETE', 'nudge')).toMatchObject({ status: 409 });
  expect(await ask('POST', 'nudge/stop', { because: 'over' })).toMatchObject({ status: 202 });
  await workspace.world.advance(10 * minute);
  expect(await why()).toMatchObject({ standing: 'was_in', campaign: { state: 'stopped' } });
  expect(await ask('DELETE', 'nudge')).toEqual({ status: 204 });
  expect(await ask('GET', 'nudge')).toMatchObject({ status: 404 });
});
