// What browsers need before they let a page of another origin talk to us. Carries no credentials, so any origin may.
import type { HttpResponse } from '../lambda.ts';
import type { Incoming } from './incoming.ts';

const allowed = 'authorization,content-type,anonymousid,sentat,x-write-key,x-retry-count';

/**
 * Answered before any key is looked at: preflights carry none. Libraries add headers as they like, some only when
 * they try again, and no header can do harm here: what is asked for is allowed.
 */
export const preflight = (request: Incoming): HttpResponse =>
  withCors(request, {
    statusCode: 204,
    headers: {
      'access-control-allow-methods': 'POST,GET,OPTIONS',
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? allowed,
      'access-control-max-age': '86400',
    },
  });

export const withCors = (request: Incoming, response: HttpResponse): HttpResponse => ({
  ...response,
  headers: {
    ...response.headers,
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-expose-headers': 'retry-after, x-ratelimit-reset',
    vary: [response.headers?.vary, 'Origin'].filter(Boolean).join(', '),
  },
});
