// A consent that a form asks for, that is confirmed elsewhere and withdrawn, with functions killed on the way: one mail
// asks, and each wish has its one line in the ledger.
import { beforeEach, expect, it, vi } from 'vitest';
import { readTemplates } from '../../infra/library.ts';
import { campaignPuts } from '../../infra/programs.ts';
import { ask } from '../support/sender.ts';
import type { Workspace } from '../support/workspace.ts';
import { explore } from './explorer.ts';
import { openPrepared, type Puts } from './prepared.ts';
import type { Scenario } from './scenarios.ts';
import { day, lead, minute } from './website.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const puts = (): Puts => [
  { path: '/api/workspace', body: { holdout: 0, smartSending: false, doubleOptIn: true } },
  ...readTemplates()
    .filter(({ id }) => id.startsWith('confirm-'))
    .map(({ id, body }) => ({ path: `/api/templates/${id}`, body })),
  ...campaignPuts(),
];

/** The key makes a repetition harmless. */
async function tell({ world, keys }: Workspace, status: string): Promise<void> {
  const headers = { authorization: `Bearer ${keys.adminToken}`, 'idempotency-key': status };
  const path = '/api/contacts/email:sara@example.com/consents';
  const at = new Date(world.now()).toISOString();
  const body = { status, method: 'phone', source: 'a call', at };
  const answer = await ask(world, keys.adminToken, { path, method: 'POST', headers, body });
  expect(answer.status).toBe(200);
  await world.quiet();
}

const asked: Scenario = {
  name: 'a consent asked for, given and withdrawn',
  mails: 1,
  open: (options) => openPrepared('consent', puts, options),
  run: async (workspace) => {
    await lead(workspace);
    await workspace.world.advance(10 * minute);
    await tell(workspace, 'subscribed');
    await workspace.world.advance(day);
    await tell(workspace, 'unsubscribed');
    await workspace.world.advance(day);
  },
};

it(`a function killed at any of its calls ends ${asked.name} as if nothing had happened`, async () => {
  const { points, all, findings, mails, calm } = await explore(asked, { most: 16 });
  console.log(`${asked.name}: ${points} of ${all} points explored; ${findings.length} faults`);
  expect(mails).toBe(asked.mails);
  expect(calm.consents).toHaveLength(3);
  expect(findings).toEqual([]);
}, 400_000);
