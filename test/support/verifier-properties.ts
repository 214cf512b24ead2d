// What holds for whoever knocks at /hooks: stated once, run a little in every test run and a lot in the long one.
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect } from 'vitest';
import { Refused } from '../../functions/errors.ts';
import { hook } from '../../functions/sources/hook/hook.ts';
import { providers } from '../../functions/sources/hook/providers.ts';
import { type Scheme, schemes } from '../../functions/sources/hook/schemes.ts';
import { verify } from '../../functions/sources/hook/verify.ts';
import type { Incoming } from '../../functions/sources/incoming.ts';
import { hookSource, secretOf } from './webhooks.ts';

const now = Date.UTC(2026, 10, 22, 12);
const seconds = String(now / 1000);
const names = Object.keys(schemes) as Scheme[];

const headerNames = [
  ...['id', 'timestamp', 'signature'].flatMap((part) => [`webhook-${part}`, `svix-${part}`]),
  'stripe-signature',
  'calendly-webhook-signature',
  'x-shopify-hmac-sha256',
  'shopify-hmac-sha256',
  'x-wc-webhook-signature',
  'typeform-signature',
  'tally-signature',
  'authorization',
];

/** Signatures of somebody who knows everything but the secret, and noise. */
const forged = fc.uint8Array({ minLength: 32, maxLength: 32 }).chain((bytes) => {
  const [base64, hex] = [Buffer.from(bytes).toString('base64'), Buffer.from(bytes).toString('hex')];
  return fc.constantFrom(
    ...[base64, hex, `v1,${base64}`, `v1,${base64} v1,${base64}`, `sha256=${base64}`],
    ...[`t=${seconds},v1=${hex}`, `t=${seconds},v1=${hex},v1=`, `t=,v1=${hex}`, `Bearer ${hex}`],
  );
});
const header = fc.oneof(
  { weight: 3, arbitrary: forged },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', ',', '=', 'v1,', 't=', seconds, 'msg_1') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);
const body = fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes));
const strangers = fc.record({
  method: fc.constant('POST'),
  path: fc.oneof(fc.constant('/hooks/billing'), fc.constantFrom('/hooks/none', '/hooks/__proto__')),
  headers: fc.dictionary(fc.constantFrom(...headerNames), header, { maxKeys: 6 }),
  query: fc.dictionary(fc.constant('access_token'), header, { maxKeys: 1 }),
  body,
  receivedAt: fc.constant(now),
});

/** Whoever does not know the secret is not let in, whatever the scheme, and crashes nothing. */
export const strangersStayOut = (runs: number) =>
  fc.assert(
    fc.property(fc.constantFrom(...names), strangers, (scheme, request) => {
      expect(verify(request, scheme, [secretOf(1), secretOf(2)])).toBeDefined();
      expect(verify(request, scheme, [])).toBeDefined();
      expect(verify(request, scheme, ['', 'whsec_'])).toBeDefined();
    }),
    { numRuns: runs },
  );

const mac = (key: Buffer, text: string, content: Buffer, encoding: 'base64' | 'hex') =>
  createHmac('sha256', key).update(text).update(content).digest(encoding);

/** As a sender of each scheme signs, written a second time. */
function signed(scheme: Scheme, secret: string, content: Buffer): Incoming['headers'] {
  const key = Buffer.from(secret);
  const plain = mac(key, '', content, 'base64');
  const timed = `t=${seconds},v1=${mac(key, `${seconds}.`, content, 'hex')}`;
  const decoded = Buffer.from(secret.slice(6), 'base64');
  const standard = `v1,${mac(decoded, `msg_1.${seconds}.`, content, 'base64')}`;
  const headers: Record<Scheme, Incoming['headers']> = {
    'standard-webhooks': {
      ...{ 'webhook-id': 'msg_1', 'webhook-timestamp': seconds, 'webhook-signature': standard },
    },
    stripe: { 'stripe-signature': timed },
    calendly: { 'calendly-webhook-signature': timed },
    shopify: { 'x-shopify-hmac-sha256': plain },
    woocommerce: { 'x-wc-webhook-signature': plain },
    typeform: { 'typeform-signature': `sha256=${plain}` },
    tally: { 'tally-signature': plain },
    none: { authorization: `Bearer ${secret}` },
  };
  return headers[scheme];
}

/** What is signed is let in, byte for byte; with one byte changed it is not. */
export const everyByteCounts = (runs: number) =>
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.uint8Array({ minLength: 1, maxLength: 200 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (scheme, bytes, place, change) => {
        const content = Buffer.from(bytes);
        const headers = signed(scheme, secretOf(1), content);
        const request = { method: 'POST', path: '', headers, query: {}, receivedAt: now };
        expect(verify({ ...request, body: content }, scheme, [secretOf(1)])).toBeUndefined();
        const other = Buffer.from(bytes);
        const at = place % other.length;
        other[at] = (other[at] ?? 0) ^ change;
        // A bearer token signs nothing.
        if (scheme !== 'none')
          expect(verify({ ...request, body: other }, scheme, [secretOf(1)])).toBe(
            'wrong signature',
          );
      },
    ),
    { numRuns: runs },
  );

/** The source as a whole, of any kind: what is not signed is refused before anybody reads it. */
export const nothingUnsignedIsRead = (runs: number) =>
  fc.assert(
    fc.asyncProperty(fc.constantFrom(...providers), strangers, async (provider, request) => {
      const unread = {
        ...provider,
        read: () => {
          throw new Error('It was read');
        },
      };
      const find = async (name: string) =>
        name === 'billing' ? hookSource({ kind: provider.kind }) : undefined;
      const source = hook(find, [unread]);
      const refused = await Promise.resolve(source.read(request)).catch((error) => error);
      expect(refused).toBeInstanceOf(Refused);
      expect([401, 404]).toContain(refused.status);
    }),
    { numRuns: runs },
  );
