// Mail that was asked for and has not left: a pause holds it on its way, a stop calls it back, and what is stale stays.
import { beforeEach, expect, test } from 'vitest';
import { createBookKeeping } from '../../functions/adapters/book-keeping.ts';
import { createCampaignStates } from '../../functions/adapters/campaign-states.ts';
import { createTallies } from '../../functions/adapters/tallies.ts';
import { results } from '../../functions/use-cases/results.ts';
import type { CampaignState } from '../../workflows/engine/card.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { fates, identify, mailed, openShop, order, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const minute = 60_000;
const hour = 60 * minute;

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(() => openShop({ idle: ['deliver'] }));
  await tell(workspace, identify('ann'), order('ann'));
});

async function turn(state: CampaignState): Promise<void> {
  const { observer, tables, now } = workspace.world;
  await createBookKeeping(observer, tables.core).change(({ campaigns }) => {
    const card = campaigns.get('receipt');
    return card && { change: { campaign: { ...card, state } }, by: 'test', at: now() };
  });
}

/** Takes what the queue holds at this moment, as often as something is there; answers how many came. */
async function deliver(): Promise<number> {
  const { world } = workspace;
  let count = 0;
  for (let taken = world.take('deliver'); taken.Records.length > 0; taken = world.take('deliver')) {
    await world.invoke('deliver', taken);
    const handles = taken.Records.map(({ receiptHandle }) => receiptHandle);
    world.queues.delete(world.queueOf('deliver'), handles);
    count += taken.Records.length;
  }
  return count;
}

test('a pause holds mail on its way; it leaves when the campaign is live again, once', async () => {
  await turn('paused');
  expect(await deliver()).toBe(1);
  expect(await deliver()).toBe(0);
  expect(await mailed(workspace)).toEqual([]);
  await workspace.world.advance(16 * minute);
  expect(await deliver()).toBe(1);
  expect(await mailed(workspace)).toEqual([]);
  await turn('live');
  await workspace.world.advance(16 * minute);
  await deliver();
  expect(await mailed(workspace)).toEqual(['ann@example.com']);
  expect(await fates(workspace, 'user:ann')).toEqual(['sent']);
});

test('a stop calls mail back, and the timeline and the results say so', async () => {
  await turn('stopped');
  await deliver();
  expect(await mailed(workspace)).toEqual([]);
  expect(await fates(workspace, 'user:ann')).toEqual(['withheld: campaign_stopped']);
  const { observer, tables, now } = workspace.world;
  const { messages } = await results(createTallies(observer, tables.work, now), 'receipt');
  expect(messages).toMatchObject({ requested: 1, sent: 0, withheld: { campaign_stopped: 1 } });
});

test('what a pause has held for longer than its life stays', async () => {
  await turn('paused');
  for (let waited = 0; waited <= 73 * hour; waited += 4 * hour) {
    await deliver();
    await workspace.world.advance(4 * hour);
  }
  await turn('live');
  await deliver();
  expect(await mailed(workspace)).toEqual([]);
  expect(await fates(workspace, 'user:ann')).toEqual(['withheld: expired']);
});

test('the state of a campaign is known as soon as it is changed', async () => {
  const { observer, tables } = workspace.world;
  const states = createCampaignStates(observer, tables.core);
  expect((await states())('receipt')).toBe('live');
  await turn('paused');
  expect((await states())('receipt')).toBe('paused');
  expect((await states())('nobody')).toBeUndefined();
});
