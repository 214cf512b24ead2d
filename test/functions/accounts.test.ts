// Accounts through the whole system: group calls make them, their members are told of changes, and the API shows both.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { call } from '../support/sender.ts';
import { get, identify, openShop, tell, timeline } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
});

const minute = 60_000;
const group = (user: string, groupId: string, traits: object = {}) => ({
  ...{ type: 'group', userId: user, groupId, traits },
});
const contact = (who: string) => get<Contact>(workspace, `/api/contacts/user:${who}`);
const items = async <T>(path: string) => (await get<{ items: T[] }>(workspace, path)).items;
const ids = async (path: string) => (await items<{ id: string }>(path)).map(({ id }) => id);

describe('a group call', () => {
  test('makes an account, with its attributes by their types, and the contact a member of it', async () => {
    await tell(
      workspace,
      identify('nora'),
      group('nora', 'acme', { name: 'Acme', createdAt: 0, plan: 7 }),
    );
    expect(await get(workspace, '/api/accounts/acme')).toMatchObject({
      id: 'acme',
      traits: { name: 'Acme', created_at: '1970-01-01T00:00:00.000Z', plan: '7' },
    });
    const { traits, accounts } = await contact('nora');
    expect(traits).toMatchObject({
      email: 'nora@example.com',
      account: { id: 'acme', name: 'Acme', plan: '7' },
    });
    expect(accounts).toMatchObject([{ account: 'acme', revision: 1 }]);
  });

  test('that changes the account is told to all of its members, at most every ten minutes', async () => {
    const team = Array.from({ length: 120 }, (_, at) => `u${at}`);
    await tell(workspace, ...team.map((user) => group(user, 'acme', { plan: 'free' })));
    await workspace.world.advance(minute);
    await tell(workspace, group('u0', 'acme', { plan: 'pro' }));
    expect((await contact('u0')).traits.account).toMatchObject({ plan: 'pro' });
    expect((await contact('u7')).traits.account).toMatchObject({ plan: 'free' });
    await workspace.world.advance(10 * minute);
    const plans = await Promise.all(
      team.map(async (user) => (await contact(user)).traits.account as { plan: string }),
    );
    expect(new Set(plans.map(({ plan }) => plan))).toEqual(new Set(['pro']));
    const [told] = await timeline(workspace, 'user:u7');
    expect(told).toMatchObject({ kind: 'account', about: { account: 'acme' } });
    expect(workspace.world.deadLetters()).toBe(0);
  }, 120_000);

  test('repeated with nothing new costs a read, and no write of the account', async () => {
    await tell(workspace, group('nora', 'acme', { plan: 'pro' }));
    const before = await get(workspace, '/api/accounts/acme');
    await workspace.world.advance(minute);
    const { calls } = workspace.world;
    const from = calls.length;
    await tell(workspace, group('nora', 'acme', { plan: 'pro' }));
    const puts = calls.slice(from).filter(({ what }) => what.endsWith('PutItem'));
    // The contact itself.
    expect(puts.map((one) => one.function)).toEqual(['advance']);
    expect(await get(workspace, '/api/accounts/acme')).toEqual(before);
  });
});

test('accounts and their members are listed in portions, and who was merged is met once', async () => {
  await tell(workspace, group('nora', 'acme'), group('ali', 'acme'), group('zed', 'zenith/pl'));
  expect(await ids('/api/accounts')).toEqual(['acme', 'zenith/pl']);
  expect(await ids('/api/accounts?id=zenith/pl')).toEqual(['zenith/pl']);
  expect((await ids('/api/accounts/acme/contacts')).length).toBe(2);
  const [nora, ali] = await Promise.all([contact('nora'), contact('ali')]);
  await call(workspace.world, workspace.keys.adminToken, {
    ...{ method: 'POST', path: `/api/contacts/${nora.id}/merge` },
    body: JSON.stringify({ with: ali.id }),
  });
  const survivors = await ids('/api/accounts/acme/contacts');
  expect(survivors).toEqual([[nora.id, ali.id].sort()[0]]);
  await expect(get(workspace, '/api/accounts/nobody')).rejects.toThrow('no such account');
});
