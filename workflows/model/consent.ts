// Whether mail may be sent: the contact's wish, the ground for asking, and addresses that must not be mailed.
import * as z from 'zod';
import type { Instant } from './time.ts';

/** The ground on which marketing mail is sent: an opt-in, or a customer relation that was never refused. */
export const basis = z.enum(['consent', 'soft_opt_in']);
export type Basis = z.infer<typeof basis>;

/** The contact's wish about marketing mail, with the words that were shown. */
export interface Consent {
  readonly status: 'subscribed' | 'unsubscribed';
  readonly at: Instant;
  readonly method: string;
  readonly detail?: string;
  readonly wording?: string;
  readonly version?: string;
  readonly page?: string;
}

/** An address that must not be mailed. Marketing only after a complaint, all mail after a bounce. */
export interface Suppression {
  readonly address: string;
  readonly reason: 'bounce' | 'complaint';
  readonly at: Instant;
}
