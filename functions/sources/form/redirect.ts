// Where a form stands, and where a person goes after sending it: back to the site they came from, or to one that the
// owner has listed. Never an open redirect.
import type { Incoming } from '../incoming.ts';

/** The site that the form was sent from, as far as the browser tells. */
export const originOf = ({ headers }: Incoming): string | undefined =>
  (webAddress(headers.origin) ?? webAddress(headers.referer))?.origin;

/** The wished address, absolute, when its origin is the one the form was sent from, or is listed. */
export function redirectTarget(
  request: Incoming,
  wish: string | undefined,
  listed: readonly string[],
): string | undefined {
  const from = originOf(request);
  const target = wish === undefined ? undefined : webAddress(wish, from);
  const isAllowed = target && (target.origin === from || listed.includes(target.origin));
  return isAllowed ? target.href : undefined;
}

/** The page the form is on, without what comes after the "?": that may say who somebody is. */
export function bareAddress(page: URL | undefined): string | undefined {
  const address = page && `${page.origin}${page.pathname}`;
  return address && address.length <= 500 ? address : page?.origin;
}

/** The page the form is on, as far as the browser tells. */
export const pageOf = ({ headers }: Incoming): URL | undefined =>
  webAddress(headers.referer) ?? webAddress(headers.origin);

function webAddress(text: string | undefined, base?: string | undefined): URL | undefined {
  const url = URL.parse(text ?? '', base);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : undefined;
}
