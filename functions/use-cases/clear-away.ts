// Removes what is kept of an erased person outside of the contacts. Of somebody who came back meanwhile it removes what
// is of before alone. Done again it finds what was written since by those who were at work.
import { isErased } from '../../workflows/model/contact.ts';
import { findableAs } from '../../workflows/model/findable.ts';
import type { Instant, Milliseconds } from '../../workflows/model/time.ts';
import type { Accounts } from '../account-ports.ts';
import type { ErasedKeys, Erasure, Remains } from '../erasure-ports.ts';
import type { Finder } from '../finding-ports.ts';
import type { Kept } from '../job-ports.ts';
import type { Tasks } from '../order-ports.ts';
import type { ConsentLedger, Now, Timeline, TimelineRow } from '../ports.ts';
import { type BuryPorts, noteTraces } from './bury.ts';
import { keysIn } from './keys-in-text.ts';
import { allConsents } from './read-consents.ts';

interface ClearPorts extends BuryPorts {
  readonly erasedKeys: ErasedKeys;
  readonly remains: Remains;
  readonly timeline: Pick<Timeline, 'list'>;
  readonly tasks: Pick<Tasks, 'ofContact'>;
  readonly consentLedger: Pick<ConsentLedger, 'list'>;
  readonly accounts: Pick<Accounts, 'joinedBy' | 'leave'>;
  readonly finder: Pick<Finder, 'forget'>;
  readonly now: Now;
}

/** No portion is begun when less than this is left. */
const portionTime: Milliseconds = 10_000;
const portion = 200;

const day: Milliseconds = 86_400_000;
/** What was rejected is kept for thirty days, and stands under its day. */
const quarantineDays = 31;

/** Undefined when time is up: then it is called again. */
export async function clearAway(
  ports: ClearPorts,
  kept: Kept<Erasure>,
  deadline: Instant,
): Promise<Kept<Erasure> | undefined> {
  const isLate = () => ports.now() + portionTime > deadline;
  let known = kept;
  for (const contact of kept.value.traces?.contacts ?? []) {
    const cleared = await clearRows(ports, known, { contact, isLate });
    if (!cleared) return undefined;
    known = cleared;
    const latest = await upTo(ports, contact, known.value.requestedAt);
    await clearTasks(ports, contact, latest);
    await clearConsents(ports, contact, latest);
    await clearAccounts(ports, contact, kept.value.requestedAt);
    await ports.finder.forget(contact, () => namesOf(ports, contact));
  }
  const { contacts = [] } = known.value.traces ?? {};
  await ports.remains.doubts(new Set(contacts), known.value.requestedAt);
  await ports.remains.arrivals(new Set(contacts), ports.now());
  return clearQuarantine(ports, known, isLate);
}

interface Whose {
  readonly contact: string;
  readonly isLate: () => boolean;
}

/** Of nobody everything goes; of somebody who came back, or was merged since, what is of before. */
async function upTo({ contacts }: ClearPorts, id: string, requestedAt: Instant): Promise<Instant> {
  const found = (await contacts.load([id], { consistent: true })).get(id)?.contact;
  const isNobody = !found || (isErased(found) && found.mergedInto === undefined);
  return isNobody ? Number.POSITIVE_INFINITY : requestedAt;
}

/** Rows tell of keys that the contact had no room for: these are noted before the rows go. */
async function clearRows(
  ports: ClearPorts,
  kept: Kept<Erasure>,
  { contact, isLate }: Whose,
): Promise<Kept<Erasure> | undefined> {
  let known = kept;
  const latest = await upTo(ports, contact, kept.value.requestedAt);
  for (let after: TimelineRow | undefined; ; ) {
    if (isLate()) return undefined;
    const rows = await ports.timeline.list(contact, portion, after);
    const theirs = rows.filter(({ at }) => at <= latest);
    known = await noteTraces(ports, known, { contacts: [], keys: theirs.flatMap(keysOf) });
    await ports.remains.rows(theirs);
    after = rows.at(-1);
    if (rows.length < portion) return known;
  }
}

const keysOf = ({ transitions }: TimelineRow): readonly string[] =>
  transitions.flatMap((one) => (one.kind === 'identified' ? one.keys : []));

async function clearTasks(
  { tasks, remains }: ClearPorts,
  contact: string,
  latest: Instant,
): Promise<void> {
  for (let after: string | undefined; ; ) {
    const found = await tasks.ofContact(contact, portion, after);
    await remains.tasks(found.filter(({ task }) => task.at <= latest));
    after = found.at(-1)?.task.id;
    if (found.length < portion) return;
  }
}

async function clearConsents(
  { consentLedger, remains }: ClearPorts,
  contact: string,
  latest: Instant,
): Promise<void> {
  const found = await allConsents(consentLedger, { id: contact });
  await remains.consents(found.filter(({ recorded_at }) => recorded_at <= latest));
}

/** By what was received since then somebody has come back. */
async function clearAccounts(
  { accounts }: ClearPorts,
  contact: string,
  requestedAt: Instant,
): Promise<void> {
  const joined = await accounts.joinedBy(contact);
  for (const one of joined) if (one.at <= requestedAt) await accounts.leave(one);
}

/** Of somebody who came back. */
async function namesOf({ contacts }: ClearPorts, id: string): Promise<readonly string[]> {
  const found = (await contacts.load([id], { consistent: true })).get(id);
  return found ? findableAs(found.contact) : [];
}

async function clearQuarantine(
  ports: ClearPorts,
  kept: Kept<Erasure>,
  isLate: () => boolean,
): Promise<Kept<Erasure> | undefined> {
  const { traces } = kept.value;
  const first = traces?.searchedUpTo ?? ports.now() - quarantineDays * day;
  const hash = await ports.erasedKeys.hasher();
  const theirs = new Set(traces?.keys);
  const isTheirs = (text: string) => keysIn(text).some((key) => theirs.has(hash(key)));
  let after = traces?.searchedAfter;
  for (let at = first; at <= ports.now(); ) {
    if (traces && isLate()) {
      const { searchedAfter: _, ...others } = traces;
      const place = { searchedUpTo: at, ...(after !== undefined && { searchedAfter: after }) };
      await ports.erasures.save({ ...kept.value, traces: { ...others, ...place } }, kept.revision);
      return undefined;
    }
    after = await ports.remains.quarantined(at, isTheirs, after);
    if (after === undefined) at += day;
  }
  return kept;
}
