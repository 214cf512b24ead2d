// How each vendor signs a webhook: one row each. All of it is HMAC-SHA-256 over the raw bytes of the body.
// A row only finds what was signed and with what; hook/verify.ts decides.
import type { Incoming } from '../incoming.ts';
import { specialCharactersDecoded } from './special-characters.ts';

/** What a request says about its own signature. */
interface Signed {
  /** Comes before the body in what was signed. */
  readonly prefix: string;
  /** Any one of them suffices: senders sign with the old and the new secret while they change it. */
  readonly signatures: readonly string[];
  /** In seconds since the epoch, as it was written; signed too. */
  readonly timestamp?: string;
}

export interface SigningScheme {
  /** Undefined when the request carries no signature that can be read. */
  readonly signed: (headers: Incoming['headers']) => Signed | undefined;
  /** The key in a secret as the vendor shows it. */
  readonly key: (secret: string) => Buffer;
  readonly encoding: 'hex' | 'base64';
  /** Seconds by which the timestamp may differ from now; without it an old request is as good as a new one. */
  readonly tolerance?: number;
}

type Headers = Incoming['headers'];

const asText = (secret: string): Buffer => Buffer.from(secret);

/** Standard Webhooks 1.0.0; Svix names the same headers after itself. */
const standardWebhooks: SigningScheme = {
  signed: (headers) => signedAs(headers, 'webhook') ?? signedAs(headers, 'svix'),
  key: (secret) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64'),
  encoding: 'base64',
  tolerance: 300,
};

function signedAs(headers: Headers, name: string): Signed | undefined {
  const [id, timestamp, listed] = ['id', 'timestamp', 'signature'].map(
    (part) => headers[`${name}-${part}`],
  );
  if (!id || !timestamp || !listed) return undefined;
  // "v1a" is a public-key signature, which this is not.
  const signatures = listed
    .split(' ')
    .flatMap((one) => (one.startsWith('v1,') ? one.slice(3) : []));
  return { prefix: `${id}.${timestamp}.`, signatures, timestamp };
}

/** "t=1732276800,v1=5257a8…": Stripe and those who do as Stripe does. */
const timed = (header: string, tolerance: number): SigningScheme => ({
  signed: (headers) => {
    const parts = (headers[header] ?? '').split(',').map((part) => part.trim().split('='));
    const all = (name: string) =>
      parts.flatMap(([key, value]) => (key === name && value ? [value] : []));
    const [timestamp] = all('t');
    return timestamp === undefined
      ? undefined
      : { prefix: `${timestamp}.`, signatures: all('v1'), timestamp };
  },
  key: asText,
  encoding: 'hex',
  tolerance,
});

/** The body alone, and no time: a recorded request stays good, so its id must be in the body or made of it. */
const plain = (
  names: readonly string[],
  { before = '', key = asText }: { before?: string; key?: SigningScheme['key'] } = {},
): SigningScheme => ({
  signed: (headers) => {
    const signatures = names.flatMap((name) => headers[name] || []);
    const own = signatures.filter((one) => one.startsWith(before));
    return own.length === 0
      ? undefined
      : { prefix: '', signatures: own.map((one) => one.slice(before.length)) };
  },
  key,
  encoding: 'base64',
});

export const schemes = {
  'standard-webhooks': standardWebhooks,
  stripe: timed('stripe-signature', 300),
  shopify: plain(['x-shopify-hmac-sha256', 'shopify-hmac-sha256']),
  woocommerce: plain(['x-wc-webhook-signature'], {
    key: (secret) => asText(specialCharactersDecoded(secret)),
  }),
  typeform: plain(['typeform-signature'], { before: 'sha256=' }),
  tally: plain(['tally-signature']),
  calendly: timed('calendly-webhook-signature', 180),
  /** Signs nothing: the secret itself comes along, as RFC 6750 says (`access_token` in the URL, or a bearer token). */
  none: undefined,
} as const satisfies Record<string, SigningScheme | undefined>;

export type Scheme = keyof typeof schemes;
