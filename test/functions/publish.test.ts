// Publishing over the API: what cannot run is refused whole, and what is published is live as the next version.
import { beforeEach, expect, test } from 'vitest';
import { forThisTest } from '../support/for-this-test.ts';
import { ask } from '../support/sender.ts';
import { campaign, get, openShop, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
});

const publish = (body: unknown) =>
  ask(workspace.world, workspace.keys.adminToken, {
    path: '/api/campaigns/trial',
    method: 'PUT',
    body,
  });

interface Live {
  readonly id: string;
  readonly version: number;
}

const trial = campaign('Trial Started', 'transactional', 'Hi');

test.each<[string, unknown, string]>([
  ['nothing in it', {}, '→ at campaign'],
  ['a template that is missing', { ...trial, templates: {} }, 'Unknown template: mail'],
  [
    'Liquid that does not parse',
    campaign('Trial Started', 'transactional', 'Hi {{ person.name '),
    'Template mail: subject',
  ],
])(
  'a campaign with %s is refused with a text that says so, and is not live',
  async (_, body, text) => {
    const { status, error } = await publish(body);
    expect([status, error]).toEqual([422, expect.stringContaining(text)]);
    const { items } = await get<{ items: { id: string }[] }>(workspace, '/api/campaigns');
    expect(items.map((one) => one.id).sort()).toEqual(['nudge', 'offer', 'receipt']);
  },
);

test('what is published again is the next version, and the live one', async () => {
  expect(await publish(trial)).toMatchObject({ status: 200, version: 1 });
  expect(await publish(trial)).toMatchObject({ status: 200, version: 2 });
  const { items } = await get<{ items: Live[] }>(workspace, '/api/campaigns');
  expect(items.find((one) => one.id === 'trial')?.version).toBe(2);
});

test('an event that has come in is known to publishing, and one that has not is told', async () => {
  const warned = async () => {
    const { warnings } = (await publish(trial)) as unknown as { warnings: unknown[] };
    return warnings;
  };
  expect(await warned()).toEqual([
    { at: 'campaign.trigger', message: 'No event "Trial Started" has come in so far' },
  ]);
  await tell(workspace, { type: 'track', event: 'Trial Started', userId: 'ann' });
  expect(await warned()).toEqual([]);
});
