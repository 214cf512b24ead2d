// Merges two contacts that turned out to be one: whoever is known better survives. The survivor is written anew on what
// was read of it, and only then the other is frozen with all that it holds; whoever meets it then brings that to the
// survivor. Merging again what is one already changes nothing.
import { joinedKeys } from '../../workflows/engine/absorb-profile.ts';
import { budget } from '../../workflows/model/budget.ts';
import { type Contact, isErased, newContact } from '../../workflows/model/contact.ts';
import type { Milliseconds } from '../../workflows/model/time.ts';
import { Clash, wins } from '../errors.ts';
import type { Alarms, Contacts, Now, Pause, StoredContact } from '../ports.ts';
import { wayFrom, withSuccessors } from './follow.ts';
import type { Outbox } from './outbox.ts';
import { isStranger, mayBeOne, rankOf } from './same-person.ts';

/** Another contact that an event's keys lead to, or that somebody asked to merge. */
export interface Join {
  readonly contact: string;
  /** The key that leads there; none when somebody says that they are one, and must know. */
  readonly by?: string;
  /** Keys of the contact that joins, which it may not list yet. */
  readonly mine?: readonly string[];
  readonly because: string;
}

export interface MergePorts {
  readonly contacts: Contacts;
  readonly alarms: Alarms;
  readonly now: Now;
  readonly pause: Pause;
}

/** By then whoever froze it is done, or dead. */
const lookAfter: Milliseconds = 60_000;

const rounds = 12;
const longestPause = 400;

/** Leaves them two where they may not be one, or where the survivor has room for no more. */
export async function mergeContacts(
  ports: MergePorts & Pick<Outbox, 'emitLeft'>,
  contact: string,
  join: Join,
): Promise<void> {
  for (let count = 0; count < rounds; count += 1) {
    if (count > 0) await ports.pause(Math.random() * Math.min(longestPause, 10 * 2 ** count));
    if (await isSettled(ports, contact, join)) return;
  }
  throw new Clash(`Lost the race for a contact ${rounds} times`);
}

/** False when the race for either was lost. */
async function isSettled(
  ports: MergePorts & Pick<Outbox, 'emitLeft'>,
  contact: string,
  join: Join,
): Promise<boolean> {
  // Whoever is erased from here on is erased with the one that joins it.
  const at = ports.now();
  const known = await ports.contacts.load([...new Set([contact, join.contact])], {
    consistent: true,
  });
  const all = await withSuccessors(ports.contacts, known);
  const endOf = (id: string): StoredContact => {
    const { end } = wayFrom(all, id);
    return all.get(end) ?? { contact: newContact(end), outbox: [] };
  };
  const [one, other] = [endOf(contact), endOf(join.contact)];
  if (one.contact.id === other.contact.id) return true;
  const [mine, theirs] = [keysOf(one, join), other.contact.identities];
  if (isOfAnother(one, join)) return true;
  if (!mayMerge({ ...one.contact, identities: mine }, other.contact, join)) return true;
  const rank = rankOf(mine) - rankOf(theirs);
  const isFirst = rank === 0 ? one.contact.id < other.contact.id : rank > 0;
  const [survivor, frozen] = isFirst ? [one, other] : [other, one];
  await ports.emitLeft([survivor, frozen]);
  if (!(await isConfirmed(ports, survivor))) return false;
  return isFrozen(ports, withLost(frozen, survivor, join), {
    mergedInto: survivor.contact.id,
    merging: { at, because: join.because, ...(join.by !== undefined && { by: join.by }) },
  });
}

const keysOf = ({ contact }: StoredContact, { mine = [] }: Join) => [
  ...contact.identities,
  ...mine,
];

/** Its contact has become another user: the event will be refused, and shows nothing of that one. */
const isOfAnother = ({ contact }: StoredContact, { by, mine = [] }: Join): boolean =>
  by !== undefined && mine.some((key) => isStranger(key, contact.identities));

/**
 * Nobody who read the survivor before this can freeze it any more, so that two never freeze each other, and ways that
 * lead on never end where they began.
 */
const isConfirmed = ({ contacts }: MergePorts, { contact }: StoredContact): Promise<boolean> =>
  wins(contacts.save({ contact: { ...contact, revision: contact.revision + 1 }, outbox: [] }));

/** Whoever was erased lists no keys: the one that has led there would be lost with the tombstone. */
function withLost(frozen: StoredContact, survivor: StoredContact, { by }: Join): StoredContact {
  const { contact } = frozen;
  if (by === undefined || ![contact, survivor.contact].some(isErased)) return frozen;
  return { ...frozen, contact: { ...contact, identities: joinedKeys(contact.identities, [by]) } };
}

export function mayMerge(one: Contact, other: Contact, { by }: Pick<Join, 'by'>): boolean {
  const count = (one.merged?.length ?? 0) + (other.merged?.length ?? 0) + 1;
  return (
    count <= budget.merged && (by === undefined || mayBeOne(by, one.identities, other.identities))
  );
}

/** Whether the race was won. Somebody looks after it first: whoever freezes it may die over it. */
async function isFrozen(
  { contacts, alarms, now }: MergePorts,
  known: StoredContact,
  lead: Required<Pick<Contact, 'mergedInto' | 'merging'>>,
): Promise<boolean> {
  const { id: contact, revision } = known.contact;
  await alarms.arm([{ contact, due: now() + lookAfter, revision }]);
  const frozen = { ...known.contact, revision: revision + 1, ...lead };
  return wins(contacts.save({ contact: frozen, outbox: [] }));
}
