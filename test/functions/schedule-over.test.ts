// A broadcast whose moment has passed is not published, unless it is the one that is live.
import { beforeEach, describe, expect, it } from 'vitest';
import { saveDraft } from '../../functions/use-cases/campaign-drafts.ts';
import { pauseCampaign, stopCampaign } from '../../functions/use-cases/campaign-states.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { openMarketing, publish, steer } from '../support/marketer.ts';
import { campaign } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const day = 24 * 3_600_000;
const body = campaign('X', 'marketing', 'News');
const news = (schedule: object, more: object = {}) => ({
  ...body,
  campaign: { ...(body.campaign as object), trigger: { schedule }, ...more },
});
const tomorrow = { at: '2026-01-06T09:00' };
const why = { by: 'ann', because: 'it was wrong' };

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(() => openMarketing([]));
});

describe('A schedule that has no run any more', () => {
  it.each([
    [{ at: '2026-01-05T08:59' }, 'Once, on 2026-01-05 at 08:59 (UTC)'],
    [{ at: '2026-01-05T10:00', zone: 'Asia/Tokyo' }, 'Once, on 2026-01-05 at 10:00 (Asia/Tokyo)'],
    [{ every: 'day', at: '09:00', until: '2026-01-04' }, 'Every day at 09:00 (UTC), until 2026'],
  ])('is refused with its place: %j', async (schedule, text) => {
    const message = expect.stringContaining(`it has passed: ${text}`);
    const refusal = { status: 422, message, at: 'campaign.trigger.schedule' };
    await expect(publish(shop, 'news', news(schedule))).rejects.toMatchObject(refusal);
  });

  it('is told of when a draft is saved', async () => {
    const onTop = { revision: 0, by: 'ann' };
    const draft = news({ at: '2026-01-05T08:00' });
    expect(await steer(shop, (ports) => saveDraft(ports, 'news', draft, onTop))).toMatchObject({
      problems: [{ at: 'campaign.trigger.schedule' }],
    });
  });

  it('is taken when it is the live one, be it paused, and not once it was stopped', async () => {
    await publish(shop, 'news', news(tomorrow));
    await shop.world.advance(2 * day);
    const renamed = news(tomorrow, { name: 'Renamed' });
    expect(await publish(shop, 'news', renamed)).toMatchObject({ version: 2 });
    await expect(publish(shop, 'news', news({ at: '2026-01-06T10:00' }))).rejects.toMatchObject({
      status: 422,
    });
    await steer(shop, (ports) => pauseCampaign(ports, 'news', why));
    expect(await publish(shop, 'news', renamed)).toMatchObject({ version: 3 });
    await steer(shop, (ports) => stopCampaign(ports, 'news', why));
    await expect(publish(shop, 'news', renamed)).rejects.toMatchObject({ status: 422 });
  });
});
