// Accounts of a contact: it belongs to those that group calls have named, and carries a copy of the one named last.
// Nobody else tells of that: neither attributes nor edits change the copy.
import { type AccountNews, copyOf, isSame, type Membership } from '../model/account.ts';
import { budget } from '../model/budget.ts';
import type { Changes } from '../model/changes.ts';
import type { Contact } from '../model/contact.ts';
import type { Fields } from '../model/event.ts';
import { fits } from '../model/room.ts';
import type { Instant } from '../model/time.ts';
import { change, type Draft, note } from './draft.ts';
import { noteMistyped } from './learn.ts';

/** A group call, with the account as it is after it. */
export function joinAccount(draft: Draft, { account, refused }: AccountNews, at: Instant): Draft {
  const told = noteMistyped(draft, refused);
  const known = told.contact.accounts ?? [];
  const same = known.find((one) => one.account === account.id);
  if (!same && known.length >= budget.accounts) {
    const because = `a contact belongs to ${budget.accounts} accounts at the most: not to ${account.id}`;
    return note(told, { kind: 'attributes_refused', because });
  }
  const { revision } = account;
  const one: Membership = { account: account.id, at: Math.max(at, same?.at ?? at), revision };
  const others = known.filter((other) => other !== same);
  const accounts = [one, ...others].sort((a, b) => b.at - a.at);
  const joined = change(told, { accounts });
  const noted = same ? joined : note(joined, { kind: 'account_joined', account: account.id });
  return accounts[0] === one ? withCopy(noted, account) : noted;
}

/** The same draft when the contact knows it already, or goes by another account. */
export function hearAccount(draft: Draft, account: AccountNews['account']): Draft {
  const [current, ...others] = draft.contact.accounts ?? [];
  if (current?.account !== account.id || current.revision >= account.revision) return draft;
  const accounts = [{ ...current, revision: account.revision }, ...others];
  return withCopy(change(draft, { accounts }), account);
}

function withCopy(draft: Draft, account: AccountNews['account']): Draft {
  const { traits } = draft.contact;
  const copy = copyOf(account);
  if (isSame(traits.account, copy)) return draft;
  const next = { ...traits, account: copy };
  if (!fits(next)) {
    const because = `attributes would exceed ${budget.traits} characters: account`;
    return note(draft, { kind: 'attributes_refused', because });
  }
  const because = differing(traits.account, copy).slice(0, 500).toWellFormed();
  return note(change(draft, { traits: next }), {
    kind: 'account_changed',
    ...{ account: account.id, because },
  });
}

/** "plan, seats": names only. */
function differing(before: unknown, after: Fields): string {
  const known = (typeof before === 'object' ? before : null) as Fields | null;
  return Object.keys({ ...known, ...after })
    .filter((name) => !isSame(known?.[name], after[name]))
    .join(', ');
}

/** Without what only group calls tell. Of who belongs to no account, `account` is an attribute like any other. */
export function exceptAccount<T extends Fields>(
  draft: Draft,
  fields: T,
): { readonly draft: Draft; readonly fields: T } {
  if (!draft.contact.accounts || !Object.hasOwn(fields, 'account')) return { draft, fields };
  const { account: _, ...others } = fields;
  const because = 'account is what group calls tell of the account';
  return { draft: note(draft, { kind: 'attributes_refused', because }), fields: others as T };
}

/** The same of changes. */
export function changesExceptAccount(
  draft: Draft,
  given: Changes,
): { readonly draft: Draft; readonly changes: Changes } {
  if (!draft.contact.accounts) return { draft, changes: given };
  const { unset, ...changes } = given;
  const kept = unset?.filter((name) => name !== 'account');
  const { draft: told, fields } = exceptAccount(draft, (given.set ?? {}) as Fields);
  return {
    draft: told,
    changes: {
      ...changes,
      ...(given.set && { set: fields as typeof given.set }),
      ...(kept && { unset: kept }),
    },
  };
}

/** Two contacts that are one: all their accounts, and the copy of the one named last. */
export function joinedAccounts(
  one: Contact,
  other: Contact,
  traits: Fields,
): Pick<Contact, 'accounts' | 'traits'> {
  const all = [...(one.accounts ?? []), ...(other.accounts ?? [])].sort((a, b) => b.at - a.at);
  const first = new Map(all.toReversed().map((each) => [each.account, each]));
  const accounts = all.filter((each) => first.get(each.account) === each);
  const [current] = accounts;
  if (!current) return { traits };
  const owner = one.accounts?.[0] === current ? one : other;
  const { account: copy, ...others } = { ...traits, ...pick(owner.traits) };
  const next = copy === undefined ? others : { ...others, account: copy };
  return { accounts: accounts.slice(0, budget.accounts), traits: fits(next) ? next : others };
}

const pick = ({ account }: Fields): Fields => (account === undefined ? {} : { account });
