// Webhooks over real HTTP into the runtime as it is started: the vendors' own code signs, and sends again as they do.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSHA256HMAC } from '@shopify/shopify-api/runtime';
import { Webhook as Standard } from 'standardwebhooks';
import Stripe from 'stripe';
import { Webhook as Svix } from 'svix';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RuntimeProcess } from '../support/runtime-process.ts';

let dataDir: string;
let runtime: RuntimeProcess;
let token: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'webhooks-'));
  runtime = new RuntimeProcess(dataDir, ['--empty']);
  await runtime.start();
  token = (await runtime.get<{ adminToken: string }>('/_local/token')).adminToken;
}, 120_000);

afterAll(async () => {
  await runtime.kill();
  rmSync(dataDir, { recursive: true });
});

async function change(method: string, path: string, body: object): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${runtime.url}/api/sources/${path}`, {
    ...{ method, headers, body: JSON.stringify(body) },
  });
  expect(answer.ok, await answer.clone().text()).toBe(true);
  return answer;
}

async function post(name: string, headers: Record<string, string>, body: string): Promise<number> {
  const address = `${runtime.url}/hooks/${name}`;
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return (await fetch(address, { method: 'POST', headers: { ...type, ...headers }, body })).status;
}

interface Row {
  readonly kind: string;
  readonly about: { readonly name: string; readonly source: string };
}

async function timeline(email: string): Promise<readonly Row[]> {
  await runtime.advance('PT1S');
  const { items } = await runtime.api<{ items: Row[] }>(`/contacts/email:${email}/timeline`);
  return items.filter(({ kind }) => kind === 'event');
}

const now = () => new Date();
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const person = (email: string) => ({ email, name: 'سارا Żółć' });

const standard = (Client: typeof Standard | typeof Svix, prefix: string) => (body: string) => {
  const [id, at] = [`msg_${prefix}`, now()];
  return {
    [`${prefix}-id`]: id,
    [`${prefix}-timestamp`]: String(Math.floor(at.getTime() / 1000)),
    [`${prefix}-signature`]: new Client(secret).sign(id, at, body),
  };
};

const checkout = (email: string) => ({
  id: 'evt_1',
  object: 'event',
  created: Math.floor(Date.now() / 1000),
  type: 'checkout.session.completed',
  data: {
    object: {
      ...{ id: 'cs_1', object: 'checkout.session', amount_total: 4990, currency: 'pln' },
      ...{ customer_details: person(email), payment_status: 'paid', status: 'complete' },
    },
  },
});

const order = (email: string) =>
  `{"id":820982911946154508,"email":"${email}","currency":"PLN","total_price":"49.90",` +
  `"updated_at":"${now().toISOString()}","customer":{"first_name":"سارا"},"line_items":[]}`;

const invoice = (email: string) =>
  JSON.stringify({ type: 'Invoice Paid', timestamp: now().toISOString(), data: person(email) });

interface Sender {
  readonly name: string;
  readonly kind: string;
  /** What comes of it. */
  readonly event: string;
  readonly write: (email: string) => string;
  readonly sign: (body: string) => Record<string, string> | Promise<Record<string, string>>;
}

const stripe = new Stripe('sk_test_none');
const senders: readonly Sender[] = [
  {
    ...{ name: 'standardwebhooks', kind: 'standard-webhooks', event: 'Invoice Paid' },
    ...{ write: invoice, sign: standard(Standard, 'webhook') },
  },
  {
    ...{ name: 'svix', kind: 'standard-webhooks', event: 'Invoice Paid' },
    ...{ write: invoice, sign: standard(Svix, 'svix') },
  },
  {
    ...{ name: 'stripe', kind: 'stripe', event: 'Order Completed' },
    write: (email) => JSON.stringify(checkout(email)),
    sign: (payload) => ({
      'stripe-signature': stripe.webhooks.generateTestHeaderString({ payload, secret }),
    }),
  },
  {
    ...{ name: 'shopify', kind: 'shopify', event: 'Order Completed' },
    write: order,
    sign: async (body) => ({
      'x-shopify-topic': 'orders/create',
      'x-shopify-hmac-sha256': await createSHA256HMAC(secret, body),
    }),
  },
];

it.each(senders)('$name arrives exactly once, however often it is sent', async (sender) => {
  const { name, kind, event, write, sign } = sender;
  await change('PUT', name, { kind });
  await change('POST', `${name}/secrets`, { secret });
  const body = write(`${name}@example.com`);
  const headers = await sign(body);
  expect(await post(name, headers, body.replace('example', 'exemple'))).toBe(401);
  for (let times = 0; times < 3; times += 1) expect(await post(name, headers, body)).toBe(200);
  expect(await timeline(`${name}@example.com`)).toMatchObject([
    { about: { name: event, source: `${kind}/${name}` } },
  ]);
  expect(await runtime.api(`/sources/${name}`)).toMatchObject({
    counts: { accepted: 1, repeated: 2, 'refused.wrong signature': 1 },
  });
});

it('WooCommerce may save its webhook: the ping is answered, and lets nothing in', async () => {
  await change('PUT', 'woo', { kind: 'woocommerce' });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(await post('woo', headers, 'webhook_id=3')).toBe(200);
  expect(await post('woo', {}, '{"id":1}')).toBe(401);
  expect(await runtime.api('/sources/woo')).toMatchObject({
    counts: { 'refused.no signature': 1 },
  });
});

it('CloudEvents may ask first whether it may send, as its specification says', async () => {
  const made = await change('PUT', 'events', { kind: 'cloudevents' });
  expect(await made.json()).toMatchObject({ addresses: ['/hooks/events'] });
  const answer = await fetch(`${runtime.url}/hooks/events`, {
    method: 'OPTIONS',
    headers: { 'webhook-request-origin': 'events.example.com' },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('webhook-allowed-origin')).toBe('events.example.com');
});
