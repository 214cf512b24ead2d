// `POST /_local/session`: signs the browser of the machine's owner in to the console without asking for a token.
import type { Pages } from './outbox-pages.ts';

/** `url` is where the API answers. */
export const createSessionPage =
  (url: string, token: string): Pages =>
  (path, method) =>
    method === 'POST' && new URL(path, url).pathname === '/_local/session'
      ? signIn(url, token)
      : undefined;

async function signIn(url: string, token: string) {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const cookie = answer.headers.get('set-cookie');
  return {
    status: answer.status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...(cookie !== null && { 'set-cookie': cookie }),
    },
    body: await answer.text(),
  };
}
