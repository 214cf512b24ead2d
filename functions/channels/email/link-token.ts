// The tokens in the links of a mail to our own pages: for whom and what for, signed. Opaque ids and a keyed hash of the
// address, no personal data. What leaves or chooses works for as long as the mail lies in a mailbox; what confirms does not.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant, Milliseconds } from '../../../workflows/model/time.ts';

interface Mailed {
  readonly contact: string;
  readonly message: string;
}

export interface UnsubscribeLink extends Mailed {
  readonly purpose: 'unsubscribe';
  readonly campaign: string;
  /** Of the mail, if it has one: leaving by one click is leaving that. */
  readonly topic?: string;
}

export interface PreferencesLink extends Mailed {
  readonly purpose: 'preferences';
}

/** Asks the owner of a mailbox, and nobody else, to confirm: a consent, or a request for their data or their erasure. */
export interface ConfirmLink extends Mailed {
  readonly purpose: 'confirm' | 'data' | 'erasure';
  /** Of the address that it was sent to, as `addressMark` makes it. */
  readonly addressed: string;
  /** To the second. */
  readonly sentAt: Instant;
}

export type MailLink = UnsubscribeLink | PreferencesLink | ConfirmLink;

const day: Milliseconds = 86_400_000;
const validFor: Readonly<Record<ConfirmLink['purpose'], Milliseconds>> = {
  confirm: 7 * day,
  data: day,
  erasure: day,
};

export const isExpired = ({ purpose, sentAt }: ConfirmLink, now: Instant): boolean =>
  now > sentAt + validFor[purpose];

/** 16 bytes of HMAC-SHA-256 are 22 characters of base64url. */
const shape = /^([\w-]{1,64}(?:\.[\w-]{1,64}){1,4})\.([\w-]{22})$/;

/** About 100 characters, safe in a path as they are. Throws when an id is not `[A-Za-z0-9_-]`. */
export function signLink(link: MailLink, key: string): string {
  const parts = partsOf(link);
  if (!parts.every((part) => /^[\w-]{1,64}$/.test(part)))
    throw new Error(`An id does not fit into a link: ${link.purpose}`);
  const claim = parts.join('.');
  return `${claim}.${signature(link.purpose, claim, key)}`;
}

function partsOf(link: MailLink): readonly string[] {
  const { contact, message } = link;
  if (link.purpose === 'preferences') return [contact, message];
  if (link.purpose === 'unsubscribe')
    return [contact, message, link.campaign, ...(link.topic === undefined ? [] : [link.topic])];
  return [contact, message, link.addressed, Math.floor(link.sentAt / 1000).toString(36)];
}

/** Undefined when no key fits; old keys stay in `keys` while links signed by them are around. */
export function readLink<P extends MailLink['purpose']>(
  purpose: P,
  token: string,
  keys: readonly string[],
): Extract<MailLink, { purpose: P }> | undefined {
  const [, claim = '', given = ''] = shape.exec(token) ?? [];
  const isOurs = keys.some((key) => isSame(given, signature(purpose, claim, key)));
  return isOurs
    ? (linkOf(purpose, claim.split('.')) as Extract<MailLink, { purpose: P }> | undefined)
    : undefined;
}

/** How many parts a link has. */
const sizes: Readonly<Record<MailLink['purpose'], readonly number[]>> = {
  unsubscribe: [3, 4],
  preferences: [2],
  confirm: [4],
  data: [4],
  erasure: [4],
};

function linkOf(purpose: MailLink['purpose'], parts: readonly string[]): MailLink | undefined {
  if (!sizes[purpose].includes(parts.length)) return undefined;
  const [contact = '', message = '', third = '', fourth] = parts;
  if (purpose === 'preferences') return { purpose, contact, message };
  if (purpose === 'unsubscribe') {
    const about = fourth === undefined ? {} : { topic: fourth };
    return { purpose, contact, message, campaign: third, ...about };
  }
  const sentAt = Number.parseInt(fourth ?? '', 36) * 1000;
  return { purpose, contact, message, addressed: third, sentAt };
}

/** Of the two that ask for data, and the one that asks for consent: whichever signed it. */
export function readConfirmLink(token: string, keys: readonly string[]): ConfirmLink | undefined {
  for (const purpose of ['confirm', 'data', 'erasure'] as const) {
    const link = readLink(purpose, token, keys);
    if (link) return link;
  }
  return undefined;
}

/** Without the key nobody finds out the address by trying. */
export const addressMark = (address: string, key: string): string =>
  mac(`address ${address.toLowerCase()}`, key).slice(0, 16);

export const isAddressed = (
  { addressed }: ConfirmLink,
  address: string,
  keys: readonly string[],
): boolean => keys.some((key) => isSame(addressed, addressMark(address, key)));

const signature = (purpose: MailLink['purpose'], claim: string, key: string): string =>
  mac(`${purpose} ${claim}`, key);

const mac = (text: string, key: string): string =>
  createHmac('sha256', key).update(text).digest().toString('base64url', 0, 16);

const isSame = (given: string, right: string): boolean =>
  given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right));
