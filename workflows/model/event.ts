// An event: something a person did, as the sources hand it over. Names are Segment's Object-Action form.
import * as z from 'zod';
import { legalBasis } from './consent-record.ts';

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };
export type Fields = Readonly<Record<string, Json>>;

/** A wish that came with the event, with the words the person saw and what else proves it. Marketing needs it. */
export const consentGiven = z.object({
  status: z.enum(['subscribed', 'unsubscribed']),
  method: z.string(),
  /** What the sender says of the method, such as "confirmed_opt_in". */
  detail: z.optional(z.string()),
  wording: z.optional(z.string()),
  /** Which version of the words it was. */
  version: z.optional(z.string()),
  /** Address of the page on which it was given. */
  page: z.optional(z.string()),
  /** When the wish was made, in milliseconds, where it is older than the event that tells of it. */
  at: z.optional(z.int()),
  /** What it is about; all marketing when absent. Topics that the workspace does not have are left out. */
  topics: z.optional(z.array(z.string().max(40)).min(1).max(30)),
  /** It counts once it is confirmed by a mail. A form's always does, where the workspace says so. */
  double_opt_in: z.optional(z.literal(true)),
  legal_basis: z.optional(legalBasis),
  /** In milliseconds: a consent that the law implies ends by itself. */
  expires_at: z.optional(z.int()),
  language: z.optional(z.string()),
  policy_url: z.optional(z.string()),
  ip: z.optional(z.string()),
  user_agent: z.optional(z.string()),
});

export type ConsentGiven = Readonly<z.infer<typeof consentGiven>>;

/**
 * `id` is the sender's message id, or a hash of the body. `timestamp` is the corrected time of the
 * deed, `receivedAt` the time at our door; both in milliseconds since the epoch.
 */
export const event = z.object({
  id: z.string().min(1).max(100),
  type: z.enum(['identify', 'track', 'page', 'screen', 'group', 'alias']),
  name: z.string().min(1).max(200),
  user: z.optional(z.string().min(1).max(200)),
  anonymous: z.optional(z.string().min(1).max(200)),
  email: z.optional(z.string()),
  traits: z.optional(z.record(z.string(), z.json())),
  properties: z.optional(z.record(z.string(), z.json())),
  consent: z.optional(consentGiven),
  /** What the person's device says of itself: a time zone by its IANA name, and a locale such as "fa-IR". */
  seen: z.optional(z.object({ timezone: z.optional(z.string()), locale: z.optional(z.string()) })),
  /** How many campaigns in a row led to it, when one of them put it on the bus. */
  hops: z.optional(z.int().min(0)),
  timestamp: z.int(),
  receivedAt: z.int(),
  source: z.string(),
  /** Events of our own name their contact; sources never do. */
  contact: z.optional(z.string()),
});

export type Event = Readonly<z.infer<typeof event>>;

/** Events travel packed: one envelope of at most 60 KB is one chunk for the bus and for a queue. */
export const envelope = z.object({ events: z.array(event).min(1) });
export type Envelope = Readonly<z.infer<typeof envelope>>;

export const envelopeDetailType = 'Events Received';
export const envelopeBytes = 60_000;
