// What was not taken as an event: looked at, mended, replayed.
import { beforeEach, describe, expect, test } from 'vitest';
import { forThisTest } from '../support/for-this-test.ts';
import { ask as askApi, send } from '../support/sender.ts';
import { get, mailed, openShop, post, tell, timeline } from '../support/shop.ts';
import { webhook } from '../support/webhooks.ts';
import type { Workspace } from '../support/workspace.ts';

interface Kept {
  readonly id: string;
  readonly source: string;
  readonly count: number;
  readonly rejected: readonly { readonly reason: string; readonly raw: string }[];
  readonly replays: readonly object[];
}

const today = '/api/quarantine/2026-01-05';
const day = 86_400_000;
let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(openShop);
});

const ask = (method: string, path: string, body?: unknown) =>
  askApi<{ secret: string }>(shop.world, shop.keys.adminToken, { method, path, body });
const list = async (query = '') => (await get<{ items: Kept[] }>(shop, `${today}${query}`)).items;
const first = async () => {
  const [kept] = await list();
  if (!kept) throw new Error('Nothing is in quarantine');
  return kept;
};
const replay = async (body: object = {}) => {
  const answer = await ask('POST', `${today}/${(await first()).id}/replay`, body);
  await shop.world.quiet();
  return answer;
};
const happened = async (who: string) =>
  (await timeline(shop, who)).filter(({ kind }) => kind === 'event').map(({ about }) => about);

const nameless = { type: 'track', userId: 'ann', properties: { number: '7' } };
const mended = { ...nameless, event: 'Order Completed', messageId: 'm1' };

describe('a call that could not be read', () => {
  beforeEach(() =>
    tell(shop, { type: 'identify', userId: 'ann', traits: { email: 'a@example.com' } }, nameless),
  );

  test('is listed with its reason, and looked at alone', async () => {
    const kept = await first();
    expect(kept).toMatchObject({
      source: 'segment/first',
      count: 1,
      rejected: [{ reason: expect.stringContaining('event'), raw: expect.any(String) }],
      replays: [],
    });
    expect(await get(shop, `${today}/${kept.id}`)).toEqual(kept);
  });

  test('stays as it is when it is replayed unmended, with the reason', async () => {
    const answer = await replay();
    expect(answer).toMatchObject({ status: 200, state: 'rejected', by: 'administrator' });
    expect((await first()).replays).toMatchObject([{ index: 0, state: 'rejected' }]);
    expect(await happened('user:ann')).toHaveLength(1);
  });

  test('mended, is taken as if it had come in then, and starts what it starts', async () => {
    const answer = await replay({ raw: JSON.stringify(mended) });
    expect(answer).toMatchObject({ status: 200, state: 'accepted', index: 0 });
    expect(await happened('user:ann')).toContainEqual({
      name: 'Order Completed',
      properties: { number: '7' },
      source: 'segment/first',
    });
    expect(await mailed(shop)).toEqual(['a@example.com']);
    expect((await first()).replays).toMatchObject([
      { state: 'accepted', by: 'administrator', at: shop.world.now() },
    ]);
  });

  test('is taken once, however often it is replayed and however it is mended then', async () => {
    const other = { ...mended, event: 'Cart Abandoned', messageId: 'm2' };
    const done = await replay({ raw: JSON.stringify(mended) });
    await shop.world.advance(2 * day);
    for (const raw of [mended, other, { nothing: true }])
      expect(await replay({ raw: JSON.stringify(raw) })).toEqual(done);
    expect(await replay()).toEqual(done);
    expect(await happened('user:ann')).toHaveLength(2);
    expect(await mailed(shop)).toHaveLength(1);
  });

  test('mended badly, can be mended again', async () => {
    expect(await replay({ raw: '{' })).toMatchObject({
      state: 'rejected',
      reason: expect.stringContaining('JSON'),
    });
    expect(await replay({ raw: JSON.stringify(mended) })).toMatchObject({ state: 'accepted' });
  });

  test('replayed days later is in the timeline, and mails nobody', async () => {
    await shop.world.advance(2 * day);
    expect(await replay({ raw: JSON.stringify(mended) })).toMatchObject({ state: 'accepted' });
    const rows = await timeline(shop, 'user:ann');
    const at = rows.find(({ id }) => id === 'm1')?.at ?? 0;
    expect(at).toBeLessThan(shop.world.now() - day);
    expect(await mailed(shop)).toEqual([]);
  });
});

