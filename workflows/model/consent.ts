// Whether mail may be sent: the contact's wishes, the ground for asking, and addresses that must not be mailed.
import * as z from 'zod';
import type { Instant } from './time.ts';

/** The ground on which marketing mail is sent: an opt-in, or a customer relation that was never refused. */
export const basis = z.enum(['consent', 'soft_opt_in']);
export type Basis = z.infer<typeof basis>;

/** `not_subscribed` is a consent that was given for a time which is over. */
export type WishStatus = 'subscribed' | 'unsubscribed' | 'pending_confirmation' | 'not_subscribed';

/** What somebody wishes of one topic, or of all marketing. What proves it is in the ledger. */
export interface Wish {
  readonly status: WishStatus;
  readonly at: Instant;
  readonly method: string;
  /** From then on it counts no more. */
  readonly expiresAt?: Instant;
  /** Of a wish that is yet to be confirmed: when it was first asked for, if that was before `at`. */
  readonly since?: Instant;
  /** Of a wish that is yet to be confirmed: what holds until then. */
  readonly before?: Wish;
}

/** The contact's wish about marketing mail, with the words that were shown. */
export interface Consent extends Wish {
  readonly detail?: string;
  readonly wording?: string;
  readonly version?: string;
  readonly page?: string;
}

/** What holds now, of a wish that may be unconfirmed or over; undefined when nothing was ever said that holds. */
export function standing(wish: Wish | undefined, now: Instant): Wish | undefined {
  if (wish?.status === 'pending_confirmation') return standing(wish.before, now);
  const isOver = wish?.status === 'subscribed' && (wish.expiresAt ?? Infinity) <= now;
  return isOver ? { ...wish, status: 'not_subscribed' } : wish;
}

export const suppressionReasons = ['soft_bounce', 'complaint', 'manual', 'bounce'] as const;

/**
 * An address that must not be mailed. Marketing only after a complaint, or while it bounces for now; all mail after a
 * bounce for good, or by the owner's hand.
 */
export interface Suppression {
  readonly address: string;
  readonly reason: (typeof suppressionReasons)[number];
  readonly at: Instant;
  /** When its holder complained, if another reason stands in front of that. */
  readonly complainedAt?: Instant;
}

/** What a confirmation names the address by that it was mailed to: a changed address is not confirmed by it. */
export const addressHash = (hash: (text: string) => string, address: string): string =>
  hash(`address:${address.toLowerCase()}`);
