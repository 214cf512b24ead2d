// What is said to somebody whose document a schema refuses. It tries the schema alone: nothing is published.
import type * as z from 'zod';
import { Refused } from '../../functions/errors.ts';
import { accept } from '../../functions/use-cases/accept.ts';

/** Undefined when it is accepted. */
export function refusalOf(schema: z.ZodType, input: unknown): Refused | undefined {
  try {
    accept(schema, input, 'It');
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}
