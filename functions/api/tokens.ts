// Who may use the API and who may send events: tokens and write keys, and the audit of what was done with tokens.
import * as z from 'zod';
import { type KeyKind, roles } from '../access-ports.ts';
import { Refused } from '../errors.ts';
import { endpoint } from './endpoint.ts';
import { listing, listingOf, listRequest, portion } from './portion.ts';
import type { ApiPorts } from './ports.ts';

const name = z
  .string()
  .regex(/^[\w][\w .@-]{0,99}$/, 'letters from a to z, digits, blanks and . @ _ -, at most 100');
const role = z.enum(roles);
const instant = z.int();
const key = z.object({
  name: z.string(),
  role: z.optional(role),
  at: instant,
  by: z.string(),
  revokedAt: z.optional(instant),
});
const secret = z.object({ name: z.string(), secret: z.string() });

const byName = portion(z.string());
const byPlace = portion(z.tuple([instant, z.string()]));

const list = async (
  { access }: ApiPorts,
  kind: KeyKind,
  query: z.output<typeof byName>,
): Promise<unknown> => {
  const items = await access.list(kind, listRequest(query));
  return listing(items, query.limit, (last) => last.name);
};

const revoke = async ({ access }: ApiPorts, kind: KeyKind, named: string): Promise<void> => {
  if (!(await access.revoke(kind, named))) throw new Refused(404, `There is none named ${named}`);
};

const auditRow = z.object({
  id: z.string(),
  at: instant,
  who: z.string(),
  role,
  what: z.string(),
  path: z.record(z.string(), z.string()),
  because: z.optional(z.string()),
  status: z.optional(z.int()),
});

export const tokens = [
  endpoint({
    method: 'POST',
    path: '/api/tokens',
    role: 'administrator',
    summary: 'Makes a token of a role; its secret is shown this once',
    body: z.strictObject({ name, role }),
    named: 'name',
    answer: secret,
    status: 201,
    run: async ({ access }, { body, actor }) => ({
      name: body.name,
      secret: await access.create('token', body.name, { role: body.role, by: actor.name }),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/api/tokens',
    role: 'administrator',
    summary: 'Tokens by name, never their secrets',
    query: byName,
    answer: listingOf(key),
    run: (ports, { query }) => list(ports, 'token', query),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/tokens/{name}',
    role: 'administrator',
    summary: 'Revokes a token: it opens nothing from now on',
    status: 204,
    run: (ports, { path, actor }) => {
      if (path.name === actor.name) throw new Refused(409, 'A token cannot revoke itself');
      return revoke(ports, 'token', path.name);
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/write-keys',
    role: 'administrator',
    summary: 'Makes a write key, by which a site sends events; it is shown this once',
    body: z.strictObject({ name }),
    named: 'name',
    answer: secret,
    status: 201,
    run: async ({ access }, { body, actor }) => ({
      name: body.name,
      secret: await access.create('write', body.name, { by: actor.name }),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/api/write-keys',
    role: 'administrator',
    summary: 'Write keys by name, never the keys themselves',
    query: byName,
    answer: listingOf(key),
    run: (ports, { query }) => list(ports, 'write', query),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/write-keys/{name}',
    role: 'administrator',
    summary: 'Revokes a write key: within a minute nothing is taken with it any more',
    status: 204,
    run: (ports, { path }) => revoke(ports, 'write', path.name),
  }),
  endpoint({
    method: 'GET',
    path: '/api/audit',
    role: 'administrator',
    summary: 'Who changed what and when, the newest first',
    query: byPlace,
    answer: listingOf(auditRow),
    run: async ({ audit }, { query }) => {
      const items = await audit.list(listRequest(query));
      return listing(items, query.limit, ({ at, id }) => [at, id]);
    },
  }),
];
