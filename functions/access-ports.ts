// Who may use the API, and what they did: keys and tokens with their roles, and the audit of every change.

import type { Instant } from '../workflows/model/time.ts';
import type { ListRequest } from './listing.ts';

/** Each may do what those before it may, and more. */
export const roles = ['viewer', 'sales', 'marketer', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Whether somebody of that role may do what is asked of another. */
export const may = (role: Role, asked: Role): boolean =>
  roles.indexOf(role) >= roles.indexOf(asked);

/** A write key lets events in; a token opens the API. */
export type KeyKind = 'write' | 'token';

export interface Key {
  /** Unique among those of its kind, now and ever. */
  readonly name: string;
  /** Of tokens alone. */
  readonly role?: Role;
  readonly at: Instant;
  /** The name of the token that made it. */
  readonly by: string;
  /** Since when it opens nothing any more. */
  readonly revokedAt?: Instant;
}

export interface Access {
  /** Makes a key and answers its secret, which is shown once and kept only as a hash. Refused when the name is taken. */
  create(kind: KeyKind, name: string, given?: Partial<Pick<Key, 'role' | 'by'>>): Promise<string>;
  /** What a secret opens; undefined when it opens nothing. */
  find(kind: KeyKind, secret: string): Promise<Key | undefined>;
  /** The key of that name; undefined when it opens nothing. */
  named(kind: KeyKind, name: string): Promise<Key | undefined>;
  /** By name, revoked ones among them. */
  list(kind: KeyKind, request: ListRequest<string>): Promise<Key[]>;
  /** False when there is none of that name. */
  revoke(kind: KeyKind, name: string): Promise<boolean>;
}

/** One change that was asked for over the API. It is written before the change is made. */
export interface AuditRow {
  readonly id: string;
  readonly at: Instant;
  /** The name of the token. */
  readonly who: string;
  readonly role: Role;
  /** "PUT /api/campaigns/{id}" */
  readonly what: string;
  readonly path: Readonly<Record<string, string>>;
  /** What made it necessary, where no person did it. */
  readonly because?: string;
  /** What was answered; absent when nothing was, because whoever made the change stopped. */
  readonly status?: number;
}

export interface Audit {
  put(row: AuditRow): Promise<void>;
  /** The newest first. */
  list(request: ListRequest<AuditPlace>): Promise<AuditRow[]>;
}

type AuditPlace = readonly [at: Instant, id: string];
