// Who is signed in. The secret itself is in a cookie that no script can read.
import { createContext, useContext } from 'react';

export const roles = ['viewer', 'sales', 'marketer', 'administrator'] as const;
export type Role = (typeof roles)[number];

export type SignIn =
  | { readonly kind: 'token' }
  | { readonly kind: 'cognito'; readonly domain: string; readonly clientId: string };

export interface Session {
  /** Absent when nobody is signed in. */
  readonly name?: string;
  /** What people call them; users may have such a name, tokens have none. */
  readonly called?: string;
  readonly role?: Role;
  readonly signIn: SignIn;
}

export interface Person {
  /** As the audit knows them. */
  readonly name: string;
  /** As people call them. */
  readonly called: string;
  readonly signIn: SignIn;
  readonly role: Role;
}

export const SessionContext = createContext<Person | undefined>(undefined);

/** Who is signed in; every page stands behind the door. */
export function usePerson(): Person {
  const person = useContext(SessionContext);
  if (!person) throw new Error('Nobody is signed in');
  return person;
}

/** Whether they may do what that role may. The API decides; this only hides what it would refuse. */
export function useMay(role: Role): boolean {
  const mine = usePerson().role;
  return roles.indexOf(mine) >= roles.indexOf(role);
}
