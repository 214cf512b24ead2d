// What people and their programs do to one contact over the API: each a cause, applied at once under an id of its
// own, so that asking again with the same id changes nothing more.
import { changesRefused } from '../../workflows/engine/apply-changes.ts';
import type { Cause } from '../../workflows/model/cause.ts';
import type { Changes } from '../../workflows/model/changes.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import type { Event, Fields } from '../../workflows/model/event.ts';
import type { Transition } from '../../workflows/model/transition.ts';
import { Refused } from '../errors.ts';
import type { Contacts, Now, TimelineRow } from '../ports.ts';
import type { ApplyCauses } from './apply-causes.ts';
import type { Work } from './decision.ts';
import type { Place } from './envelopes.ts';
import { pack } from './envelopes.ts';
import { loadLiving } from './follow.ts';
import { listPast } from './past-rows.ts';
import { findContact, type ReadPorts } from './read-timeline.ts';
import { type ResolvePorts, resolveContacts } from './resolve-contacts.ts';

export interface ChangePorts extends ReadPorts, ResolvePorts {
  readonly applyCauses: ApplyCauses;
  readonly now: Now;
}

/** Who does it, and the id that makes a repetition harmless. */
export interface Signature {
  readonly id: string;
  readonly by: string;
}

/** Throws Refused(422), and changes nothing, when attributes or lists find no room. */
export async function editContact(
  ports: ChangePorts,
  contact: string,
  changes: Changes,
  { id, by }: Signature,
): Promise<Contact> {
  refuseWithoutRoom(await loadContact(ports.contacts, contact), changes);
  const cause: Cause = { kind: 'edit', id, at: ports.now(), changes, by };
  await applyAll(ports, [{ contact, cause }]);
  return loadContact(ports.contacts, contact);
}

function refuseWithoutRoom(known: Pick<Contact, 'traits' | 'lists'>, changes: Changes): void {
  const because = changesRefused(known, changes);
  if (because !== undefined) throw new Refused(422, `Nothing was changed: ${because}`);
}

type Person = Pick<Event, 'user' | 'email' | 'anonymous' | 'traits' | 'consent'>;

/** Makes the contact that the keys lead to, or updates it. Throws Refused(422) as editContact does. */
export async function identifyContact(
  ports: ChangePorts,
  person: Person,
  changes: Changes | undefined,
  { id, by }: Signature,
): Promise<Contact> {
  const at = ports.now();
  refuseWithoutRoom(await knownOf(ports, person), { ...changes, set: traitsOf(person) });
  const event: Event = {
    ...{ id, type: 'identify', name: 'Contact Identified', source: 'api' },
    ...{ timestamp: at, receivedAt: at },
    ...person,
  };
  const { works } = await resolveContacts(ports, [event]);
  const contact = works[0]?.contact ?? '';
  const edit: Cause[] = changes ? [{ kind: 'edit', id: `${id}/changes`, at, changes, by }] : [];
  await applyAll(ports, [...works, ...edit.map((cause) => ({ contact, cause }))]);
  return loadContact(ports.contacts, contact);
}

const traitsOf = ({ traits = {}, email }: Person): NonNullable<Changes['set']> => ({
  ...(email !== undefined && { email }),
  ...traits,
});

/** Together those whom the keys lead to: they will be one contact. */
async function knownOf(
  ports: ReadPorts,
  { user, email, anonymous }: Person,
): Promise<Pick<Contact, 'traits' | 'lists'>> {
  const keys = Object.entries({ user, email, anonymous }).flatMap(([kind, value]) =>
    value === undefined ? [] : [`${kind}:${value}`],
  );
  const found = await Promise.all(keys.map((key) => findContact(ports, key)));
  return {
    traits: Object.assign({}, ...found.map((one) => one?.traits)),
    lists: Object.assign({}, ...found.map((one) => one?.lists)),
  };
}

/** An event of one contact, by the way that all events take. Throws when it was not taken. */
export async function reportEvent(inbox: Place, event: Event): Promise<void> {
  const left = await inbox.keep(pack([event], (one) => JSON.stringify(one)));
  if (left.length > 0) throw new Error('The event was not taken');
}

interface Called {
  readonly campaign: string;
  readonly properties: Fields;
}

/** Asks a campaign to let the contact in; answers what was decided. */
export async function callCampaign(
  ports: ChangePorts,
  contact: string,
  called: Called,
  id: string,
): Promise<readonly Transition[]> {
  const cause: Cause = { kind: 'call', id, at: ports.now(), by: 'api', ...called };
  await applyAll(ports, [{ contact, cause }]);
  const row = await findRow(ports, contact, { kind: 'call', id });
  return row?.transitions ?? [];
}

/** Throws the first failure; what did not fail is done. */
export async function applyAll(
  { applyCauses }: Pick<ChangePorts, 'applyCauses'>,
  works: readonly Work[],
): Promise<void> {
  const failures = await applyCauses(works);
  for (const error of failures.values()) throw error;
}

/** One that is there; throws otherwise. */
export async function loadContact(contacts: Contacts, id: string): Promise<Contact> {
  const found = (await loadLiving(contacts, [id], { consistent: true })).get(id);
  if (!found) throw new Error(`${id} is not there`);
  return found.contact;
}

/** How far back the row of a cause that is repeated is looked for. */
const looked = 200;

async function findRow(
  { contacts, timeline }: ChangePorts,
  contact: string,
  { kind, id }: Pick<TimelineRow, 'kind' | 'id'>,
): Promise<TimelineRow | undefined> {
  const isIt = (row: TimelineRow) => row.kind === kind && row.id === id;
  const stored = (await loadLiving(contacts, [contact], { consistent: true })).get(contact);
  const own = stored?.outbox.flatMap((one) => (one.kind === 'row' ? [one.row] : [])).find(isIt);
  return own ?? (await listPast(timeline, stored?.contact ?? { id: contact }, looked)).find(isIt);
}
