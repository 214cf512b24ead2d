// The cookie of a session: no script reads it, and no other site has it sent.
import { sessionLasts } from '../session-ports.ts';

export const cookieName = 'perennial_session';

/** The secret among all that a browser sent; undefined without one. */
export const readCookie = (header: string | undefined): string | undefined =>
  header
    ?.split(/; */)
    .find((one) => one.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1);

/** Without a secret it is taken away. A browser on this machine talks plain HTTP, and keeps no secure cookie of that. */
export function writeCookie(secret: string | undefined, isSecure: boolean): string {
  const lasts = secret === undefined ? 0 : sessionLasts / 1_000;
  const attributes = ['Path=/api', `Max-Age=${lasts}`, 'HttpOnly', 'SameSite=Strict'];
  return [`${cookieName}=${secret ?? ''}`, ...attributes, ...(isSecure ? ['Secure'] : [])].join(
    '; ',
  );
}

/** What an endpoint answers when it opens a session, or ends it by leaving out the secret. */
export class SessionAnswer {
  readonly body: unknown;
  readonly secret: string | undefined;
  constructor(body: unknown, secret?: string) {
    this.body = body;
    this.secret = secret;
  }
}
