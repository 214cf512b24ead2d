// Accounts as people read them, and their members: contacts as they are by now, each once.
import type { Account } from '../../workflows/model/account.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import type { Accounts } from '../account-ports.ts';
import { Refused } from '../errors.ts';
import type { ListRequest } from '../listing.ts';
import type { Contacts } from '../ports.ts';
import { loadLiving } from './follow.ts';

interface AccountsPorts {
  readonly accounts: Accounts;
  readonly contacts: Pick<Contacts, 'load'>;
}

type AccountView = Pick<Account, 'id' | 'traits' | 'traitsAt' | 'updatedAt'>;

export const accountView = ({ id, traits, traitsAt, updatedAt }: Account): AccountView => ({
  ...{ id, traits, traitsAt, updatedAt },
});

/** Throws Refused(404). */
export async function readAccount(
  { accounts }: Pick<AccountsPorts, 'accounts'>,
  id: string,
): Promise<AccountView> {
  const found = await accounts.get(id);
  if (!found) throw new Refused(404, 'There is no such account');
  return accountView(found);
}

interface Members {
  readonly contacts: readonly Contact[];
  /** The id that came last in the portion; absent at the end. */
  readonly last?: string;
}

/** Throws Refused(404). A portion may hold fewer than were asked for: who was merged is met once, who is gone never. */
export async function readMembers(
  { accounts, contacts }: AccountsPorts,
  account: string,
  request: ListRequest<string>,
): Promise<Members> {
  await readAccount({ accounts }, account);
  const ids = await accounts.members(account, request);
  const found = await loadLiving(contacts, ids, { consistent: false });
  const single = new Map([...found.values()].map(({ contact }) => [contact.id, contact]));
  const isMember = (contact: Contact) => contact.accounts?.some((one) => one.account === account);
  const last = ids.length === request.limit ? ids.at(-1) : undefined;
  return { contacts: [...single.values()].filter(isMember), ...(last !== undefined && { last }) };
}
