// What comes from outside is taken as its schema says, or refused with every fault at its place, in words that say what
// is allowed there.
import * as z from 'zod';
import { plainIssues } from './explain-issues.ts';
import { refuseProblems } from './problems.ts';

/** Throws Refused(422) with every fault in words, and the place of the first. */
export function accept<S extends z.ZodType>(schema: S, input: unknown, what: string): z.output<S> {
  const result = schema.safeParse(input, { error: words });
  if (result.success) return result.data;
  refuseProblems(what, plainIssues(result.error, input));
  throw new Error('A schema that refuses says why', { cause: result.error });
}

/** Where zod's own words leave out what is allowed. */
function words(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return `it is missing: expected ${issue.expected}, received undefined`;
  if (issue.code !== 'unrecognized_keys') return undefined;
  const known = issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : [];
  return `unknown here; allowed: ${known.join(', ')}`;
}
