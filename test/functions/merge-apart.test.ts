// Two people stay two contacts: whatever they share, and however close together they become known.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
import { envelope, hand, happened } from '../support/envelopes.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { contactOf, get, identify, openShop, tell, timeline } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
});

const contact = (who: string) => get<Contact>(workspace, `/api/contacts/${who}`);
const visit = (anonymousId: string) => ({ type: 'page', name: 'Pricing', anonymousId });
const isOne = async (...keys: string[]) =>
  new Set(await Promise.all(keys.map((key) => contactOf(workspace, key)))).size === 1;
const conflicts = async (who: string) =>
  (await timeline(workspace, who))
    .flatMap(({ transitions }) => transitions)
    .flatMap((one) => (one.kind === 'identity_conflict' ? [one.key] : []));

describe('two people', () => {
  test('who use one device stay two, and the second is told that it is not theirs', async () => {
    await tell(workspace, { ...identify('ann'), anonymousId: 'd-1' }, identify('bob'));
    await tell(workspace, { ...identify('bob'), anonymousId: 'd-1' });
    await tell(workspace, { ...identify('eve'), anonymousId: 'd-1' });
    expect(await isOne('user:ann', 'user:bob')).toBe(false);
    expect(await isOne('user:ann', 'user:eve')).toBe(false);
    expect(await isOne('user:ann', 'anonymous:d-1')).toBe(true);
    expect(await conflicts('user:bob')).toEqual(['anonymous:d-1']);
    expect(await conflicts('user:eve')).toEqual(['anonymous:d-1']);
  });

  test('who give two addresses on one device stay two', async () => {
    const lead = (email: string) => ({ type: 'identify', anonymousId: 'd-1', traits: { email } });
    await tell(workspace, lead('ann@example.com'));
    await tell(workspace, lead('bob@example.com'));
    expect(await isOne('email:ann@example.com', 'email:bob@example.com')).toBe(false);
    expect((await contact('email:ann@example.com')).traits.email).toBe('ann@example.com');
  });

  test('who share an address stay two', async () => {
    await tell(workspace, identify('ann', 'us@example.com'));
    await tell(workspace, identify('bob', 'us@example.com'));
    expect(await isOne('user:ann', 'user:bob')).toBe(false);
    expect(await conflicts('user:bob')).toEqual(['email:us@example.com']);
  });

  test('whose events come in one batch from one unknown device stay two', async () => {
    const keys = [{ anonymous: 'd-1' }, { user: 'ann' }, { user: 'bob' }];
    const events = keys.map((one) => happened(workspace.world, { anonymous: 'd-1', ...one }));
    await hand(workspace.world.start('advance'), envelope(...events));
    await workspace.world.quiet();
    expect(await isOne('user:ann', 'user:bob')).toBe(false);
    expect(await isOne('user:ann', 'anonymous:d-1')).toBe(true);
  });

  test('who become known on one device at the same moment stay two', async () => {
    const { world } = workspace;
    await tell(workspace, visit('d-1'));
    const bodies = ['ann', 'bob'].map((user) =>
      envelope(happened(world, { user, anonymous: 'd-1' })),
    );
    const hands = bodies.map((body) => ({ to: world.start('advance'), body }));
    const again = await Promise.all(hands.map(({ to, body }) => hand(to, body)));
    for (const [at, count] of again.entries())
      if (count > 0) await hand(world.start('advance'), bodies[at] ?? '');
    await world.quiet();
    expect(await isOne('user:ann', 'user:bob')).toBe(false);
    for (const who of ['user:ann', 'user:bob'])
      expect((await contact(who)).entries.receipt?.count).toBe(1);
  });
});
