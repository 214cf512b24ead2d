// The token in an unsubscribe link: which contact, message and campaign, signed. Opaque ids only, no
// personal data, and no expiry: a link must work for as long as the mail lies in a mailbox.
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface UnsubscribeClaim {
  readonly contact: string;
  readonly message: string;
  readonly campaign: string;
  /** Of the mail, if it has one: leaving by one click is leaving that. */
  readonly topic?: string;
}

/** 16 bytes of HMAC-SHA-256 are 22 characters of base64url. */
const shape = /^(([\w-]{1,64})\.([\w-]{1,64})\.([\w-]{1,64})(?:\.([\w-]{1,64}))?)\.([\w-]{22})$/;

/** About 100 characters, safe in a path as they are. Throws when an id is not `[A-Za-z0-9_-]`. */
export function signToken(claimed: UnsubscribeClaim, key: string): string {
  const { contact, message, campaign, topic } = claimed;
  const claim = [contact, message, campaign, ...(topic === undefined ? [] : [topic])].join('.');
  const token = `${claim}.${signature(claim, key)}`;
  if (!shape.test(token)) throw new Error('An id does not fit into an unsubscribe token');
  return token;
}

/** Undefined when no key fits; old keys stay in `keys` while links signed by them are around. */
export function verifyToken(token: string, keys: readonly string[]): UnsubscribeClaim | undefined {
  const match = shape.exec(token);
  if (!match) return undefined;
  const [, claim = '', contact = '', message = '', campaign = '', topic, given = ''] = match;
  const valid = keys.some((key) =>
    timingSafeEqual(Buffer.from(given), Buffer.from(signature(claim, key))),
  );
  return valid ? { contact, message, campaign, ...(topic !== undefined && { topic }) } : undefined;
}

function signature(claim: string, key: string): string {
  const mac = createHmac('sha256', key).update(`unsubscribe ${claim}`).digest();
  return mac.toString('base64url', 0, 16);
}
