// A browser that signs in: keeps the cookie of its session, and says where its requests come from.
import { send } from './sender.ts';
import type { World } from './world.ts';

interface Said {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly setCookie: string | undefined;
}

interface Wish {
  readonly body?: unknown;
  /** In place of what a page of ours has sent along. */
  readonly headers?: Readonly<Record<string, string>>;
}

const ofOurs = { 'sec-fetch-site': 'same-origin' };

export function createBrowser(world: World) {
  let cookie: string | undefined;
  const ask = async (method: string, path: string, wish: Wish = {}): Promise<Said> => {
    const answer = await send(world, 'api', {
      ...{ method, path, headers: wish.headers ?? ofOurs },
      ...(wish.body !== undefined && { body: JSON.stringify(wish.body) }),
      cookies: cookie === undefined ? [] : ['theme=dark', cookie],
    });
    const [setCookie] = answer.cookies ?? [];
    if (setCookie !== undefined) cookie = setCookie.split(';')[0];
    return { status: answer.statusCode, body: JSON.parse(answer.body ?? '{}'), setCookie };
  };
  return {
    ask,
    signIn: (shown: { readonly token: string } | { readonly idToken: string }) =>
      ask('POST', '/api/session', { body: shown }),
    /** Comes back as somebody else, who has copied it. */
    cookie: () => cookie,
  };
}
