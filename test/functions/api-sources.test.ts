// Sources over the API: connecting, secrets, and what people are told of what arrived.
import { beforeEach, describe, expect, test } from 'vitest';
import { forThisTest } from '../support/for-this-test.ts';
import { type Asked, ask as askApi, send } from '../support/sender.ts';
import { get, openShop } from '../support/shop.ts';
import { paid, secretOf, webhook } from '../support/webhooks.ts';
import type { Workspace } from '../support/workspace.ts';

interface Told {
  readonly id: string;
  readonly secret: string;
  readonly secrets: readonly { readonly id: string }[];
}

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(openShop);
});

const ask = (method: string, path: string, body?: unknown) =>
  askApi<Told>(shop.world, shop.keys.adminToken, { method, path, body } as Asked);
const connect = (name = 'billing', body: object = { kind: 'standard-webhooks' }) =>
  ask('PUT', `/api/sources/${name}`, body);
const addSecret = (secret?: string) =>
  ask('POST', '/api/sources/billing/secrets', secret === undefined ? {} : { secret });
const deliver = async (secret: string, id = 'msg_1', body: object = paid) => {
  const { path, headers, body: text } = webhook(body, { secret, id, at: shop.world.now() });
  const lower = Object.entries(headers ?? {}).map(([key, value]) => [key.toLowerCase(), value]);
  const sent = { path, headers: Object.fromEntries(lower), body: String(text) };
  const { statusCode } = await send(shop.world, 'ingest', sent);
  await shop.world.quiet();
  return statusCode;
};

test('a source is connected, sends with the secret that we made, and is seen', async () => {
  expect(await connect()).toMatchObject({
    status: 200,
    addresses: ['/hooks/billing'],
    by: 'administrator',
    secrets: [],
  });
  const { secret = '', id } = await addSecret();
  expect(secret).toMatch(/^whsec_/);
  expect(await deliver(secret)).toBe(200);
  expect(await get(shop, '/api/sources/billing')).toMatchObject({
    sources: ['standard-webhooks/billing'],
    secrets: [{ id, addedAt: shop.world.now() }],
    counts: { accepted: 1 },
    seenAt: shop.world.now(),
    days: [{ day: '2026-01-05', counts: { accepted: 1 } }],
  });
  expect(await get(shop, '/api/contacts/email:sara@example.com')).toMatchObject({
    traits: { email: 'sara@example.com' },
  });
});

test('a replay changes nothing and is counted, and so is a forgery with its reason', async () => {
  await connect();
  const { secret = '' } = await addSecret();
  for (let times = 0; times < 3; times += 1) await deliver(secret);
  expect(await deliver(secretOf(9))).toBe(401);
  expect(await get(shop, '/api/sources/billing')).toMatchObject({
    counts: { accepted: 1, repeated: 2, 'refused.wrong signature': 1 },
    saidNo: { at: shop.world.now(), why: expect.stringContaining('not right') },
  });
});

