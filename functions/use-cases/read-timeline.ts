// The timeline of a contact as people read it: each row with what became of the messages it asked for.
import { type Contact, isErased } from '../../workflows/model/contact.ts';
import type { Contacts, Identities, Timeline, TimelineRow } from '../ports.ts';
import type { Ledger, Mark } from '../sending-ports.ts';
import { mailboxKey } from './event-keys.ts';
import { loadLiving } from './follow.ts';
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
  /** State of each message this row asked for, by message id. */
  readonly messages: Readonly<Record<string, Mark['state'] | 'queued'>>;
}

export async function readTimeline(
  { timeline, ledger }: ReadPorts,
  person: Person,
  limit: number,
  after?: Pick<TimelineRow, 'at' | 'kind' | 'id'>,
): Promise<ToldRow[]> {
  const rows = await listPast(timeline, person, limit, after);
  const asked = rows.flatMap(({ transitions }) => pagesOf(transitions));
  const pages = new Map<string, Map<string, Mark>>();
  for (const { page } of asked) {
    if (!pages.has(page)) pages.set(page, await ledger.read(page));
  }
  const stateOf = ({ page, message }: Asked) => pages.get(page)?.get(message)?.state ?? 'queued';
  return rows.map((row) => ({
    ...row,
    messages: Object.fromEntries(
      pagesOf(row.transitions).map((one) => [one.message, stateOf(one)]),
    ),
  }));
}

interface Asked {
  readonly page: string;
  readonly message: string;
}

const pagesOf = (transitions: TimelineRow['transitions']): Asked[] =>
  transitions.flatMap((one) =>
    one.kind === 'requested' && one.page !== undefined
      ? [{ page: one.page, message: one.message }]
      : [],
  );
