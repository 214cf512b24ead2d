// What a decision changes of how contacts are found by their names and addresses. Nothing, for most.
import type { Contact } from '../../workflows/model/contact.ts';
import { findableAs } from '../../workflows/model/findable.ts';
import type { Effect } from '../ports.ts';

/** `after` as it is written now. */
export function refoundBy(before: Contact, after: Contact): Effect[] {
  const { id: contact, revision, identities, traits } = after;
  if (before.traits === traits && before.identities === identities) return [];
  const [had, has] = [findableAs(before), findableAs(after)];
  const add = has.filter((one) => !had.includes(one));
  const drop = had.filter((one) => !has.includes(one));
  if (add.length + drop.length === 0) return [];
  return [{ kind: 'refound', refound: { contact, revision, add, drop } }];
}

/** By whoever was taken in by another: what led to them leads to nobody. */
export function lostBy({ id: contact, revision, ...known }: Contact): Effect[] {
  const drop = findableAs(known);
  if (drop.length === 0) return [];
  return [{ kind: 'refound', refound: { contact, revision, add: [], drop } }];
}
