// Drafts: saved however unfinished they are, told what keeps them from going live, and published as they were read.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  discardDraft,
  publishDraft,
  saveDraft,
} from '../../functions/use-cases/campaign-drafts.ts';
import {
  listCampaigns,
  readCampaign,
  readVersion,
} from '../../functions/use-cases/read-campaigns.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { openMarketing, steer } from '../support/marketer.ts';
import { campaign } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const hi = campaign('Signed Up', 'marketing', 'Hi');

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(() => openMarketing([]));
});

const save = (input: unknown, revision = 0, id = 'hello') =>
  steer(shop, (ports) => saveDraft(ports, id, input, { revision, by: 'ann' }));
const publish = (revision: number) =>
  steer(shop, (ports) => publishDraft(ports, 'hello', { revision, by: 'ann' }));
const read = () => steer(shop, (ports) => readCampaign(ports, 'hello'));
const line = async () =>
  (await steer(shop, (ports) => listCampaigns(ports, { limit: 50 }))).find(
    ({ id }) => id === 'hello',
  );

describe('A draft', () => {
  it('may be unfinished, and says what is wrong', async () => {
    const { revision, problems } = await save({ campaign: { name: 'Hello', steps: [] } });
    expect(revision).toBe(1);
    expect(problems).toContainEqual(expect.objectContaining({ at: 'campaign.trigger' }));
    expect(await line()).toMatchObject({ name: 'Hello', state: 'draft', draft: { revision: 1 } });
  });

  it('says so when it could go live, and what of the rest stands against it', async () => {
    expect(await save(hi)).toEqual({ revision: 1 });
    const audience = { op: 'in_segment', segment: 'vip' };
    const asking = { ...hi, campaign: { ...(hi.campaign as object), audience } };
    expect((await save(asking, 1)).problems).toEqual([
      { at: 'campaign.audience.segment', message: 'there is no segment "vip"' },
    ]);
  });

  it('stands among the campaigns with what lets people in, once it is live; found by state and name', async () => {
    await save(hi);
    const found = (wanted: Parameters<typeof listCampaigns>[2]) =>
      steer(shop, (ports) => listCampaigns(ports, { limit: 50 }, wanted));
    expect(await found({ state: 'live', search: 'hello' })).toEqual([]);
    await publish(1);
    expect(await found({ state: 'live', search: 'HELL' })).toMatchObject([
      { id: 'hello', trigger: 'when "Signed Up" happens' },
    ]);
    expect(await found({ search: 'nothing' })).toEqual([]);
  });

  it('becomes the next version, and is none any more', async () => {
    await save(hi);
    const published = await publish(1);
    expect(published.version).toBe(1);
    const view = await read();
    expect(view).toMatchObject({ state: 'live', version: 1, published: { by: 'ann' }, live: hi });
    expect(view.writing).toBeUndefined();
    expect(view.versions).toMatchObject([{ version: 1, by: 'ann' }]);
  });

  it('stays beside what is live, while it is written on', async () => {
    await save(hi);
    await publish(1);
    await save({ ...hi, campaign: { name: 'Hello again' } });
    const view = await read();
    expect(view).toMatchObject({ state: 'live', live: hi, draft: { revision: 1 } });
    expect(view.writing).toMatchObject({ campaign: { name: 'Hello again' } });
  });

  it('is neither overwritten nor published nor discarded by who has not seen it as it is', async () => {
    await save(hi);
    await save(hi, 1);
    const stale = [
      () => save(hi),
      () => save(hi, 1),
      () => publish(1),
      () => steer(shop, (ports) => discardDraft(ports, 'hello', 1)),
    ];
    for (const attempt of stale) await expect(attempt()).rejects.toMatchObject({ status: 412 });
    expect((await line())?.draft).toMatchObject({ revision: 2 });
  });

  it('can be thrown away', async () => {
    await save(hi);
    await steer(shop, (ports) => discardDraft(ports, 'hello', 1));
    expect(await line()).toBeUndefined();
    await expect(read()).rejects.toMatchObject({ status: 404 });
  });

  it('is refused when no item could hold it', async () => {
    const noise = Array.from({ length: 90_000 }, () => Math.random().toString(36).slice(2)).join(
      '',
    );
    const templates = { mail: { mjml: noise } };
    await expect(save({ campaign: {}, templates })).rejects.toMatchObject({ status: 422 });
  });
});

describe('A version', () => {
  it('is read as it was written', async () => {
    await save(hi);
    await publish(1);
    const { source, document } = await steer(shop, (ports) => readVersion(ports, 'hello', 1));
    expect(source).toEqual(hi);
    expect(document).toMatchObject({ trigger: { event: 'Signed Up' }, basis: 'soft_opt_in' });
    await expect(steer(shop, (ports) => readVersion(ports, 'hello', 9))).rejects.toMatchObject({
      status: 404,
    });
  });
});