test('one of many in a batch is replayed by its place', async () => {
  await post(shop, { ...nameless, messageId: 'm1' }, { type: 'wave', userId: 'ann' });
  const raw = JSON.stringify({ ...mended, messageId: 'm9' });
  expect(await replay({ index: 1, raw })).toMatchObject({ index: 1, state: 'accepted' });
  expect((await timeline(shop, 'user:ann')).map(({ id }) => id)).toContain('m9');
  expect(await replay({ index: 2, raw })).toMatchObject({ status: 404 });
});

test('a webhook is read by its provider once more, with the headers that it came with', async () => {
  await ask('PUT', '/api/sources/billing', { kind: 'standard-webhooks' });
  const { secret = '' } = await ask('POST', '/api/sources/billing/secrets', {});
  const body = { type: 'Invoice Paid', data: { buyer: 'nora@example.com' } };
  const { path, headers = {}, body: text } = webhook(body, { secret, at: shop.world.now() });
  const lower = Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]);
  await send(shop.world, 'ingest', {
    path,
    headers: Object.fromEntries(lower),
    body: String(text),
  });
  expect(await replay()).toMatchObject({ state: 'rejected' });
  const settings = { email: ['data.buyer'] };
  await ask('PUT', '/api/sources/billing', { kind: 'standard-webhooks', settings });
  expect(await replay()).toMatchObject({ state: 'accepted' });
  expect(await happened('email:nora@example.com')).toMatchObject([
    { name: 'Invoice Paid', source: 'standard-webhooks/billing' },
  ]);
  expect(await list('?source=standard-webhooks/billing')).toHaveLength(1);
  expect(await list('?source=segment/first')).toEqual([]);
});

test('a form that a bot seemed to fill in is a lead once its trap is emptied', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const path = `/f/${shop.keys.writeKey}/newsletter`;
  const body = 'email=sara%40example.com&_gotcha=x&color=red';
  await send(shop.world, 'ingest', { path, headers, body });
  expect(await replay()).toMatchObject({
    state: 'rejected',
    reason: expect.stringContaining('Spam'),
  });
  const answers = { email: 'sara@example.com', color: 'red' };
  expect(await replay({ raw: JSON.stringify(answers) })).toMatchObject({ state: 'accepted' });
  expect(await happened('email:sara@example.com')).toMatchObject([
    {
      name: 'Lead Captured',
      source: 'form/first',
      properties: { color: 'red', form: 'newsletter' },
    },
  ]);
});

describe('an event that was too large', () => {
  const long = { ...mended, properties: { number: '7', note: 'x'.repeat(33 * 1024) } };

  test('stays while it is, and is mended as the event that it is', async () => {
    await tell(shop, long);
    const kept = await first();
    expect(kept.rejected).toMatchObject([{ reason: 'Larger than 32 KB', isEvent: true }]);
    expect(await replay()).toMatchObject({ state: 'rejected', reason: 'Larger than 32 KB' });
    const event = JSON.parse(kept.rejected[0]?.raw ?? '');
    const forged = { contact: 'con_somebody', receivedAt: 0, source: 'api' };
    const raw = JSON.stringify({ ...event, ...forged, properties: { number: '7' } });
    expect(await replay({ raw })).toMatchObject({ state: 'accepted' });
    expect(await happened('user:ann')).toEqual([
      { name: 'Order Completed', properties: { number: '7' }, source: 'segment/first' },
    ]);
  });

  test('is no event any more when it is mended into something else', async () => {
    await tell(shop, long);
    const answer = await replay({ raw: '{"id":"m1"}' });
    expect(answer).toMatchObject({ state: 'rejected', reason: expect.stringContaining('type') });
  });
});

test.each([
  [`${today}/nothing`, 404],
  [`${today}/1767603600000.nothing`, 404],
  ['/api/quarantine/2026-01-06/1767603600000.x', 404],
  ['/api/quarantine/yesterday/1.x', 422],
])('there is nothing at %s', async (path, status) => {
  expect(await ask('GET', path)).toMatchObject({ status });
  expect(await ask('POST', `${path}/replay`, {})).toMatchObject({ status });
});
