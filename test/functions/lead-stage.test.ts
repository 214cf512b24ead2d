// How far a lead has come: said by sales, kept as an attribute that rules can ask, told beside the open tasks.
import { beforeEach, expect, test } from 'vitest';
import { forThisTest } from '../support/for-this-test.ts';
import { ask as askApi } from '../support/sender.ts';
import { get, identify, openShop, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
});

const put = (stage: string) =>
  askApi(workspace.world, workspace.keys.adminToken, {
    ...{ path: '/api/contacts/user:ann/stage', method: 'PUT' },
    body: { stage },
  });

test('a stage is an attribute of the contact', async () => {
  await tell(workspace, identify('ann'));
  expect(await put('meeting')).toMatchObject({ status: 204 });
  const ann = await get(workspace, '/api/contacts/user:ann');
  expect(ann).toMatchObject({ traits: { lead_stage: 'meeting' } });
});

test('a stage that is none is refused with those that there are', async () => {
  await tell(workspace, identify('ann'));
  expect(await put('nearly')).toMatchObject({ status: 422, error: expect.stringContaining('won') });
});

test('open tasks tell whom they are about, where that is asked', async () => {
  await tell(workspace, identify('ann'));
  const task = { task: { title: 'Call Ann', due: '1 day' } };
  const trigger = { event: 'Trial Started' };
  const handOff = { campaign: { name: 'Hand over', trigger, reentry: 'always', steps: [task] } };
  const published = await askApi(workspace.world, workspace.keys.adminToken, {
    ...{ path: '/api/campaigns/hand-off', method: 'PUT', body: handOff },
  });
  expect(published).toMatchObject({ status: 200 });
  await tell(workspace, { type: 'track', event: 'Trial Started', userId: 'ann' });
  await put('contacted');
  expect(await get(workspace, '/api/tasks')).toMatchObject({ items: [{ title: 'Call Ann' }] });
  const told = await get<Told>(workspace, '/api/tasks?with=lead');
  expect(told.items[0]?.lead).toMatchObject({ stage: 'contacted' });
});

interface Told {
  readonly items: readonly { readonly lead?: unknown }[];
}
