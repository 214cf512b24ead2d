// Merges two contacts that turned out to be one: the one with the smaller id survives, so that two who merge at once
// never merge in opposite directions. Here the other is frozen with all that it holds; whoever meets it then brings that
// to the survivor. Merging again what is one already changes nothing.
import { joinedKeys } from '../../workflows/engine/absorb-profile.ts';
import { budget } from '../../workflows/model/budget.ts';
import { type Contact, isErased, newContact } from '../../workflows/model/contact.ts';
import type { Milliseconds } from '../../workflows/model/time.ts';
import { Clash, wins } from '../errors.ts';
import type { Alarms, Contacts, Now, Pause, StoredContact } from '../ports.ts';
import { wayFrom, withSuccessors } from './follow.ts';
import type { Outbox } from './outbox.ts';
import { mayBeOne } from './same-person.ts';

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

/** False when the race for the other was lost. */
async function isSettled(
  ports: MergePorts & Pick<Outbox, 'emitLeft'>,
  contact: string,
  join: Join,
): Promise<boolean> {
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
  const identities = [...one.contact.identities, ...(join.mine ?? [])];
  if (!mayMerge({ ...one.contact, identities }, other.contact, join)) return true;
  const [survivor, frozen] = one.contact.id < other.contact.id ? [one, other] : [other, one];
  return isFrozen(ports, withLost(frozen, survivor, join), survivor.contact.id, join);
}

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
  { contacts, alarms, now, emitLeft }: MergePorts & Pick<Outbox, 'emitLeft'>,
  known: StoredContact,
  mergedInto: string,
  { by, because }: Join,
): Promise<boolean> {
  const { id: contact, revision } = known.contact;
  await emitLeft([known]);
  const at = now();
  await alarms.arm([{ contact, due: at + lookAfter, revision }]);
  const merging = { at, because, ...(by !== undefined && { by }) };
  const frozen = { ...known.contact, revision: revision + 1, mergedInto, merging };
  return wins(contacts.save({ contact: frozen, outbox: [] }));
}
