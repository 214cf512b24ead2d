// Changes to a contact that a step, a marketer or an import may make: attributes, tags, lists and scores.
import * as z from 'zod';
import { line } from './text.ts';

const name = line(100);
const names = z.array(name).min(1).max(50);

export const changes = z
  .strictObject({
    set: z.optional(z.record(name, z.json())),
    unset: z.optional(names),
    /** Numbers to add to numeric attributes; a missing one counts as 0, and one that is no number stays. */
    add: z.optional(z.record(name, z.number())),
    tag: z.optional(names),
    untag: z.optional(names),
    join: z.optional(names),
    leave: z.optional(names),
  })
  .refine((given) => Object.keys(given).length > 0, 'says what to change');

export type Changes = Readonly<z.infer<typeof changes>>;
