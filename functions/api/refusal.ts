// How the API says no: { error: { code, message, at? } }, with a status that HTTP clients know.
import type * as z from 'zod';
import { Refused } from '../errors.ts';
import { explainIssues } from '../use-cases/explain-issues.ts';

const codes: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  412: 'changed_meanwhile',
  422: 'invalid',
  428: 'precondition_required',
  500: 'internal',
};

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly at?: string;
}

export const refusal = (
  status: number,
  message: string,
  at?: string,
): { readonly error: Refusal } => ({
  error: {
    code: codes[status] ?? 'refused',
    message,
    ...(at !== undefined && { at }),
  },
});

/** Throws Refused(422) with every fault in words, and the place of the first. */
export function accept<S extends z.ZodType>(schema: S, input: unknown, what: string): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const at = placeOf(result.error.issues[0]?.path ?? []);
  const message = `${what} is not valid:\n${explainIssues(result.error, input)}`;
  throw new Refused(422, message, at === '' ? {} : { at });
}

/** As it is written in JavaScript: "steps[0].wait". */
const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
