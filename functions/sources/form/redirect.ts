// Where a person goes after sending a form. Only back to the site they came from: never an open redirect.
import type { Incoming } from '../incoming.ts';

/** The wished address, absolute, when its origin is the one the form was sent from. */
export function redirectTarget(request: Incoming, wish: string | undefined): string | undefined {
  const from = webAddress(request.headers.origin) ?? webAddress(request.headers.referer);
  if (wish === undefined || from === undefined) return undefined;
  const target = webAddress(wish, from.origin);
  return target?.origin === from.origin ? target.href : undefined;
}

/** The page the form is on, as far as the browser tells. */
export const pageOf = ({ headers }: Incoming): URL | undefined =>
  webAddress(headers.referer) ?? webAddress(headers.origin);

function webAddress(text: string | undefined, base?: string): URL | undefined {
  const url = URL.parse(text ?? '', base);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : undefined;
}
