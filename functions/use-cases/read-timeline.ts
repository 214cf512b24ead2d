// The timeline of a contact as people read it: each row with what became of the messages it asked for.
import type { MessageStatus } from '../../workflows/engine/message-status.ts';
import { type Contact, isErased } from '../../workflows/model/contact.ts';
import type { Contacts, Identities, Timeline, TimelineRow } from '../ports.ts';
import type { Ledger } from '../sending-ports.ts';
import { mailboxKey } from './event-keys.ts';
import { loadLiving } from './follow.ts';
import { type Asked, askedIn, standingsOf } from './message-standings.ts';
import { listPast, type Person } from './past-rows.ts';

export interface ReadPorts {
  readonly contacts: Contacts;
  readonly identities: Identities;
  readonly timeline: Timeline;
  readonly ledger: Pick<Ledger, 'read'>;
}

/** The contact an id or a key such as "user:42" or "email:sara@example.com" leads to, and what it turned out to be. */
export async function findContact(
  { contacts, identities }: Pick<ReadPorts, 'contacts' | 'identities'>,
  wanted: string,
): Promise<Contact | undefined> {
  const key = wanted.startsWith('email:') ? mailboxKey(wanted.slice('email:'.length)) : wanted;
  const id = key.startsWith('con_') ? key : (await identities.find([key])).get(key);
  if (id === undefined) return undefined;
  const found = (await loadLiving(contacts, [id], { consistent: true })).get(id)?.contact;
  return found && !isErased(found) ? found : undefined;
}

interface ToldRow extends TimelineRow {
  /** How far each message that this row asked for has come, as far as the rows beside it tell. */
  readonly messages: Readonly<Record<string, MessageStatus>>;
}

export async function readTimeline(
  { timeline, ledger }: ReadPorts,
  person: Person,
  limit: number,
  after?: Pick<TimelineRow, 'at' | 'kind' | 'id'>,
): Promise<ToldRow[]> {
  const rows = await listPast(timeline, person, limit, after);
  const asked = rows.flatMap(askedIn);
  const standings = await standingsOf(ledger, asked, rows);
  const statusOf = ({ message }: Asked) =>
    [message, standings.get(message)?.status ?? 'queued'] as const;
  return rows.map((row) => ({
    ...row,
    messages: Object.fromEntries(askedIn(row).map(statusOf)),
  }));
}
