// Signing in and out with a browser. A token, or what Cognito says of a user, is turned into a session; whoever is
// neither gets none.
import * as z from 'zod';
import { roles } from '../access-ports.ts';
import { Refused } from '../errors.ts';
import type { SessionHolder } from '../session-ports.ts';
import { holderOf } from './authenticate.ts';
import { SessionAnswer } from './cookie.ts';
import { type Actor, anyone, endpoint } from './endpoint.ts';
import type { ApiPorts } from './ports.ts';

const secret = z.string().min(1).max(8_192);
const shown = z.union([z.strictObject({ token: secret }), z.strictObject({ idToken: secret })]);

const known = {
  name: z.string(),
  /** What to call them. */
  called: z.optional(z.string()),
  role: z.enum(roles),
};

const signIn = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('token') }),
  z.object({ kind: z.literal('cognito'), domain: z.string(), clientId: z.string() }),
]);

export const session = [
  endpoint({
    method: 'GET',
    path: '/api/session',
    role: 'anyone',
    summary:
      'Who has signed in, until when, and how people sign in; without a name when nobody has',
    answer: z.object({ ...z.object(known).partial().shape, until: z.optional(z.int()), signIn }),
    run: async (ports, { actor }) => ({
      ...(actor !== anyone && told(actor)),
      ...(actor.session && { until: actor.session.until }),
      signIn: ports.signIn,
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/api/session',
    role: 'anyone',
    summary:
      'Signs a browser in by a token, or by the id token of Cognito; sets a cookie for half a day',
    body: shown,
    answer: z.object(known),
    status: 201,
    audited: false,
    run: async (ports, { body, actor: before }) => {
      const holder = await holderBy(ports, body);
      const actor = await holderOf(ports, holder);
      if (!actor) throw new Refused(403, `${holder.name} is not among the users of this workspace`);
      await ports.audit.put(signedIn(actor, ports.now()));
      const opened = await ports.sessions.open(holder);
      if (before.session) await ports.sessions.close(before.session.secret);
      return new SessionAnswer(told(actor), opened);
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/session',
    role: 'anyone',
    summary: 'Signs the browser out',
    status: 204,
    audited: false,
    run: async ({ sessions }, { actor }) => {
      if (actor.session) await sessions.close(actor.session.secret);
      return new SessionAnswer(undefined);
    },
  }),
];

const told = ({ name, called, role }: Actor) => ({ name, ...(called && { called }), role });

async function holderBy(
  { access, verifyIdToken }: ApiPorts,
  by: z.output<typeof shown>,
): Promise<SessionHolder> {
  if ('idToken' in by) return { kind: 'user', name: await verifyIdToken(by.idToken) };
  const key = await access.find('token', by.token);
  if (!key) throw new Refused(401, 'This token opens nothing: it was never made, or is revoked');
  return { kind: 'token', name: key.name };
}

/** Only who has signed in is in the audit: what others try would fill it. */
const signedIn = ({ name, role }: Actor, at: number) => ({
  ...{ id: crypto.randomUUID(), at, who: name, role },
  ...{ what: 'POST /api/session', path: {}, status: 201 },
});
