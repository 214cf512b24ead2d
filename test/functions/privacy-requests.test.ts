// Privacy requests of a shop, end to end: signed at the door, carried out within minutes, and once, wherever it is killed.
import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Erasure } from '../../functions/erasure-ports.ts';
import type { Task } from '../../workflows/model/order.ts';
import { forThisTest } from '../support/for-this-test.ts';
import type { Fate } from '../support/instance.ts';
import { placesOf } from '../support/remains.ts';
import { ask as askApi, send } from '../support/sender.ts';
import { get, identify, openShop, tell } from '../support/shop.ts';
import type { Workspace, WorkspaceOptions } from '../support/workspace.ts';

const day = 86_400_000;
const secret = 'shpss_0123456789abcdef0123456789abcdef';
let shop: Workspace;

const ask = (method: string, path: string, body?: unknown) =>
  askApi<{ state: string; reason: string }>(shop.world, shop.keys.adminToken, {
    ...{ method, path, body },
  });

async function connected(options: WorkspaceOptions = {}): Promise<Workspace> {
  shop = await forThisTest(() => openShop(options));
  await ask('PUT', '/api/sources/my-shop', { kind: 'shopify' });
  await ask('POST', '/api/sources/my-shop/secrets', { secret });
  return shop;
}

async function deliver(topic: string, body: object, key = secret): Promise<number> {
  const text = JSON.stringify(body);
  const hmac = createHmac('sha256', key).update(text).digest('base64');
  const headers = { 'x-shopify-topic': topic, 'x-shopify-hmac-sha256': hmac };
  const path = '/hooks/my-shop';
  const { statusCode } = await send(shop.world, 'ingest', { path, headers, body: text });
  await shop.world.quiet();
  return statusCode;
}

const sara = { id: 115310627314723, email: 'sara@rahimi.example', first_name: 'Sarvenaz' };
const bob = { id: 2, email: 'bob@example.com', first_name: 'Bob' };
const domain = { shop_id: 954889, shop_domain: 'sklep.myshopify.com' };
const redact = { ...domain, customer: { id: sara.id, email: sara.email }, orders_to_redact: [1] };
const asked = { ...domain, customer: { id: sara.id }, data_request: { id: 9 } };
const words = ['rahimi', 'sarvenaz', String(sara.id)];

const minutes = (count: number) => shop.world.advance(count * 60_000);
const left = () => placesOf(shop.world, words);
const erasures = async () => (await get<{ items: Erasure[] }>(shop, '/api/erasures')).items;
const tasks = async () => (await get<{ items: Task[] }>(shop, '/api/tasks')).items;
const quarantine = async () =>
  (await get<{ items: { id: string }[] }>(shop, '/api/quarantine/2026-01-05')).items;
const status = async (who: string) => (await ask('GET', `/api/contacts/${who}`)).status;

