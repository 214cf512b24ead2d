// The shape of one Segment call. Unknown fields are dropped; a wrong type is named with its path.
import * as z from 'zod';

const identifier = z.union([z.string(), z.number()]).nullish();
const fields = z.record(z.string(), z.unknown()).nullish();

export const item = z.object({
  type: z.enum(['identify', 'track', 'page', 'screen', 'group', 'alias']),
  event: z.string().nullish(),
  name: z.string().nullish(),
  category: z.string().nullish(),
  userId: identifier,
  anonymousId: identifier,
  previousId: identifier,
  groupId: identifier,
  messageId: identifier,
  traits: fields,
  properties: fields,
  context: z.unknown().optional(),
  integrations: z.unknown().optional(),
  timestamp: z.unknown().optional(),
  originalTimestamp: z.unknown().optional(),
  sentAt: z.unknown().optional(),
  receivedAt: z.unknown().optional(),
});

export type SegmentItem = Readonly<z.infer<typeof item>>;
