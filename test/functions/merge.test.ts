// Merging: contacts whose keys meet in one event become one, and what both were stays; two people stay two.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
import { envelope, hand, happened } from '../support/envelopes.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { call } from '../support/sender.ts';
import {
  campaign,
  contactOf,
  get,
  identify,
  mailed,
  order,
  tell,
  timeline,
} from '../support/shop.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const welcome = campaign('Signed Up', 'transactional', 'Welcome');
const visitors = { op: 'performed', event: 'Page Viewed', count: { at_least: 3 } };
const publications = [
  {
    id: 'welcome',
    body: { ...welcome, campaign: { ...(welcome.campaign as object), audience: visitors } },
  },
  { id: 'receipt', body: campaign('Order Completed', 'transactional', 'Order') },
];

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(() => openWorkspace({}, publications));
});

const contact = (who: string) => get<Contact>(workspace, `/api/contacts/${who}`);
const visit = (anonymousId: string) => ({ type: 'page', name: 'Pricing', anonymousId });
const alias = (userId: string, previousId: string) => ({ type: 'alias', userId, previousId });
const signedUp = (userId: string) => ({ type: 'track', event: 'Signed Up', userId });
const isOne = async (...keys: string[]) =>
  new Set(await Promise.all(keys.map((key) => contactOf(workspace, key)))).size === 1;
const conflicts = async (who: string) =>
  (await timeline(workspace, who))
    .flatMap(({ transitions }) => transitions)
    .flatMap((one) => (one.kind === 'identity_conflict' ? [one.key] : []));

describe('a stranger who becomes known', () => {
  test('brings what they looked at to the contact that was known before', async () => {
    await tell(workspace, identify('ann'), { ...visit('d-0'), userId: 'ann' });
    await tell(workspace, visit('d-1'), visit('d-1'));
    expect(await isOne('user:ann', 'anonymous:d-1')).toBe(false);
    await tell(workspace, { ...identify('ann'), anonymousId: 'd-1' });
    expect(await isOne('user:ann', 'anonymous:d-1', 'anonymous:d-0')).toBe(true);
    await tell(workspace, signedUp('ann'));
    expect(await mailed(workspace)).toEqual(['ann@example.com']);
  });

  test('is told of in the event that makes them known, as one', async () => {
    await tell(workspace, identify('ann'));
    await tell(workspace, visit('d-1'), visit('d-1'), visit('d-1'));
    await tell(workspace, { ...signedUp('ann'), anonymousId: 'd-1' });
    expect(await mailed(workspace)).toEqual(['ann@example.com']);
  });

  test('by their address is the lead with that address', async () => {
    await tell(workspace, { type: 'identify', anonymousId: 'd-1', traits: { email: 'a@b.org' } });
    await tell(workspace, { type: 'identify', userId: 'ann', traits: { plan: 'pro' } });
    await tell(workspace, identify('ann', 'a@b.org'));
    expect(await isOne('user:ann', 'email:a@b.org', 'anonymous:d-1')).toBe(true);
    expect((await contact('user:ann')).traits).toMatchObject({ email: 'a@b.org', plan: 'pro' });
  });
});

describe('an alias', () => {
  test.each([
    ['a user', { type: 'track', event: 'Order Completed', userId: 'old' }, 'user:old'],
    ['a device', visit('old'), 'anonymous:old'],
  ])('makes one of a user and %s of before', async (_, before, key) => {
    await tell(workspace, before);
    await tell(workspace, identify('new'));
    await tell(workspace, alias('new', 'old'));
    expect(await isOne('user:new', key)).toBe(true);
    expect((await contact('user:new')).identities).toContain(key);
  });

  test('to an id that is new keeps the contact', async () => {
    await tell(workspace, identify('old'));
    const id = await contactOf(workspace, 'user:old');
    await tell(workspace, alias('new', 'old'), order('new'));
    expect(await contactOf(workspace, 'user:new')).toBe(id);
    expect(await mailed(workspace)).toEqual(['old@example.com']);
  });

  test('of an id that is heard of later holds for it, too', async () => {
    await tell(workspace, identify('new'), alias('new', 'old'));
    await tell(workspace, { type: 'track', event: 'Page Viewed', userId: 'old' }, visit('old'));
    expect(await isOne('user:new', 'user:old', 'anonymous:old')).toBe(true);
    expect((await timeline(workspace, 'user:new')).map(({ about }) => about.name)).toEqual(
      expect.arrayContaining(['Page Viewed', 'Contact Aliased', 'Contact Identified']),
    );
  });
});

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

describe('somebody with the say', () => {
  const merge = (who: string, other: string) =>
    call(workspace.world, workspace.keys.adminToken, {
      path: `/api/contacts/${who}/merge`,
      method: 'POST',
      body: JSON.stringify({ with: other }),
    });

  test('makes one of two users, by any of their keys', async () => {
    await tell(workspace, identify('ann'), identify('bob'));
    const ids = [await contactOf(workspace, 'user:ann'), await contactOf(workspace, 'user:bob')];
    await merge('user:ann', 'email:bob@example.com');
    const smaller = ids.toSorted()[0];
    for (const who of [...ids, 'user:ann', 'user:bob'])
      expect(await contactOf(workspace, who)).toBe(smaller);
    await merge('user:bob', 'user:ann');
    expect((await contact('user:ann')).merged).toEqual([ids.toSorted()[1]]);
  });

  test('is told when nobody is known by the other key', async () => {
    await tell(workspace, identify('ann'));
    await expect(merge('user:ann', 'user:nobody')).rejects.toThrow(/404/);
  });
});
