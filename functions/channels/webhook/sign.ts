// Signs a webhook as Standard Webhooks 1.0.0 asks (standardwebhooks.com): HMAC-SHA256 of "id.timestamp.body".
import { createHmac } from 'node:crypto';

const prefix = 'whsec_';

interface Signed {
  readonly id: string;
  readonly body: string;
  /** Seconds since the epoch; receivers accept five minutes. */
  readonly timestamp: number;
}

/** One signature for each secret, so that receivers may know either while secrets change. */
export const signatureHeaders = (
  { id, body, timestamp }: Signed,
  secrets: readonly string[],
): Readonly<Record<string, string>> => ({
  'webhook-id': id,
  'webhook-timestamp': String(timestamp),
  'webhook-signature': secrets
    .map((secret) => `v1,${mac(secret, `${id}.${timestamp}.${body}`)}`)
    .join(' '),
});

/** Throws on a secret that no receiver could use. */
function mac(secret: string, text: string): string {
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  if (!secret.startsWith(prefix) || key.length < 24)
    throw new Error('A webhook secret is "whsec_" and at least 24 bytes in base64');
  return createHmac('sha256', key).update(text).digest('base64');
}
