// The trigger types, listed once.
import type * as z from 'zod';
import { eventTrigger } from './event.ts';

export const trigger = eventTrigger;
export type Trigger = z.infer<typeof trigger>;
