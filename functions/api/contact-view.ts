// A contact as people read it: all that the engine knows of it, and the score by which sales goes.
import * as z from 'zod';
import { suppressionReasons } from '../../workflows/model/consent.ts';
import type { Contact } from '../../workflows/model/contact.ts';

/** The attribute that counts for sales. */
const score = 'lead_score';

const instant = z.int();
const since = z.record(z.string(), instant);
const within = z.looseObject({ id: z.string(), campaign: z.string(), version: z.int() });

/** What people rely on; besides that it holds what the engine remembers for its rules. */
export const contact = z.looseObject({
  id: z.string(),
  revision: z.int(),
  identities: z.array(z.string()),
  traits: z.record(z.string(), z.json()),
  traitsAt: instant,
  accounts: z.optional(z.array(z.looseObject({ account: z.string(), at: instant }))),
  consent: z.optional(
    z.looseObject({
      status: z.enum(['subscribed', 'unsubscribed']),
      at: instant,
      method: z.string(),
    }),
  ),
  suppressions: z.array(
    z.object({ address: z.string(), reason: z.enum(suppressionReasons), at: instant }),
  ),
  lists: since,
  segments: since,
  enrollments: z.array(within),
  score: z.json(),
});

export const shown = (one: Contact) => ({ ...one, score: one.traits[score] ?? null });
