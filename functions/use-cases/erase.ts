// Erases a person. From that moment on whatever was received before is refused; what is kept elsewhere is removed in
// passes, the last of them when no queue can hold anything of before. May stop at any point: it is done again.
import { pastOf } from '../../workflows/model/contact.ts';
import type { Instant, Milliseconds } from '../../workflows/model/time.ts';
import type { Accounts } from '../account-ports.ts';
import type { ErasedKeys, Erasure, Erasures, Ground, Remains, Traces } from '../erasure-ports.ts';
import type { Finder } from '../finding-ports.ts';
import type { JobQueue, Kept, Schedules } from '../job-ports.ts';
import type { Tasks } from '../order-ports.ts';
import type { ConsentLedger, Contacts, Hash, Now, Timeline } from '../ports.ts';
import type { Tallies } from '../tally-ports.ts';
import { bury } from './bury.ts';
import { clearAway } from './clear-away.ts';

export interface ErasePorts {
  readonly erasures: Erasures;
  readonly erasedKeys: ErasedKeys;
  readonly remains: Remains;
  readonly contacts: Contacts;
  readonly timeline: Pick<Timeline, 'list'>;
  readonly tasks: Pick<Tasks, 'ofContact'>;
  readonly consentLedger: Pick<ConsentLedger, 'list'>;
  readonly accounts: Pick<Accounts, 'joinedBy' | 'leave'>;
  readonly finder: Pick<Finder, 'forget'>;
  readonly tallies: Pick<Tallies, 'add'>;
  readonly schedules: Schedules;
  readonly jobQueue: JobQueue;
  readonly hash: Hash;
  readonly now: Now;
}

const minute: Milliseconds = 60_000;
const hour = 60 * minute;

/**
 * After the request. A function that was at work is done within the first; a queue keeps nothing for longer than
 * 14 days, so that the second finds what was left when all had drained.
 */
const repeats: readonly Milliseconds[] = [hour, 15 * 24 * hour];

/** Should nobody live to begin. */
const beginAfter = minute;

interface Asked {
  readonly by: string;
  readonly because: Ground;
}

/** Returns when nothing of before is heard any more. The rest is under way, and comes to its end by itself. */
export async function eraseContact(
  ports: ErasePorts,
  contact: string,
  asked: Asked,
): Promise<Erasure> {
  const at = ports.now();
  const id = erasureId(ports, contact, at);
  await remindOf(ports, id, at + beginAfter);
  const kept = await ports.erasures.create({
    ...{ id, contact, ...asked },
    ...{ requestedAt: at, state: 'INITIALIZED', passes: 0, nextAt: at },
    traces: { contacts: [contact], identities: [], keys: [] },
  });
  const { value } = await bury(ports, kept);
  await ports.jobQueue.send([{ erasure: id }]);
  return value;
}

/** Sorts by time until the year 5188. A contact that is erased leads to it by when it was. */
export const erasureId = ({ hash }: Pick<ErasePorts, 'hash'>, contact: string, at: Instant) =>
  `era_${at.toString(36).padStart(9, '0')}${hash(contact).slice(0, 10)}`;

/** The next pass, if it is due. Throws what is to be tried again. */
export async function carryOnErasing(
  ports: ErasePorts,
  id: string,
  deadline: Instant,
): Promise<void> {
  const kept = await ports.erasures.get(id);
  if (!kept || kept.value.state === 'FINISHED') return remindOf(ports, id, undefined);
  const { nextAt = 0 } = kept.value;
  if (nextAt > ports.now()) return remindOf(ports, id, nextAt);
  const cleared = await clearAway(ports, await bury(ports, kept), deadline);
  if (!cleared) return ports.jobQueue.send([{ erasure: id }]);
  const after = await concluded(ports, cleared);
  await ports.erasures.save(after, cleared.revision);
  await remindOf(ports, id, after.nextAt);
}

const nowhere: Traces = { contacts: [], identities: [], keys: [] };

/** What follows the pass that was made just now. */
async function concluded(ports: ErasePorts, { value }: Kept<Erasure>): Promise<Erasure> {
  const passes = value.passes + 1;
  const { traces, nextAt: _, ...told } = value;
  const { searchedUpTo: _at, searchedAfter: _after, ...left } = traces ?? nowhere;
  const wait = repeats[passes - 1];
  if (wait !== undefined)
    return { ...told, state: 'RUNNING', passes, nextAt: value.requestedAt + wait, traces: left };
  await forgetKeys(ports, left);
  return { ...told, state: 'FINISHED', passes, finishedAt: ports.now() };
}

/** Until now they led what came late to where it is refused. Those of somebody who came back stay. */
async function forgetKeys(
  { contacts, remains }: ErasePorts,
  { contacts: ids, identities }: NonNullable<Erasure['traces']>,
): Promise<void> {
  const stored = [...(await contacts.load(ids, { consistent: true })).values()];
  const listed = stored.flatMap(({ contact }) => contact.identities);
  const kept = new Set(listed.map((key) => remains.placeOf(key)));
  await remains.identities(
    identities.filter((place) => !kept.has(place)),
    [...new Set(stored.flatMap(({ contact }) => pastOf(contact)))],
  );
}

/** At that moment the tick asks for the next pass; at no moment when there is none. */
async function remindOf(
  { schedules }: ErasePorts,
  erasure: string,
  at: Instant | undefined,
): Promise<void> {
  const known = await schedules.find({ erasure });
  if (at !== undefined) {
    await schedules.put({ kind: 'erasure', erasure, at }, known?.revision ?? 0);
  } else if (known) {
    await schedules.remove({ erasure }, known.revision);
  }
}
