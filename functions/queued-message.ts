// A message as queues hold it, read back strictly: the send queue's, and what deliver says of one that did not leave.
import * as z from 'zod';

export const queuedMessage = z.object({
  id: z.string(),
  contact: z.string(),
  enrollment: z.string(),
  campaign: z.string(),
  version: z.int(),
  step: z.string(),
  template: z.string(),
  kind: z.enum(['marketing', 'transactional']),
  topic: z.optional(z.string()),
  event: z.record(z.string(), z.json()),
  offer: z.optional(z.record(z.string(), z.json())),
  zone: z.optional(z.string()),
  bulk: z.optional(z.literal(true)),
  requestedAt: z.int(),
  expiresAt: z.optional(z.int()),
});

export const unsentMessage = queuedMessage.omit({
  event: true,
  offer: true,
  zone: true,
  bulk: true,
  expiresAt: true,
});
