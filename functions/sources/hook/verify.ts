// Whether a webhook is from who it claims to be: the one verifier for all of them, a row of the table in hand.
// Tells why not, and never which secret was close. Without a secret nothing is let in.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Incoming } from '../incoming.ts';
import { type Scheme, type SigningScheme, schemes } from './schemes.ts';

/** Why a request was not taken for its sender's. */
export type Doubt = 'no signature' | 'wrong signature' | 'stale';

/**
 * Undefined when one of the secrets verifies it. A request is stale only if its signature is right:
 * whoever has no secret learns nothing about our clock.
 */
export function verify(
  request: Incoming,
  scheme: Scheme,
  secrets: readonly string[],
): Doubt | undefined {
  const signing = schemes[scheme];
  return signing === undefined
    ? verifyToken(request, secrets)
    : verifySignature(request, signing, secrets);
}

function verifySignature(
  { headers, body, receivedAt }: Incoming,
  { signed, key, encoding, tolerance }: SigningScheme,
  secrets: readonly string[],
): Doubt | undefined {
  const found = signed(headers);
  if (found === undefined) return 'no signature';
  const claimed = found.signatures.map((one) => Buffer.from(one, encoding));
  const keys = secrets.map(key).filter(({ length }) => length > 0);
  // Every secret is tried against every signature, so that the time it takes tells nothing.
  const matches = keys
    .map((one) => createHmac('sha256', one).update(found.prefix).update(body).digest())
    .flatMap((right) => claimed.filter((one) => isSame(one, right)));
  if (matches.length === 0) return 'wrong signature';
  return isFresh(found.timestamp, receivedAt, tolerance) ? undefined : 'stale';
}

/** The secret itself, as a bearer token or as `access_token` in the URL. */
function verifyToken({ headers, query }: Incoming, secrets: readonly string[]): Doubt | undefined {
  const [, bearer] = /^bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const token = bearer ?? query.access_token;
  if (!token) return 'no signature';
  // Hashed first, for only things of one length can be compared in constant time.
  const claimed = digest(token);
  const matches = secrets.filter((secret) => secret && isSame(claimed, digest(secret)));
  return matches.length === 0 ? 'wrong signature' : undefined;
}

const digest = (text: string): Buffer => createHmac('sha256', 'token').update(text).digest();

const isSame = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

function isFresh(
  timestamp: string | undefined,
  receivedAt: number,
  tolerance: number | undefined,
): boolean {
  if (tolerance === undefined) return true;
  if (timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(receivedAt / 1000 - Number(timestamp)) <= tolerance;
}
