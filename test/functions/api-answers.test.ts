// What the API answers is what its description promises: every list and every reading, on a workspace that lives.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { endpoints } from '../../functions/api/index.ts';
import { catchLog } from '../support/log-lines.ts';
import { ask } from '../support/sender.ts';
import { get, identify, order, tell } from '../support/shop.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
const call = (method: string, path: string, body?: unknown) =>
  ask<{ id: string }>(workspace.world, workspace.keys.adminToken, { path, method, body });

/** What stands between braces in the paths. */
let values: Readonly<Record<string, string>>;

beforeAll(async () => {
  catchLog();
  workspace = await openWorkspace();
  const interest = { topic: 'credit card interest rate' };
  const logged = {
    type: 'track',
    userId: 'ann',
    event: 'Support Call Logged',
    properties: interest,
  };
  await tell(workspace, identify('ann'), logged, order('ann'));
  await tell(workspace, { type: 'group', userId: 'ann', groupId: 'acme', traits: { plan: 'pro' } });
  await tell(workspace, { type: 'track', userId: 'ann' });
  const { items } = await get<{ items: { id: string }[] }>(workspace, '/api/quarantine/2026-01-05');
  await call('PUT', '/api/lists/fair', { name: 'The fair' });
  await call('PUT', '/api/segments/everybody', {
    name: 'Everybody',
    condition: { op: 'not', rule: { op: 'in_list', list: 'fair' } },
  });
  await call('PUT', '/api/sources/billing', { kind: 'standard-webhooks' });
  await call('POST', '/api/sources/billing/secrets', {});
  await call('PUT', '/api/campaigns/event-based/draft', { campaign: { name: 'Next' } });
  const imported = await call('POST', '/api/imports', {
    columns: [{ header: 'Email', to: 'email' }],
    file: { name: 'a.csv', hash: '0'.repeat(64), bytes: 20, parts: 2 },
  });
  await call('PUT', `/api/imports/${imported.id}/parts/0`, { first: 2, rows: [['b@example.com']] });
  const preview = await call('POST', '/api/campaigns/event-based/move/preview', {});
  await tell(workspace, identify('bob'));
  const erasure = await call('POST', '/api/contacts/user:bob/erase', {});
  await workspace.world.advance(60_000);
  values = {
    ...{ account: 'acme', contact: 'user:ann', segment: 'everybody', job: preview.id ?? '' },
    ...{ campaign: 'event-based', version: '1', day: '2026-01-05', list: 'fair', name: 'billing' },
    ...{ quarantined: items[0]?.id ?? '', erasure: erasure.id ?? '' },
    imported: imported.id ?? '',
  };
});
afterAll(() => {
  workspace.world.close();
  vi.restoreAllMocks();
});

/** The first word of a path says what its id is of. */
const kinds: Readonly<Record<string, string>> = {
  accounts: 'account',
  campaigns: 'campaign',
  contacts: 'contact',
  segments: 'segment',
  jobs: 'job',
  quarantine: 'quarantined',
  erasures: 'erasure',
  imports: 'imported',
};

const filled = (path: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const kind = name === 'id' ? kinds[path.split('/')[2] ?? ''] : name;
    return values[kind ?? ''] ?? '';
  });

const read = endpoints.filter(({ method, files }) => method === 'GET' && files === undefined);

test.each(read.map(({ path }) => path))('GET %s', async (path) => {
  const answer = await get<object>(workspace, filled(path));
  const promised = endpoints.find((one) => one.path === path && one.method === 'GET')?.answer;
  if (promised) expect(promised.parse(answer)).toEqual(answer);
});
