// Changes to a contact that a step, a marketer or an import may make: attributes, tags, lists and scores.
import * as z from 'zod';
import { line } from './text.ts';

const name = line(100);
const names = z.array(name).min(1).max(50);

export const changes = z
  .strictObject({
    set: z.optional(z.record(name, z.json()).meta({ title: 'Set' })),
    unset: z.optional(names.meta({ title: 'Take away' })),
    /** Numbers to add to numeric attributes; a missing one counts as 0, and one that is no number stays. */
    add: z.optional(z.record(name, z.number()).meta({ title: 'Add' })),
    tag: z.optional(names.meta({ title: 'Tag' })),
    untag: z.optional(names.meta({ title: 'Untag' })),
    join: z.optional(names.meta({ title: 'Put on lists', format: 'lists' })),
    leave: z.optional(names.meta({ title: 'Take off lists', format: 'lists' })),
  })
  .refine((given) => Object.keys(given).length > 0, 'says what to change');

export type Changes = Readonly<z.infer<typeof changes>>;