describe('a secret', () => {
  test('is never shown once it is in use, whoever asks', async () => {
    await connect();
    const { secret: ours = '' } = await addSecret();
    expect(await addSecret(secretOf(7))).toEqual({ status: 201, id: expect.any(String) });
    const all = [await get(shop, '/api/sources'), await get(shop, '/api/sources/billing')];
    const audit = await get(shop, '/api/audit');
    for (const secret of [ours, secretOf(7)])
      expect(JSON.stringify([all, audit])).not.toContain(secret.slice(6));
  });

  test('is there once, however often it is added', async () => {
    await connect();
    await addSecret(secretOf(7));
    expect(await addSecret(secretOf(7))).toMatchObject({ status: 409, at: 'secret' });
    const { secrets } = await get<{ secrets: object[] }>(shop, '/api/sources/billing');
    expect(secrets).toHaveLength(1);
  });

  test('takes over from another without a webhook lost', async () => {
    await connect();
    const { secret: old = '', id } = await addSecret();
    const { secret: next = '' } = await addSecret();
    const at = new Date(shop.world.now() + 3_600_000).toISOString();
    expect(await ask('DELETE', `/api/sources/billing/secrets/${id}?at=${at}`)).toEqual({
      status: 204,
    });
    await shop.world.advance(60_000);
    for (const secret of [old, next]) expect(await deliver(secret)).toBe(200);
    await shop.world.advance(3_600_000);
    expect(await deliver(old)).toBe(401);
    expect(await deliver(next)).toBe(200);
  });

  test('is retired at once when nothing is said, and is unknown then', async () => {
    await connect();
    const { secret = '', id } = await addSecret();
    await ask('DELETE', `/api/sources/billing/secrets/${id}`);
    expect(await deliver(secret)).toBe(401);
    expect(await ask('DELETE', `/api/sources/billing/secrets/${id}`)).toMatchObject({
      status: 404,
    });
  });

  test.each([
    ['short', 'at least 16 bytes'],
    ['whsec_c2hvcnQ=', 'at least 16 bytes'],
    ['whsec_', 'at least 16 bytes'],
  ])('%j is none', async (secret, why) => {
    await connect();
    expect(await addSecret(secret)).toMatchObject({
      status: 422,
      at: 'secret',
      error: expect.stringContaining(why),
    });
  });

  test('of a sixth is one too many', async () => {
    await connect();
    for (let count = 0; count < 5; count += 1) expect((await addSecret()).status).toBe(201);
    expect(await addSecret()).toMatchObject({ status: 409 });
  });

  test('that the vendor makes is not made by us', async () => {
    await connect('shop', { kind: 'shopify' });
    const made = await ask('POST', '/api/sources/shop/secrets', {});
    expect(made).toMatchObject({ status: 422, error: expect.stringContaining('Shopify') });
  });
});

describe('a source is not connected', () => {
  test.each([
    ['Shop', { kind: 'shopify' }, 422, 'name'],
    ['a b', { kind: 'shopify' }, 422, 'name'],
    ['shop', { kind: 'fax' }, 422, 'kind'],
    [
      'shop',
      { kind: 'standard-webhooks', settings: { email: 'data.email' } },
      422,
      'settings.email',
    ],
    ['shop', { kind: 'standard-webhooks', settings: { mail: [] } }, 422, 'settings.mail'],
    ['shop', { kind: 'shopify', secrets: [] }, 422, undefined],
  ])('as %j of %j', async (name, body, status, at) => {
    const answer = await connect(encodeURIComponent(name), body);
    expect(answer).toMatchObject({ status, error: expect.any(String), ...(at && { at }) });
  });

  test('as another kind than it is', async () => {
    await connect();
    expect(await connect('billing', { kind: 'shopify' })).toMatchObject({ status: 409 });
  });
});

test('settings are changed without touching the secrets', async () => {
  await connect();
  const { secret = '' } = await addSecret();
  const settings = { email: ['data.who'], user: [] };
  const changed = await connect('billing', { kind: 'standard-webhooks', settings });
  expect(changed).toMatchObject({ settings, secrets: [{ id: expect.any(String) }] });
  const body = { type: 'Invoice Paid', data: { who: 'nora@example.com' } };
  expect(await deliver(secret, 'msg_2', body)).toBe(200);
  expect(await get(shop, '/api/contacts/email:nora@example.com')).toBeTruthy();
});

test('a source that is taken away is unknown to its sender within half a minute', async () => {
  await connect();
  const { secret = '' } = await addSecret();
  expect(await deliver(secret)).toBe(200);
  expect(await ask('DELETE', '/api/sources/billing')).toEqual({ status: 204 });
  await shop.world.advance(30_000);
  expect(await deliver(secret)).toBe(404);
  for (const method of ['DELETE', 'GET'])
    expect(await ask(method, '/api/sources/billing')).toMatchObject({ status: 404 });
});
