// An event that a program reports of one contact: its name, what it says, and when it happened.
import * as z from 'zod';
import type { Event } from '../../workflows/model/event.ts';
import { refusedAsOurs } from '../../workflows/model/own-events.ts';
import { line } from '../../workflows/model/text.ts';
import { cleanFields } from '../sources/clean.ts';

export const contactEvent = z.strictObject({
  name: z
    .string()
    .trim()
    .pipe(line(200))
    .refine((name) => refusedAsOurs(name) === undefined, {
      error: ({ input }) => refusedAsOurs(String(input)),
    }),
  properties: z.optional(z.record(z.string(), z.json())),
  /** When it happened; now when absent. */
  timestamp: z.optional(z.iso.datetime({ offset: true })),
});

interface Received {
  readonly id: string;
  readonly contact: string;
  readonly now: number;
}

export const eventOf = (
  { name, timestamp, properties }: z.output<typeof contactEvent>,
  { id, contact, now }: Received,
): Event => ({
  name,
  ...(properties && { properties: cleanFields(properties) }),
  id,
  contact,
  type: 'track',
  timestamp: Math.min(now, timestamp === undefined ? now : Date.parse(timestamp)),
  receivedAt: now,
  source: 'api',
});
