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
  // Context is a courtesy of the client library: an odd one does not cost the event.
  context: z
    .object({ traits: z.object({ email: z.unknown().optional() }).nullish() })
    .nullish()
    .catch(undefined),
  timestamp: z.unknown().optional(),
  originalTimestamp: z.unknown().optional(),
  sentAt: z.unknown().optional(),
});

export type SegmentItem = Readonly<z.infer<typeof item>>;
