// Accounts, and who belongs to them: what is asked of where they are kept.
import type { Account } from '../workflows/model/account.ts';
import type { Instant } from '../workflows/model/time.ts';
import type { ListRequest } from './listing.ts';

export interface Accounts {
  get(id: string): Promise<Account | undefined>;
  /** Writes if the stored revision is one less than the account's. Throws Clash when it is not. */
  save(account: Account): Promise<void>;
  /** By id. */
  list(request: ListRequest<string>): Promise<Account[]>;
  /** Notes that a contact belongs to an account, by an event that was received then. Twice is once. */
  join(membership: Joined): Promise<void>;
  leave(membership: Omit<Joined, 'at'>): Promise<void>;
  /** All that were noted of a contact, also those for which it had no room. */
  joinedBy(contact: string): Promise<Joined[]>;
  /** Ids of contacts, by id; some may have turned out to be others since. */
  members(account: string, request: ListRequest<string>): Promise<string[]>;
}

export interface Joined {
  readonly account: string;
  readonly contact: string;
  readonly at: Instant;
}

/** Members of an account that are to be told of it, those after `after`. */
export interface Telling {
  readonly account: string;
  readonly after?: string | undefined;
}

export interface Tellings {
  send(telling: Telling, at: Instant): Promise<void>;
}
