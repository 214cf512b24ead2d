// Trigger: an event by its name, and by what it says.
import * as z from 'zod';
import { condition } from '../conditions/condition.ts';

export const eventTrigger = z.strictObject({
  event: z.string().min(1).max(200),
  where: z.optional(condition),
});

export type EventTrigger = z.infer<typeof eventTrigger>;
