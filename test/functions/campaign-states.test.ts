// Pausing keeps people in place, resuming asks what becomes of what fell due, stopping lets everybody out.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  deleteCampaign,
  pauseCampaign,
  type Resumption,
  resumeCampaign,
  stopCampaign,
} from '../../functions/use-cases/campaign-states.ts';
import { listCampaigns, readCampaign } from '../../functions/use-cases/read-campaigns.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { openMarketing, publish, steer, withSteps } from '../support/marketer.ts';
import { campaign, fill, get, mailed, tell, timeline } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const day = 24 * 3_600_000;
const why = { by: 'ann', because: 'the price is wrong' };

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(() => openMarketing(['bob', 'eve', 'kim']));
});

const pause = (id = 'nudge') => steer(shop, (ports) => pauseCampaign(ports, id, why));
const stop = (id = 'nudge') => steer(shop, (ports) => stopCampaign(ports, id, why));
const resume = (given: Resumption, id = 'nudge') =>
  steer(shop, (ports) => resumeCampaign(ports, id, given, 'ann'));
const list = () => steer(shop, (ports) => listCampaigns(ports, { limit: 100 }));
const stateOf = async (id: string) => (await list()).find((one) => one.id === id);
const kinds = async (who: string) =>
  (await timeline(shop, who)).flatMap(({ transitions }) => transitions.map(({ kind }) => kind));

/** Bob and Eve wait for their nudge, two days after they have filled their carts; it is paused before that. */
async function pausedAmidWaits() {
  await tell(shop, fill('bob'), fill('eve'));
  await pause();
  await shop.world.advance(3 * day);
}

describe('A paused campaign', () => {
  it('keeps whom it holds in place, mails nobody and lets nobody in', async () => {
    await pausedAmidWaits();
    await tell(shop, fill('kim'));
    expect(await mailed(shop)).toEqual([]);
    expect(await kinds('user:bob')).toContain('parked');
    const [row] = await timeline(shop, 'user:kim');
    expect(row?.transitions).toMatchObject([{ kind: 'not_entered', reason: 'paused' }]);
  });

  it('says who paused it, when and why, until it is live again', async () => {
    const at = shop.world.now();
    await pause();
    expect(await stateOf('nudge')).toMatchObject({
      ...{ name: 'Mail on Cart Filled', state: 'paused', version: 1 },
      changed: { ...why, at },
    });
    await resume({ stale: 'send' });
    const line = await stateOf('nudge');
    expect([line?.state, line?.changed]).toEqual(['live', undefined]);
  });

  it('stays paused when its next version is published', async () => {
    await pause();
    await publish(shop, 'nudge', campaign('Cart Filled', 'marketing', 'Hi'));
    expect(await stateOf('nudge')).toMatchObject({ state: 'paused', version: 2, changed: why });
  });

  it('is not paused twice, and what is not there not at all', async () => {
    await pause();
    await expect(pause()).rejects.toMatchObject({ status: 409 });
    await expect(pause('nothing')).rejects.toMatchObject({ status: 404 });
  });
});

describe('A stopped campaign', () => {
  it('lets everybody out, those who are parked as well', async () => {
    await pausedAmidWaits();
    await stop();
    await shop.world.advance(2 * 60_000);
    expect(await mailed(shop)).toEqual([]);
    for (const who of ['user:bob', 'user:eve']) expect((await kinds(who))[0]).toBe('exited');
  });

  it('lets nobody in, until it is published again', async () => {
    await stop();
    await tell(shop, fill('kim'));
    expect(await kinds('user:kim')).not.toContain('entered');
    await publish(shop, 'nudge', campaign('Cart Filled', 'marketing', 'Hi'));
    await tell(shop, fill('kim'));
    expect(await mailed(shop)).toEqual(['kim@example.com']);
  });

  it('does not throw out who enters after it is published again', async () => {
    await stop();
    await publish(shop, 'nudge', campaign('Cart Filled', 'marketing', 'Hi', '2 days'));
    await tell(shop, fill('kim'));
    await shop.world.advance(3 * day);
    expect(await mailed(shop)).toEqual(['kim@example.com']);
  });

  it('is not resumed', async () => {
    await stop();
    await expect(resume({ stale: 'send' })).rejects.toMatchObject({ status: 409 });
  });
});

describe('Deleting', () => {
  const remove = (id: string) => steer(shop, (ports) => deleteCampaign(ports, id, 'ann'));

  it('takes only what was stopped, and keeps its versions', async () => {
    await expect(remove('nudge')).rejects.toMatchObject({ status: 409 });
    await stop();
    await remove('nudge');
    expect(await stateOf('nudge')).toBeUndefined();
    const live = await get<{ items: { campaign: string }[] }>(shop, '/api/campaigns');
    expect(JSON.stringify(live)).not.toContain('nudge');
    const again = await publish(shop, 'nudge', campaign('Cart Filled', 'marketing', 'Hi'));
    expect(again.version).toBe(2);
    const { versions } = await steer(shop, (ports) => readCampaign(ports, 'nudge'));
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
  });

  it('spares what another campaign leads to', async () => {
    const into = withSteps(campaign('Cart Filled', 'marketing', 'Hi'), { enroll: 'nudge' });
    await publish(shop, 'leading', { ...into, templates: {} });
    await stop();
    await expect(remove('nudge')).rejects.toMatchObject({
      status: 409,
      message: 'It is used by campaign "leading"',
    });
  });
});
