// A contact as people read it: all that the engine knows of it, and the score by which sales goes.
import * as z from 'zod';
import { suppressionReasons } from '../../workflows/model/consent.ts';
import type { Contact } from '../../workflows/model/contact.ts';

/** The attribute that counts for sales. */
const score = 'lead_score';

const instant = z.int();
const since = z.record(z.string(), instant);
const within = z.looseObject({ id: z.string(), campaign: z.string(), version: z.int() });

export const wishStatus = z.enum([
  'subscribed',
  'unsubscribed',
  'pending_confirmation',
  'not_subscribed',
]);

/** About all marketing, or about one topic. */
const wish = z.looseObject({
  status: wishStatus,
  at: instant,
  method: z.string(),
  expiresAt: z.optional(instant),
});

export const suppression = z.object({
  address: z.string(),
  reason: z.enum(suppressionReasons),
  at: instant,
  complainedAt: z.optional(instant),
});

/** What people rely on; besides that it holds what the engine remembers for its rules. */
export const contact = z.looseObject({
  id: z.string(),
  revision: z.int(),
  identities: z.array(z.string()),
  traits: z.record(z.string(), z.json()),
  traitsAt: instant,
  accounts: z.optional(z.array(z.looseObject({ account: z.string(), at: instant }))),
  consent: z.optional(wish),
  topics: z.optional(z.record(z.string(), wish)),
  pausedUntil: z.optional(instant),
  untracked: z.optional(z.literal(true)),
  suppressions: z.array(suppression),
  lists: since,
  segments: since,
  enrollments: z.array(within),
  score: z.json(),
});

export const shown = (one: Contact) => ({ ...one, score: one.traits[score] ?? null });
