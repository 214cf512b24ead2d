// The events that Perennial answers with a mail that asks for a yes. Whoever else could say them would have strangers mailed.
import { beforeEach, describe, expect, test } from 'vitest';
import { forThisTest } from '../support/for-this-test.ts';
import { openPages } from '../support/pages.ts';
import { ask, send } from '../support/sender.ts';
import { get, identify, mailed, tell, timeline } from '../support/shop.ts';
import { webhook } from '../support/webhooks.ts';
import type { Workspace } from '../support/workspace.ts';

interface Kept {
  readonly id: string;
  readonly rejected: readonly { readonly reason: string }[];
}

const ours = ['Consent Requested', 'Consent Confirmed', 'Data Requested', 'Erasure Requested'];
const today = '/api/quarantine/2026-01-05';
let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(() => openPages());
  await tell(workspace, identify('sara'));
});

const call = (path: string, body: object, method = 'POST') =>
  ask<{ error?: string; at?: string; secret?: string }>(
    workspace.world,
    workspace.keys.adminToken,
    { method, path, body },
  );
const reasons = async () =>
  (await get<{ items: Kept[] }>(workspace, today)).items.flatMap(({ rejected }) =>
    rejected.map(({ reason }) => reason),
  );
const mailsAfter = async (what: () => Promise<unknown>) => {
  await what();
  await workspace.world.advance(60_000);
  return mailed(workspace);
};
const track = (event: string) => ({
  ...{ type: 'track', userId: 'sara', event },
  properties: { request: 'erasure' },
});

describe.each(ours)('%s', (name) => {
  test('from a site is set aside, and mails nobody', async () => {
    const spelled = [name, name.toLowerCase(), ` ${name.replace(' ', '  ')}`];
    expect(await mailsAfter(() => tell(workspace, ...spelled.map(track)))).toEqual([]);
    expect(await reasons()).toEqual(spelled.map(() => `Only Perennial itself says "${name}"`));
    const rows = await timeline(workspace, 'user:sara');
    expect(rows.filter(({ kind }) => kind === 'event')).toHaveLength(1);
  });

  test('over the API is refused, with the place', async () => {
    const refused = await call('/api/contacts/user:sara/events', { name: ` ${name} ` });
    expect(refused).toMatchObject({ status: 422, at: 'name' });
    expect(refused.error).toContain(`Only Perennial itself says "${name}"`);
  });
});

test('from a webhook, and from CloudEvents, is set aside, too', async () => {
  const at = workspace.world.now();
  const secret = await sourceOf('billing', 'standard-webhooks');
  const body = { type: 'Data Requested', data: { email: 'sara@example.com' } };
  const hook = webhook(body, { secret, at });
  const token = await sourceOf('cloud', 'cloudevents');
  const event = { specversion: '1.0', id: 'c1', source: '/shop', ...body };
  const cloud = {
    path: hook.path.replace('billing', 'cloud'),
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/cloudevents+json',
    },
    body: JSON.stringify(event),
  };
  const mails = await mailsAfter(async () => {
    const lower = Object.entries(hook.headers ?? {}).map(([key, value]) => [
      key.toLowerCase(),
      value,
    ]);
    const headers = Object.fromEntries(lower);
    await send(workspace.world, 'ingest', { ...hook, headers, body: String(hook.body) });
    await send(workspace.world, 'ingest', cloud);
  });
  expect(mails).toEqual([]);
  expect(await reasons()).toEqual(Array(2).fill('Only Perennial itself says "Data Requested"'));
});

async function sourceOf(name: string, kind: string): Promise<string> {
  await call(`/api/sources/${name}`, { kind, settings: { email: ['data.email'] } }, 'PUT');
  const { secret = '' } = await call(`/api/sources/${name}/secrets`, {});
  return secret;
}

test('what was set aside for it does not come in by a replay, as it was or mended', async () => {
  await tell(workspace, track('Erasure Requested'));
  const [kept] = (await get<{ items: Kept[] }>(workspace, today)).items;
  const raw = JSON.stringify({
    ...{ id: 'm1', type: 'track', name: 'data requested', user: 'sara', timestamp: 1 },
  });
  for (const body of [{}, { raw }]) {
    const answer = await call(`${today}/${kept?.id}/replay`, body);
    expect(answer).toMatchObject({
      state: 'rejected',
      reason: expect.stringContaining('Only Perennial itself says'),
    });
  }
  expect(await mailsAfter(() => workspace.world.quiet())).toEqual([]);
});
