// The people who sign in by name, and what each of them may.
import * as z from 'zod';
import { roles } from '../access-ports.ts';
import { addressOf, removeUser, saveUser } from '../use-cases/users.ts';
import { endpoint } from './endpoint.ts';
import { listing, listingOf, listRequest, portion } from './portion.ts';

const role = z.enum(roles);
const name = z.string().trim().min(1).max(100);

const user = z.object({
  email: z.string(),
  role,
  name: z.optional(z.string()),
  at: z.int(),
  by: z.string(),
});

const saved = z.object({
  ...user.shape,
  /** Whether Cognito has just mailed them; "none" where there is no Cognito, and people sign in by tokens. */
  invitation: z.enum(['sent', 'known', 'none']),
});

export const users = [
  endpoint({
    method: 'GET',
    path: '/api/users',
    role: 'administrator',
    summary: 'People who may sign in by name, by their addresses',
    query: portion(z.string()),
    answer: listingOf(user),
    run: async (ports, { query }) => {
      const items = await ports.users.list(listRequest(query));
      return listing(items, query.limit, ({ email }) => email);
    },
  }),
  endpoint({
    method: 'PUT',
    path: '/api/users/{email}',
    role: 'administrator',
    summary: 'Adds somebody, who is invited where there is Cognito; or changes their role',
    body: z.strictObject({ role, name: z.optional(name) }),
    answer: saved,
    run: (ports, { path, body, actor }) =>
      saveUser(ports, { email: addressOf(path.email), ...body }, actor.name),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/users/{email}',
    role: 'administrator',
    summary: 'Removes somebody: their sessions open nothing from now on',
    status: 204,
    run: (ports, { path, actor }) => removeUser(ports, addressOf(path.email), actor.name),
  }),
];
