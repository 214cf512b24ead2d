// Resuming a campaign: what becomes of what fell due while it was paused is asked first, and then done.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  pauseCampaign,
  previewResume,
  type Resumption,
  resumeCampaign,
} from '../../functions/use-cases/campaign-states.ts';
import { readJob } from '../../functions/use-cases/jobs.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { openMarketing, placesOf, steer } from '../support/marketer.ts';
import { fill, mailed, tell, timeline } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const hour = 3_600_000;
const day = 24 * hour;
const why = { by: 'ann', because: 'the price is wrong' };

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(() => openMarketing(['bob', 'eve']));
});

const pause = () => steer(shop, (ports) => pauseCampaign(ports, 'nudge', why));
const resume = (given: Resumption) =>
  steer(shop, (ports) => resumeCampaign(ports, 'nudge', given, 'ann'));

/** Bob and Eve wait for their nudge, two days after they have filled their carts; it is paused before that. */
async function pausedAmidWaits() {
  await tell(shop, fill('bob'), fill('eve'));
  await pause();
  await shop.world.advance(3 * day);
}

describe('Resuming', () => {
  it('tells first how many are parked, and where', async () => {
    await pausedAmidWaits();
    const { id } = await steer(shop, (ports) => previewResume(ports, 'nudge'));
    await shop.world.quiet();
    expect(await placesOf(shop, id)).toEqual(['v1 mail → mail: 2']);
    expect(await mailed(shop)).toEqual([]);
  });

  it('sends what fell due', async () => {
    await pausedAmidWaits();
    await resume({ stale: 'send' });
    await shop.world.advance(2 * 60_000);
    expect((await mailed(shop)).sort()).toEqual(['bob@example.com', 'eve@example.com']);
  });

  it('skips what fell due, and says so', async () => {
    await pausedAmidWaits();
    await resume({ stale: 'skip' });
    await shop.world.advance(2 * 60_000);
    expect(await mailed(shop)).toEqual([]);
    const [row] = await timeline(shop, 'user:bob');
    expect(row?.transitions).toMatchObject([
      { kind: 'resumed', because: 'the campaign goes on' },
      { kind: 'withheld', reason: 'skipped_on_resume' },
      { kind: 'completed' },
    ]);
  });

  it('spaces out what fell due', async () => {
    await pausedAmidWaits();
    await resume({ stale: 'space_out', over: '12 hours' });
    await shop.world.advance(2 * 60_000);
    const early = (await mailed(shop)).length;
    await shop.world.advance(13 * hour);
    expect(early).toBeLessThan(2);
    expect(await mailed(shop)).toHaveLength(2);
  });

  it('leaves those in peace whose wait has not ended', async () => {
    await tell(shop, fill('bob'));
    await pause();
    await shop.world.advance(hour);
    await resume({ stale: 'skip' });
    await shop.world.advance(2 * day);
    expect(await mailed(shop)).toEqual(['bob@example.com']);
  });

  it('may be asked for again, should the first time have come to nothing', async () => {
    await pausedAmidWaits();
    await resume({ stale: 'send' });
    await resume({ stale: 'send' });
    await shop.world.advance(2 * 60_000);
    expect(await mailed(shop)).toHaveLength(2);
  });

  it('comes to nothing when the campaign is paused again before', async () => {
    await pausedAmidWaits();
    const { id } = await resume({ stale: 'send' });
    await pause();
    await shop.world.advance(2 * 60_000);
    expect(await mailed(shop)).toEqual([]);
    const job = await steer(shop, (ports) => readJob(ports, id));
    expect(job).toMatchObject({ state: 'stopped', because: 'The campaign is not live any more' });
  });
});
