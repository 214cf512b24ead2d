// Drafts are saved on top of a revision: ETag says which was read, If-Match on which something is done.
import * as z from 'zod';
import { Refused } from '../errors.ts';

const name = 'if-match';

export const revised = z.object({
  [name]: z.optional(
    z
      .string()
      .regex(/^"?\d{1,9}"?$/, 'the revision, as ETag or the answer tells it')
      .transform((text) => Number(text.replaceAll('"', ''))),
  ),
});

/** Of what has no revisions: that there is none yet under this id. */
export const asNew = z.object({
  [name]: z.optional(z.literal('"0"', 'only "0": there is none yet')),
});

/** Throws Refused(428) when it is not told. */
export function revisionOf({ [name]: revision }: z.output<typeof revised>): number {
  if (revision === undefined) throw new Refused(428, 'Say which revision: If-Match: "3"');
  return revision;
}

/** Where nothing is told there is nothing yet. */
export const revisionOrNone = ({ [name]: revision = 0 }: z.output<typeof revised>): number =>
  revision;

/** Of an answer that has a revision. */
export const etagOf = (answer: unknown): string | undefined =>
  typeof answer === 'object' && answer !== null && 'revision' in answer
    ? `"${answer.revision}"`
    : undefined;
