// Who asks: programs by a bearer token, browsers by the cookie of a session. What somebody may do is read anew with each
// request. A change that another site makes a browser ask for is refused.
import { Refused } from '../errors.ts';
import type { Session } from '../session-ports.ts';
import { readCookie } from './cookie.ts';
import type { Actor } from './endpoint.ts';
import type { ApiPorts } from './ports.ts';

interface Asking {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

type Knowing = Pick<ApiPorts, 'access' | 'sessions' | 'users'>;

/** Undefined when what they show opens nothing. Throws Refused(403) for a session that another site makes use of. */
export async function authenticate(ports: Knowing, asking: Asking): Promise<Actor | undefined> {
  const { authorization, cookie } = asking.headers;
  if (authorization !== undefined) return byToken(ports, authorization);
  const secret = readCookie(cookie);
  if (secret === undefined) return undefined;
  refuseOtherSites(asking);
  return bySession(ports, secret);
}

async function byToken({ access }: Knowing, authorization: string): Promise<Actor | undefined> {
  const [, token] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
  const key = token === undefined ? undefined : await access.find('token', token);
  return key && { name: key.name, role: key.role ?? 'viewer' };
}

async function bySession(ports: Knowing, secret: string): Promise<Actor | undefined> {
  const session = await ports.sessions.find(secret);
  const holder = session && (await holderOf(ports, session));
  return holder && { ...holder, session: { secret, until: session.until } };
}

/** As they are now: a token that was revoked and a user who was removed have nothing left. */
export async function holderOf(
  { access, users }: Knowing,
  { kind, name }: Pick<Session, 'kind' | 'name'>,
): Promise<Actor | undefined> {
  if (kind === 'token') {
    const key = await access.named('token', name);
    return key && { name, role: key.role ?? 'viewer' };
  }
  const user = await users.get(name);
  return user && { name, role: user.role, ...(user.name !== undefined && { called: user.name }) };
}

const looking = ['GET', 'HEAD'];

/** Browsers say where a request comes from, and let no page write it. */
function refuseOtherSites({ method, headers }: Asking): void {
  if (looking.includes(method)) return;
  const { origin, host } = headers;
  const isOurs = origin !== undefined && URL.parse(origin)?.host === host;
  if (isOurs || headers['sec-fetch-site'] === 'same-origin') return;
  throw new Refused(403, 'With a session, changes are asked for by the console alone');
}
