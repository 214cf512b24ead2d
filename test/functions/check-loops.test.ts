// A campaign that lets in again whom it has let in itself is told of when it is published, and is live all the same.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loops } from '../../functions/use-cases/check-loops.ts';
import { told } from '../../functions/use-cases/problems.ts';
import { segmentCard } from '../../workflows/engine/card.ts';
import { campaignDocument } from '../../workflows/model/campaign.ts';
import { segmentDocument } from '../../workflows/model/segment.ts';
import { catchLog } from '../support/log-lines.ts';
import { minimal } from '../support/publishing.ts';
import { call } from '../support/sender.ts';
import { campaign, openShop } from '../support/shop.ts';

const cards = (conditions: Readonly<Record<string, object>>) =>
  new Map(
    Object.entries(conditions).map(([segment, condition]) => {
      const document = segmentDocument.parse({ name: segment, condition });
      return [segment, segmentCard({ segment, version: 1, document })];
    }),
  );

const mailed = { op: 'email', became: 'sent', within: '1 minute' };
const segments = cards({
  mailed,
  'not-mailed': { op: 'not', rule: mailed },
  'inner-mailed': { op: 'in_segment', segment: 'mailed' },
  'mailed-by-other': { ...mailed, campaign: 'other' },
  'mailed-by-test': { ...mailed, campaign: 'test' },
  'mailed-by-name': { op: 'performed', event: 'Email Sent' },
  vip: { attribute: 'plan', op: 'equals', value: 'pro' },
});

const hints = (
  given: object,
  kinds = { hello: 'marketing' } as const as Record<string, 'marketing'>,
) => {
  const document = campaignDocument.parse({ ...minimal, reentry: 'always', ...given });
  return loops({ campaign: 'test', document, kinds }, segments).map(told);
};
const by = (id: string, more: object = {}) =>
  hints({ trigger: { segment: { id, on: 'left' } }, ...more });

describe('a segment that the own mail of a campaign leads into or out of', () => {
  it.each(['mailed', 'not-mailed', 'inner-mailed', 'mailed-by-test', 'mailed-by-name'])(
    'is told of: %s',
    (id) => {
      expect(by(id)).toEqual([
        {
          at: 'campaign.trigger.segment.id',
          message: expect.stringMatching(`^Segment "${id}" asks about "Email Sent"`),
        },
      ]);
    },
  );

  it.each(['mailed-by-other', 'vip'])('is no matter when it asks for something else: %s', (id) => {
    expect(by(id)).toEqual([]);
  });

  it.each<[string, object, number]>([
    ['never', { reentry: 'never' }, 0],
    ['a day later', { reentry: { after: '1 day' } }, 0],
    ['three times', { limits: { entries: 3 } }, 0],
    ['an hour later', { reentry: { after: '1 hour' } }, 1],
  ])('is told of by how soon people come in again: %s', (_, more, count) => {
    expect(by('mailed', more)).toHaveLength(count);
  });

  it('is no matter for a campaign without mail, nor for one with another trigger', () => {
    expect(hints({ trigger: { segment: { id: 'mailed' } } }, {})).toEqual([]);
    expect(hints({})).toEqual([]);
  });
});

describe('a step that pulls the trigger of its own campaign', () => {
  const steps = (...all: object[]) => ({ steps: [{ branch: { op: 'everyone' }, yes: all }] });

  it.each<[string, object, string]>([
    ['emits its event', { emit: { event: 'Started' } }, 'campaign.steps[0].yes[0].emit'],
    ['enrolls in itself', { enroll: 'test' }, 'campaign.steps[0].yes[0].enroll'],
  ])('is told of: it %s', (_, step, at) => {
    expect(hints(steps(step))).toEqual([{ at, message: expect.stringContaining('5 times') }]);
    expect(hints({ ...steps(step), reentry: 'never' })).toEqual([]);
  });

  it('is no matter when it emits or enrolls elsewhere', () => {
    expect(hints(steps({ emit: { event: 'Other' } }, { enroll: 'other' }))).toEqual([]);
  });
});

describe('publishing', () => {
  beforeEach(() => void catchLog());
  afterEach(() => void vi.restoreAllMocks());

  it('tells of both, and the campaign is live', async () => {
    const { world, keys } = await openShop();
    const put = (path: string, body: object) =>
      call(world, keys.adminToken, { path, method: 'PUT', body: JSON.stringify(body) });
    await put('/api/segments/mailed', { name: 'Mailed', condition: mailed });
    const body = campaign('', 'marketing', 'Hi') as { campaign: object };
    const trigger = { segment: { id: 'mailed' } };
    const steps = [{ send: 'mail' }, { enroll: 'round' }];
    const document = { ...body.campaign, trigger, steps };
    const answer = await put('/api/campaigns/round', { ...body, campaign: document });
    expect(answer).toMatchObject({
      version: 1,
      warnings: [{ at: 'campaign.steps[1].enroll' }, { at: 'campaign.trigger.segment.id' }],
    });
    world.close();
  });
});
