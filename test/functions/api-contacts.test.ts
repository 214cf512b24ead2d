// Contacts over the API: made, changed, told of events, and let into campaigns.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
import type { Transition } from '../../workflows/model/transition.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { type Asked, ask as askApi } from '../support/sender.ts';
import { fill, get, identify, mailed, openShop, tell, timeline } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
  for (const id of ['news', 'fair-2026'])
    await ask({ path: `/api/lists/${id}`, method: 'PUT', body: { name: id } });
});

const ask = (asked: Asked, key?: string) => {
  const { adminToken } = workspace.keys;
  const headers = { authorization: `Bearer ${adminToken}` };
  const keyed = key === undefined ? headers : { ...headers, 'idempotency-key': key };
  return askApi<Called>(workspace.world, adminToken, { ...asked, headers: keyed });
};
interface Called {
  readonly decided: readonly Transition[];
}

const post = (path: string, body: unknown, key?: string) =>
  ask({ path, method: 'POST', body }, key);
const patch = (path: string, body: unknown, key?: string) =>
  ask({ path, method: 'PATCH', body }, key);
const contact = (who: string) =>
  get<Contact & { score: number }>(workspace, `/api/contacts/${who}`);

describe('a contact that is made', () => {
  const ann = {
    user: 'ann',
    email: ' Ann@Example.com',
    attributes: { first_name: 'Ann', lead_score: 12 },
    consent: { status: 'subscribed', method: 'phone' },
    tags: ['vip'],
    lists: ['fair-2026'],
  };

  test('has at once all that was said of it, under every key', async () => {
    expect(await post('/api/contacts', ann)).toMatchObject({ status: 200, score: 12 });
    const found = await contact('email:ann@example.com');
    expect(found).toMatchObject({
      identities: ['user:ann', 'email:ann@example.com'],
      traits: { email: 'Ann@Example.com', first_name: 'Ann', tags: ['vip'] },
      consent: { status: 'subscribed', method: 'phone' },
      lists: { 'fair-2026': workspace.world.now() },
      score: 12,
    });
    expect((await contact('user:ann')).id).toBe(found.id);
  });

  test('again is the same contact, updated', async () => {
    await post('/api/contacts', ann);
    const { id } = await contact('user:ann');
    await post('/api/contacts', { user: 'ann', attributes: { city: 'Oslo' } });
    expect(await contact('user:ann')).toMatchObject({
      id,
      traits: { first_name: 'Ann', city: 'Oslo' },
    });
  });

  test.each([
    [{ attributes: { a: 1 } }, 'says who it is', 'user'],
    [{ user: 'x', email: 'no address' }, 'an email address', 'email'],
    [{ user: 'x', age: 3 }, 'age', 'age'],
    [{ user: 'x', lists: ['none'] }, 'There is no list "none"', expect.stringMatching(/^lists/)],
  ])('of %j is refused, and told why and where', async (body, why, place) => {
    const { status, error, at } = await post('/api/contacts', body);
    expect([status, error, at]).toEqual([422, expect.stringContaining(why), place]);
  });

  test('is found by a key in the query, however it is written', async () => {
    await post('/api/contacts', { user: 'a/b c' });
    const key = encodeURIComponent('user:a/b c');
    expect(await get(workspace, `/api/contacts?key=${key}`)).toMatchObject({
      items: [{ identities: ['user:a/b c'] }],
    });
    expect(await get(workspace, '/api/contacts?key=user:nobody')).toEqual({ items: [] });
  });
});

describe('a contact that is changed', () => {
  beforeEach(() => tell(workspace, identify('ann')));

  test('has its attributes, tags, scores and lists changed, and its timeline says by whom', async () => {
    await workspace.world.advance(1);
    const changes = { set: { plan: 'pro' }, add: { lead_score: 5 }, tag: ['vip'], join: ['news'] };
    expect(await patch('/api/contacts/user:ann', changes)).toMatchObject({
      status: 200,
      score: 5,
      traits: { plan: 'pro', tags: ['vip'] },
      lists: { news: workspace.world.now() },
    });
    const [row] = await timeline(workspace, 'user:ann');
    expect(row).toMatchObject({ kind: 'edit', about: { by: 'administrator' } });
  });

  test('once, however often the same key asks for it', async () => {
    const more = { add: { lead_score: 5 } };
    for (const _ of [1, 2, 3]) await patch('/api/contacts/user:ann', more, 'once');
    await patch('/api/contacts/user:ann', more, 'other');
    expect((await contact('user:ann')).score).toBe(10);
  });

  test.each([
    ['an address, which is a key', { set: { email: 'x@example.com' } }, 'POST /api/contacts'],
    ['nothing', {}, 'says what to change'],
  ])('in %s is refused', async (_, body, why) => {
    const { status, error } = await patch('/api/contacts/user:ann', body);
    expect([status, error]).toEqual([422, expect.stringContaining(why)]);
  });
});

test('an event of one contact reaches campaigns as if a site had sent it, once', async () => {
  await tell(workspace, identify('ann'));
  const path = '/api/contacts/user:ann/events';
  for (const _ of [1, 2])
    expect(await post(path, { name: 'Cart Abandoned', properties: {} }, 'cart-1')).toEqual({
      status: 202,
      id: 'api/cart-1',
    });
  await workspace.world.quiet();
  expect(await mailed(workspace)).toEqual(['ann@example.com']);
  expect(await post('/api/contacts/user:nobody/events', { name: 'X' })).toMatchObject({
    status: 404,
  });
});

describe('a call', () => {
  const path = '/api/campaigns/nudge/call';
  const kinds = (answer: Partial<Called>) => answer.decided?.map(({ kind }) => kind);

  test('lets a contact in, and answers what was decided', async () => {
    await tell(workspace, identify('ann'));
    const answer = await post(path, { contact: 'user:ann' });
    expect(answer).toMatchObject({ status: 200 });
    expect(kinds(answer)).toEqual(['entered', 'waiting']);
    expect((await contact('user:ann')).enrollments).toMatchObject([{ campaign: 'nudge' }]);
  });

  test('again with the same key changes nothing and answers the same', async () => {
    await tell(workspace, identify('ann'));
    const first = await post(path, { contact: 'user:ann' }, 'key-1');
    await tell(workspace, { ...fill('ann'), event: 'Other' });
    expect(await post(path, { contact: 'user:ann' }, 'key-1')).toEqual(first);
    expect(kinds(await post(path, { contact: 'user:ann' }, 'key-2'))).toEqual(['not_entered']);
  });

  test('of a campaign or for a contact that is not there is refused', async () => {
    expect(await post('/api/campaigns/none/call', { contact: 'user:ann' })).toMatchObject({
      status: 404,
      error: 'There is no such campaign',
    });
    expect(await post(path, { contact: 'user:ann' })).toMatchObject({
      status: 404,
      error: 'There is no such contact',
    });
  });
});
