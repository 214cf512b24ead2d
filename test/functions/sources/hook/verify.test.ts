// The vendors' own code signs; where a vendor publishes none, the header is written as its manual says.
import { createHmac } from 'node:crypto';
import { createSHA256HMAC } from '@shopify/shopify-api/runtime';
import { Webhook as Standard } from 'standardwebhooks';
import Stripe from 'stripe';
import { Webhook as Svix } from 'svix';
import { describe, expect, it } from 'vitest';
import type { Scheme } from '../../../../functions/sources/hook/schemes.ts';
import { verify } from '../../../../functions/sources/hook/verify.ts';
import type { Incoming } from '../../../../functions/sources/incoming.ts';

const now = Date.UTC(2026, 10, 22, 12);
const body = '{"id":820982911946154508,"name":"سارا Żółć 🌱","total":1.0}';
const [ours, next, other] = [1, 2, 3].map(
  (byte) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`,
) as [string, string, string];

interface Told {
  readonly secret: string;
  readonly at?: number;
}
type Sign = (told: Told) => Promise<Record<string, string>> | Record<string, string>;

const hmac = (secret: string, text: string, encoding: 'base64' | 'hex' = 'base64') =>
  createHmac('sha256', secret).update(text).digest(encoding);
const seconds = (at: number) => Math.floor(at / 1000);
const stripe = new Stripe('sk_test_none');

const standard =
  (Client: typeof Standard | typeof Svix, name: string): Sign =>
  ({ secret, at = now }) => ({
    [`${name}-id`]: 'msg_1',
    [`${name}-timestamp`]: `${seconds(at)}`,
    [`${name}-signature`]: new Client(secret).sign('msg_1', new Date(at), body),
  });

const shopify =
  (header: string): Sign =>
  async ({ secret }) => ({ [header]: await createSHA256HMAC(secret, body) });

const timed: readonly [string, Scheme, Sign][] = [
  ['Standard Webhooks', 'standard-webhooks', standard(Standard, 'webhook')],
  ['Svix', 'standard-webhooks', standard(Svix, 'svix')],
  [
    'Stripe',
    'stripe',
    ({ secret, at = now }) => ({
      'stripe-signature': stripe.webhooks.generateTestHeaderString({
        payload: body,
        secret,
        timestamp: seconds(at),
      }),
    }),
  ],
  [
    'Calendly',
    'calendly',
    ({ secret, at = now }) => ({
      'calendly-webhook-signature': `t=${seconds(at)},v1=${hmac(secret, `${seconds(at)}.${body}`, 'hex')}`,
    }),
  ],
];
const timeless: readonly [string, Scheme, Sign][] = [
  ['Shopify', 'shopify', shopify('x-shopify-hmac-sha256')],
  ["Shopify's Events", 'shopify', shopify('shopify-hmac-sha256')],
  [
    'WooCommerce',
    'woocommerce',
    ({ secret }) => ({ 'x-wc-webhook-signature': hmac(secret, body) }),
  ],
  [
    'Typeform',
    'typeform',
    ({ secret }) => ({ 'typeform-signature': `sha256=${hmac(secret, body)}` }),
  ],
  ['Tally', 'tally', ({ secret }) => ({ 'tally-signature': hmac(secret, body) })],
  ['a bearer token', 'none', ({ secret }) => ({ authorization: `Bearer ${secret}` })],
];

const sent = (headers: Record<string, string>, others: Partial<Incoming> = {}): Incoming => ({
  method: 'POST',
  path: '/hooks/shop',
  headers,
  query: {},
  body: Buffer.from(body),
  receivedAt: now,
  ...others,
});

describe.each([...timed, ...timeless])('a webhook of %s', (_, scheme, sign) => {
  it('is taken when it is signed with the secret, whichever of several', async () => {
    const request = sent(await sign({ secret: ours }));
    expect(verify(request, scheme, [ours])).toBeUndefined();
    expect(verify(request, scheme, [next, ours])).toBeUndefined();
  });

  it('is refused when it is signed with another, or there is no secret', async () => {
    const request = sent(await sign({ secret: other }));
    for (const secrets of [[ours, next], [], ['']])
      expect(verify(request, scheme, secrets)).toBe('wrong signature');
  });

  it('is refused without its headers', async () => {
    const headers = Object.keys(await sign({ secret: ours }));
    expect(verify(sent({}), scheme, [ours])).toBe('no signature');
    for (const name of headers) {
      const { [name]: _, ...rest } = await sign({ secret: ours });
      expect(verify(sent(rest), scheme, [ours])).toBe('no signature');
      expect(verify(sent({ ...rest, [name]: '' }), scheme, [ours])).toBe('no signature');
    }
  });

  it.each(['=', ',', 'v1,', 't=', 't=1,v1=', 'sha256=', 'Bearer x', '💥', '0'.repeat(9000)])(
    'is refused when each header in turn is %.20j',
    async (garbage) => {
      const signed = await sign({ secret: ours });
      for (const name of Object.keys(signed))
        expect(verify(sent({ ...signed, [name]: garbage }), scheme, [ours])).toMatch(/signature$/);
    },
  );
});

describe.each([...timed, ...timeless.slice(0, -1)])('a webhook of %s', (_, scheme, sign) => {
  it('is refused when one byte of it is another', async () => {
    const headers = await sign({ secret: ours });
    for (let at = 0; at < Buffer.byteLength(body); at += 7) {
      const changed = Buffer.from(body);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(verify(sent(headers, { body: changed }), scheme, [ours])).toBe('wrong signature');
    }
  });
});

describe.each(timed)('a webhook of %s', (_, scheme, sign) => {
  it('is stale when it is minutes old, or minutes ahead', async () => {
    for (const at of [now - 170_000, now + 170_000])
      expect(verify(sent(await sign({ secret: ours, at })), scheme, [ours])).toBeUndefined();
    for (const at of [now - 302_000, now + 302_000])
      expect(verify(sent(await sign({ secret: ours, at })), scheme, [ours])).toBe('stale');
  });

  it('is not called stale to who has no secret', async () => {
    const request = sent(await sign({ secret: other, at: 0 }));
    expect(verify(request, scheme, [ours])).toBe('wrong signature');
  });
});

describe('a webhook', () => {
  it('of two signatures is taken for either, and a public-key signature is passed over', async () => {
    const two = new Standard(ours).sign('msg_1', new Date(now), body);
    const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': `${seconds(now)}` };
    const listed = `v1a,${Buffer.alloc(64).toString('base64')} v1,${hmac('x', body)} ${two}`;
    const request = sent({ ...headers, 'webhook-signature': listed });
    expect(verify(request, 'standard-webhooks', [ours])).toBeUndefined();
  });

  it('whose time is not a number is stale, however it is signed', () => {
    const key = Buffer.from(ours.slice(6), 'base64');
    for (const time of ['soon', '1e9', '-1', ' ', 'NaN', '9'.repeat(13)]) {
      const mac = createHmac('sha256', key).update(`msg_1.${time}.${body}`).digest('base64');
      const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': time };
      const request = sent({ ...headers, 'webhook-signature': `v1,${mac}` });
      expect(verify(request, 'standard-webhooks', [ours])).toBe('stale');
    }
  });

  it('of WooCommerce is signed with the secret as it was typed, whatever WordPress made of it', () => {
    const request = sent({ 'x-wc-webhook-signature': hmac(`a&b<"c'>`, body) });
    for (const kept of [
      `a&b<"c'>`,
      'a&amp;b&lt;&quot;c&#039;&gt;',
      'a&#38;b&#x3C;&#34;c&#x27;&gt;',
    ])
      expect(verify(request, 'woocommerce', [kept])).toBeUndefined();
    expect(verify(request, 'woocommerce', ['a&amp;amp;b<"c\'>'])).toBe('wrong signature');
  });

  it('that signs nothing brings its secret along in the URL', () => {
    const request = (access_token: string) => sent({}, { query: { access_token } });
    expect(verify(request(ours), 'none', [next, ours])).toBeUndefined();
    expect(verify(request(other), 'none', [next, ours])).toBe('wrong signature');
    expect(verify(request(''), 'none', [''])).toBe('no signature');
  });
});
