// A row of the timeline as it is answered: what happened, what was decided for it, and how far its messages are.
import * as z from 'zod';

export const timelineRow = z.looseObject({
  contact: z.string(),
  at: z.int(),
  kind: z.string(),
  id: z.string(),
  about: z.record(z.string(), z.json()),
  transitions: z.array(z.looseObject({ kind: z.string() })),
  /** By the id of each message that the row asked for. */
  messages: z.record(z.string(), z.string()),
});
