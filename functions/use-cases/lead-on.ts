// Leads works on from contacts that were merged to those that they turned out to be, with what these have not taken in
// yet. Where nobody was merged, it reads nothing and changes nothing.
import type { Contact } from '../../workflows/model/contact.ts';
import type { Contacts, StoredContact } from '../ports.ts';
import { type Known, living, wayFrom, withSuccessors } from './follow.ts';
import { type Group, inOrder } from './helpings.ts';

interface Led {
  readonly groups: readonly Group[];
  readonly stored: Known;
  /** Frozen contacts that a contact has yet to take in, by its id. */
  readonly frozen: ReadonlyMap<string, readonly Contact[]>;
}

export async function leadOn(
  contacts: Pick<Contacts, 'load'>,
  groups: readonly Group[],
  stored: Known,
): Promise<Led> {
  const isMerged = ({ contact }: StoredContact) => contact.mergedInto !== undefined;
  if (![...stored.values()].some(isMerged)) return { groups, stored, frozen: new Map() };
  const all = await withSuccessors(contacts, stored);
  const ends = [...Map.groupBy(groups, ([id]) => wayFrom(all, id).end)];
  const frozen = new Map(ends.map(([end, led]) => [end, frozenFor(all, end, led)]));
  return {
    groups: ends.map(([end, led]) => [end, inOrder(led.flatMap(([, works]) => works))] as const),
    stored: all,
    frozen,
  };
}

/** On the ways of its works, and on those of the contacts that these join. */
function frozenFor(all: Known, end: string, led: readonly Group[]): Contact[] {
  const ways = led.flatMap(namedBy).map((id) => wayFrom(all, id));
  const frozen = ways.filter((way) => way.end === end).flatMap((way) => way.frozen);
  return [...new Map(frozen.map((one) => [one.id, one])).values()];
}

/** The contact of a group, those by which its works were led there, and those that they join. */
export const namedBy = ([id, works]: Group): string[] => [
  ...new Set([
    id,
    ...works.flatMap(({ contact, joins = [] }) => [contact, ...joins.map((one) => one.contact)]),
  ]),
];

/** What was known of a contact before: together with what it has yet to take in. */
export const knownBefore = ({ stored, frozen }: Led): Known =>
  new Map(
    [...stored.keys()].map((id) => [id, living(stored, { end: id, frozen: frozen.get(id) ?? [] })]),
  );
