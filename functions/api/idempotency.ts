// Idempotency-Key: who repeats a request with the same key within a day changes nothing by the second.
import * as z from 'zod';

const name = 'idempotency-key';

export const idempotency = z.object({
  [name]: z.optional(z.string().regex(/^[\x21-\x7e]{1,80}$/, 'up to 80 characters without blanks')),
});

/** The id of the cause: from the key, or one of its own. */
export const keyOf = ({ [name]: key }: z.output<typeof idempotency>): string =>
  `api/${key ?? crypto.randomUUID()}`;
