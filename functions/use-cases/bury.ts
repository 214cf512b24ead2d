// Puts a tombstone where each contact of an erased person was: it holds the moment of the erasure and nothing else.
// What it takes to find the rest is written down first, hashed, since it is known from the contacts alone.
import { type Contact, newContact, pastOf } from '../../workflows/model/contact.ts';
import type { Instant } from '../../workflows/model/time.ts';
import type { ErasedKeys, Erasure, Erasures, Remains, Traces } from '../erasure-ports.ts';
import { Clash, wins } from '../errors.ts';
import type { Kept } from '../job-ports.ts';
import type { Contacts, StoredContact } from '../ports.ts';
import type { Tallies } from '../tally-ports.ts';
import { withSuccessors } from './follow.ts';
import { addUp, leftSegment } from './tallies.ts';

export interface BuryPorts {
  readonly contacts: Contacts;
  readonly erasures: Pick<Erasures, 'save'>;
  readonly erasedKeys: ErasedKeys;
  readonly remains: Pick<Remains, 'placeOf'>;
  readonly tallies: Pick<Tallies, 'add'>;
}

/** Merges and lost races each cost a round. */
const rounds = 200;

/** Answers the erasure as it is written then. Throws Clash when somebody else is at work on it. */
export async function bury(ports: BuryPorts, kept: Kept<Erasure>): Promise<Kept<Erasure>> {
  let known = kept;
  for (let count = 0; count < rounds; count += 1) {
    const open = await stillOpen(ports.contacts, known.value);
    if (open.length === 0 && count > 0) return known;
    known = await noteTraces(ports, known, {
      contacts: open.flatMap(({ contact }) =>
        [...pastOf(contact), contact.mergedInto ?? []].flat(),
      ),
      keys: open.flatMap(keysOf),
    });
    for (const one of open) await putTombstone(ports, one, known.value.requestedAt);
  }
  throw new Clash(`Lost the race for a contact ${rounds} times`);
}

/** Contacts of the person that still hold something of before. */
async function stillOpen(
  contacts: Contacts,
  { requestedAt, traces }: Erasure,
): Promise<StoredContact[]> {
  const own = new Set(traces?.contacts);
  const stored = await contacts.load([...own], { consistent: true });
  // Whoever was merged since then has taken along what it knew.
  const all = await withSuccessors(contacts, stored);
  const led = [...all.values()].flatMap(({ contact }) => contact.merged ?? []);
  const late = await contacts.load(
    led.filter((id) => !own.has(id)),
    { consistent: true },
  );
  return [
    ...[...stored.values()].filter(({ contact }) => !isBuried(contact, requestedAt)),
    ...[...late.values()].filter(({ contact }) => wasLate(contact, own, requestedAt)),
  ];
}

const isBuried = ({ erasedAt = 0 }: Contact, requestedAt: Instant): boolean =>
  erasedAt >= requestedAt;

/** Merged with the person before the erasure, it came to be taken in after it: nothing of it was. */
const wasLate = (
  { merging, mergedInto = '', erasedAt = 0 }: Contact,
  own: ReadonlySet<string>,
  requestedAt: Instant,
): boolean =>
  own.has(mergedInto) &&
  merging !== undefined &&
  merging.at <= requestedAt &&
  erasedAt < requestedAt;

/** Its outbox may tell of others that it was to take in. */
const keysOf = ({ contact, outbox }: StoredContact): readonly string[] => [
  ...contact.identities,
  ...outbox.flatMap((one) => (one.kind === 'merged' ? one.merged.keys : [])),
];

interface Found {
  readonly contacts: readonly string[];
  readonly keys: readonly string[];
}

/** Writes only what is new; the salted hashes stand before the tombstone does. */
export async function noteTraces(
  { erasures, erasedKeys, remains }: Omit<BuryPorts, 'contacts' | 'tallies'>,
  { value, revision }: Kept<Erasure>,
  found: Found,
): Promise<Kept<Erasure>> {
  const known: Traces = value.traces ?? { contacts: [], identities: [], keys: [] };
  const hash = await erasedKeys.hasher();
  const hashes = found.keys.map(hash);
  const traces: Traces = {
    ...known,
    contacts: joined(known.contacts, found.contacts),
    identities: joined(known.identities, found.keys.map(remains.placeOf)),
    keys: joined(known.keys, hashes),
  };
  await erasedKeys.put(hashes, value.requestedAt);
  if (sizeOf(traces) === sizeOf(known)) return { value, revision };
  const noted: Erasure = { ...value, state: 'RUNNING', traces };
  await erasures.save(noted, revision);
  return { value: noted, revision: revision + 1 };
}

const joined = (one: readonly string[], other: readonly string[]): readonly string[] => [
  ...new Set([...one, ...other]),
];

const sizeOf = ({ contacts, identities }: Traces) => contacts.length + identities.length;

async function putTombstone(
  { contacts, tallies }: BuryPorts,
  { contact: { id, revision, segments } }: StoredContact,
  erasedAt: Instant,
): Promise<void> {
  const tombstone = { ...newContact(id), revision: revision + 1, erasedAt };
  // Where it has moved on, the next round looks at it again.
  if (!(await wins(contacts.save({ contact: tombstone, outbox: [] })))) return;
  const counted = Object.keys(segments).map(leftSegment);
  if (counted.length > 0) await tallies.add(addUp(counted));
}
