// The people who sign in by name: our own list says who they are and what they may; Cognito, where there is one, only
// that they are who they say.
import type { Instant } from '../workflows/model/time.ts';
import type { Role } from './access-ports.ts';
import type { ListRequest } from './listing.ts';

export interface User {
  /** In small letters: by it they are known. */
  readonly email: string;
  readonly role: Role;
  /** What the console calls them. */
  readonly name?: string;
  readonly at: Instant;
  /** The name of whoever added or last changed them. */
  readonly by: string;
}

export interface Users {
  get(email: string): Promise<User | undefined>;
  /** By address. */
  list(request: ListRequest<string>): Promise<User[]>;
  put(user: User): Promise<void>;
  /** False when there is none. */
  remove(email: string): Promise<boolean>;
}

/** What became of an invitation: sent; not needed, since they have signed in by name before; or nobody here sends one. */
export type Invitation = 'sent' | 'known' | 'none';

/** Whoever keeps people's passwords. */
export interface Directory {
  invite(email: string): Promise<Invitation>;
  /** Nothing happens where there is none. */
  remove(email: string): Promise<void>;
}

/** How people sign in here, for whoever shows them the way. */
export type SignIn =
  | { readonly kind: 'token' }
  | { readonly kind: 'cognito'; readonly domain: string; readonly clientId: string };

/** Answers the verified address, in small letters; throws Refused(401) with the reason. */
export type VerifyIdToken = (idToken: string) => Promise<string>;
