// Publishing over the API: what cannot run is refused, whole, with the place and the reason of what is wrong.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { catchLog } from '../support/log-lines.ts';
import { ask } from '../support/sender.ts';
import { campaign, get, openShop } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  catchLog();
  workspace = await openShop();
});
afterEach(() => {
  workspace.world.close();
  vi.restoreAllMocks();
});

const publish = (body: unknown, id = 'trial') =>
  ask(workspace.world, workspace.keys.adminToken, {
    path: `/api/campaigns/${id}`,
    method: 'PUT',
    body,
  });

describe('a campaign that cannot run is refused with what is wrong', () => {
  const { campaign: document, templates } = campaign('Trial Started', 'transactional', 'Hi') as {
    campaign: object;
    templates: object;
  };

  test.each<[string, unknown, string]>([
    ['nothing in it', {}, 'campaign'],
    [
      'a trigger without an event',
      { campaign: { ...document, trigger: {} }, templates },
      'trigger.event',
    ],
    ['an unknown key', { campaign: { ...document, stpes: [] }, templates }, 'stpes'],
    ['no steps', { campaign: { ...document, steps: [] }, templates }, 'campaign.steps'],
    [
      'a wait for nothing',
      { campaign: { ...document, steps: [{ wait: { for: 'soon' } }] }, templates },
      '3 days',
    ],
    [
      'a template that is missing',
      { campaign: document, templates: {} },
      'Unknown templates: mail',
    ],
    [
      'two steps of one id',
      {
        campaign: {
          ...document,
          steps: [
            { id: 'a', send: 'mail' },
            { id: 'a', send: 'mail' },
          ],
        },
        templates,
      },
      'Two steps have the same id: a',
    ],
    [
      'Liquid that does not parse',
      campaign('Trial Started', 'transactional', 'Hi {{ person.name '),
      'Template mail: subject',
    ],
    [
      'marketing without a way out',
      {
        campaign: document,
        templates: { mail: { ...(templates as { mail: object }).mail, kind: 'marketing' } },
      },
      'unsubscribe_url',
    ],
  ])('%s', async (_, body, clue) => {
    const { status, error } = await publish(body);
    expect(status).toBe(422);
    expect(error).toContain(clue);
  });

  test('an id that is none', async () => {
    expect(await publish({}, 'Trial%20One')).toMatchObject({ status: 422 });
  });

  test('and nothing of it is live', async () => {
    await publish({ campaign: document, templates: {} });
    const live = await get<{ campaign: string }[]>(workspace, '/api/campaigns');
    expect(live.map((one) => one.campaign).sort()).toEqual(['nudge', 'offer', 'receipt']);
  });
});

test('what is published again is the next version, and the live one', async () => {
  const document = campaign('Trial Started', 'transactional', 'Hi');
  expect(await publish(document)).toMatchObject({ status: 200, version: 1 });
  expect(await publish(document)).toMatchObject({ status: 200, version: 2 });
  const live = await get<{ campaign: string; version: number }[]>(workspace, '/api/campaigns');
  expect(live.find((one) => one.campaign === 'trial')?.version).toBe(2);
});
