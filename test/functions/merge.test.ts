// Merging: contacts whose keys meet in one event become one, and what both were stays.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
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

describe('a change of address', () => {
  test('is of the same contact, which both lead to, and mail goes to the new one', async () => {
    await tell(workspace, identify('ann', 'old@example.com'));
    const id = await contactOf(workspace, 'user:ann');
    await tell(workspace, identify('ann', 'new@example.com'), order('ann'));
    expect(await contactOf(workspace, 'email:new@example.com')).toBe(id);
    expect(await contactOf(workspace, 'email:old@example.com')).toBe(id);
    expect((await contact('user:ann')).traits.email).toBe('new@example.com');
    expect(await mailed(workspace)).toEqual(['new@example.com']);
  });
});

describe('an ordinary event', () => {
  test('of a user on a device of theirs costs one read and one write of a contact', async () => {
    const keys = { ...identify('ann'), anonymousId: 'd-1' };
    await tell(workspace, keys);
    await tell(workspace, keys);
    const before = workspace.world.calls.length;
    await tell(workspace, keys);
    const asked = workspace.world.calls
      .slice(before)
      .flatMap((one) => (one.function === 'advance' ? [one.what.split('.').at(-1)] : []));
    expect(asked.filter((what) => what === 'BatchGetItem')).toHaveLength(1);
    expect(asked.filter((what) => what === 'PutItem')).toHaveLength(1);
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

  test('and others who say so at the same moment, in any direction, make one of three', async () => {
    const users = ['ann', 'bob', 'eve'];
    await tell(workspace, ...users.flatMap((user) => [identify(user), order(user)]));
    const said = [
      ...[
        ['ann', 'bob'],
        ['bob', 'ann'],
        ['eve', 'bob'],
        ['ann', 'eve'],
        ['eve', 'ann'],
      ],
    ].map(([one, other]) => merge(`user:${one}`, `user:${other}`));
    await Promise.all([...said, ...users.map((user) => tell(workspace, order(user)))]);
    await workspace.world.quiet();
    expect(await isOne('user:ann', 'user:bob', 'user:eve')).toBe(true);
    const { entries, merged } = await contact('user:ann');
    expect([entries.receipt?.count, merged?.length]).toEqual([6, 2]);
    expect(await mailed(workspace)).toHaveLength(6);
  });

  test('is told when nobody is known by the other key', async () => {
    await tell(workspace, identify('ann'));
    await expect(merge('user:ann', 'user:nobody')).rejects.toThrow(/404/);
  });
});
