// How the API says no: { error: { code, message, at?, problems? } }, with a status that HTTP clients know.
import type { Refused } from '../errors.ts';

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
  readonly problems?: Refused['problems'];
}

export const refusal = (
  status: number,
  message: string,
  at?: string,
  problems?: Refused['problems'],
): { readonly error: Refusal } => ({
  error: {
    code: codes[status] ?? 'refused',
    message,
    ...(at !== undefined && { at }),
    ...(problems && { problems }),
  },
});
