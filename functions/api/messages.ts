// The messages of a contact: how far each has come, as far as anybody knows by now.
import * as z from 'zod';
import { messageStatuses } from '../../workflows/engine/message-status.ts';
import { copyMessage } from '../use-cases/copy-message.ts';
import { type MessagePlace, readMessages } from '../use-cases/read-messages.ts';
import { contactOf } from './contact-of.ts';
import { endpoint } from './endpoint.ts';
import { listing, listingOf, portion } from './portion.ts';

const instant = z.int();

export const message = z.object({
  message: z.string(),
  campaign: z.string(),
  enrollment: z.string(),
  step: z.string(),
  decidedAt: instant,
  status: z.enum(messageStatuses),
  at: instant,
  because: z.optional(z.string()),
});

const copy = z.object({
  template: z.string(),
  version: z.int(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  language: z.string(),
  /** Why it would not leave now. */
  skipped: z.optional(z.string()),
  /** The offer in it is made up: what they were given is not known any more. */
  sampleOffer: z.optional(z.literal(true)),
});

export const messages = [
  endpoint({
    method: 'GET',
    path: '/api/contacts/{id}/messages',
    role: 'viewer',
    summary:
      'The messages of a contact, the newest first: how far each has come, and why no further',
    query: portion(z.tuple([instant, z.string()]), { usual: 50, most: 200 }),
    answer: listingOf(message),
    run: async (ports, { path, query: { limit, next: after } }) => {
      const found = await contactOf(ports, path.id);
      const all = await readMessages(ports, found, { limit, after });
      return listing(all, limit, (last): MessagePlace => [last.decidedAt, last.message]);
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/contacts/{id}/messages/{message}',
    role: 'viewer',
    summary:
      'A mail of a contact, filled again from the version that asked for it as of that moment, with the attributes of today',
    answer: copy,
    run: async (ports, { path }) =>
      copyMessage(ports, await contactOf(ports, path.id), path.message),
  }),
];
