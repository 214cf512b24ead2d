// Changes to a contact that a step, a marketer or an import may make: attributes, tags, lists and scores.
import * as z from 'zod';
import { line } from './text.ts';

const name = line(100);
const names = z.array(name).min(1).max(50);

export const changes = z
  .strictObject({
    set: z.optional(
      z.record(name, z.json()).meta({
        title: 'Set',
        format: 'attributes',
        description: 'Attributes and their new values; may hold names in braces.',
      }),
    ),
    unset: z.optional(
      names.meta({
        title: 'Take away',
        format: 'attribute',
        description: 'Attributes of which nothing is to be known any more.',
      }),
    ),
    /** Numbers to add to numeric attributes; a missing one counts as 0, and one that is no number stays. */
    add: z.optional(
      z.record(name, z.number()).meta({
        title: 'Add to numbers',
        format: 'attributes',
        description: 'Such as 10 to lead_score; −10 takes away.',
      }),
    ),
    tag: z.optional(names.meta({ title: 'Tag' })),
    untag: z.optional(names.meta({ title: 'Untag' })),
    join: z.optional(names.meta({ title: 'Put on lists', format: 'list' })),
    leave: z.optional(names.meta({ title: 'Take off lists', format: 'list' })),
  })
  .refine((given) => Object.keys(given).length > 0, 'says what to change');

export type Changes = Readonly<z.infer<typeof changes>>;