describe('a redaction', () => {
  beforeEach(() => connected());

  test('erases the customer, in the name of the shop, and nobody else', async () => {
    await deliver('customers/create', sara);
    await deliver('customers/create', bob);
    expect(await left()).not.toEqual([]);
    expect(await deliver('customers/redact', redact)).toBe(200);
    await minutes(2);
    expect(await erasures()).toMatchObject([{ by: 'shopify/my-shop', because: 'asked' }]);
    await shop.world.advance(16 * day);
    expect(await left()).toEqual([]);
    expect(await erasures()).toMatchObject([{ state: 'FINISHED' }]);
    expect(await status('email:bob@example.com')).toBe(200);
  });

  test('that is sent again, also later, erases nobody twice', async () => {
    await deliver('customers/create', sara);
    for (const wait of [0, 0, 5, 240]) {
      await minutes(wait);
      expect(await deliver('customers/redact', redact)).toBe(200);
    }
    await minutes(5);
    expect(await erasures()).toHaveLength(1);
    await shop.world.advance(16 * day);
    expect(await left()).toEqual([]);
  });

  test('reaches whom a site knows by the same address', async () => {
    await tell(shop, identify('u-sara', sara.email));
    await deliver('customers/redact', redact);
    await minutes(2);
    expect(await status('user:u-sara')).toBe(404);
  });

  test('of nobody changes nothing, and is done', async () => {
    await deliver('customers/redact', redact);
    await minutes(2);
    expect(await erasures()).toEqual([]);
    expect(await left()).toEqual([]);
  });

  test('with a wrong signature erases nobody', async () => {
    await deliver('customers/create', sara);
    expect(await deliver('customers/redact', redact, 'shpss_somebody-elses-secret')).toBe(401);
    await minutes(20);
    expect(await erasures()).toEqual([]);
  });

  test('cannot be made by mending what is in quarantine', async () => {
    await deliver('customers/create', sara);
    await deliver('customers/redact', { ...domain, orders_to_redact: [] });
    const [kept] = await quarantine();
    const raw = JSON.stringify(redact);
    const answer = await ask('POST', `/api/quarantine/2026-01-05/${kept?.id}/replay`, { raw });
    expect(answer).toMatchObject({ state: 'rejected', reason: expect.stringMatching(/as it was/) });
    await minutes(20);
    expect(await erasures()).toEqual([]);
  });

  test('of a whole shop erases nobody, and waits for a person', async () => {
    await deliver('customers/create', sara);
    await deliver('shop/redact', domain);
    await minutes(20);
    expect(await erasures()).toEqual([]);
    expect(await quarantine()).toMatchObject([
      { rejected: [{ reason: expect.stringMatching(/a person decides/) }] },
    ]);
  });
});

describe('a request for data', () => {
  beforeEach(() => connected());

  test('opens one task, with a time and what to do', async () => {
    await deliver('customers/create', sara);
    for (const wait of [0, 0, 30]) {
      await minutes(wait);
      await deliver('customers/data_request', asked);
    }
    await minutes(2);
    const [task, ...others] = await tasks();
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      title: 'Give this person what is known of them',
      note: expect.stringContaining(`npx perennial export person ${task?.contact}`),
    });
    expect(task?.due).toBe((task?.at ?? 0) + 30 * day);
    const done = { state: 'done' };
    const path = `/api/contacts/${task?.contact}/tasks/${task?.id}`;
    expect((await ask('PUT', path, done)).status).toBe(200);
    expect(await tasks()).toEqual([]);
  });

  test('of somebody unknown is in quarantine, and is read again once they are known', async () => {
    await deliver('customers/data_request', asked);
    await minutes(2);
    expect(await tasks()).toEqual([]);
    const [kept] = await quarantine();
    expect(kept).toMatchObject({
      rejected: [{ reason: expect.stringMatching(/nobody is known/) }],
    });
    await deliver('customers/create', sara);
    const answer = await ask('POST', `/api/quarantine/2026-01-05/${kept?.id}/replay`, {});
    expect(answer).toMatchObject({ state: 'accepted' });
    await minutes(2);
    expect(await tasks()).toHaveLength(1);
  });
});

/** Kills the crawl at that call of its own, once. */
async function killedAt(nth: number, side: Exclude<Fate, 'live'>) {
  let isOn = false;
  let count = 0;
  const fate = ({ function: name }: { readonly function: string }): Fate => {
    if (!isOn || name !== 'crawl') return 'live';
    count += 1;
    return count === nth ? side : 'live';
  };
  await connected({ fate });
  for (const one of [sara, bob]) await deliver('customers/create', one);
  isOn = true;
  await deliver('customers/redact', redact);
  await deliver('customers/data_request', { ...asked, customer: { id: bob.id } });
  await minutes(100);
  return { calls: count, left: await left(), tasks: (await tasks()).length, all: await erasures() };
}

test('whoever carries requests out may die at any call: they are carried out all the same', async () => {
  const { calls } = await killedAt(0, 'die_before');
  expect(calls).toBeGreaterThan(20);
  for (const nth of [1, 5, 9, 13, 17, 21])
    for (const side of ['die_before', 'die_after'] as const) {
      const end = await killedAt(nth, side);
      expect([nth, side, end.left, end.tasks]).toEqual([nth, side, [], 1]);
      for (const { passes } of end.all) expect(passes).toBeGreaterThanOrEqual(1);
    }
}, 300_000);
