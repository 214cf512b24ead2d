// Who may sign in by name: added with a role, which has Cognito invite them, changed, and removed. The last administrator
// stays, or nobody of them could let others in.
import * as z from 'zod';
import type { Role } from '../access-ports.ts';
import { Refused } from '../errors.ts';
import type { Now } from '../ports.ts';
import type { Directory, Invitation, User, Users } from '../user-ports.ts';

export interface UserPorts {
  readonly users: Users;
  readonly directory: Directory;
  readonly now: Now;
}

interface Wanted {
  readonly email: string;
  readonly role: Role;
  readonly name?: string | undefined;
}

/** Throws Refused(422) for what is no address. */
export function addressOf(text: string): string {
  const email = z.email().safeParse(text.toLowerCase());
  if (email.success) return email.data;
  throw new Refused(422, 'This is not an address of mail', { at: 'email' });
}

/** Nobody is invited twice: who has lost the invitation is removed, and added again. */
export async function saveUser(
  { users, directory, now }: UserPorts,
  { email, role, name }: Wanted,
  by: string,
): Promise<User & { readonly invitation: Invitation }> {
  const known = await users.get(email);
  if (known && role !== 'administrator') await refuseLast(users, known, by);
  const user: User = { email, role, ...(name !== undefined && { name }), at: now(), by };
  // Where an invitation fails, asking again sends it.
  const invitation = known ? 'known' : await directory.invite(email);
  await users.put(user);
  return { ...user, invitation };
}

/** From then on their sessions open nothing. */
export async function removeUser(
  { users, directory }: UserPorts,
  email: string,
  by: string,
): Promise<void> {
  const known = await users.get(email);
  if (!known) throw new Refused(404, `There is no user ${email}`);
  await refuseLast(users, known, by);
  await users.remove(email);
  await directory.remove(email);
}

const most = 1_000;

/** By a token an administrator can always be removed: tokens are another way in. */
async function refuseLast(users: Users, { email, role }: User, by: string): Promise<void> {
  if (role !== 'administrator' || email !== by) return;
  const all = await users.list({ limit: most });
  if (all.some((other) => other.role === 'administrator' && other.email !== email)) return;
  throw new Refused(409, 'You are the last administrator: make somebody else one first');
}
