// The protocol's heart: load, decide, write on the revision that was read, then emit. Lost races are run again.
import { Missing } from '../../workflows/engine/missing.ts';
import { newContact } from '../../workflows/model/contact.ts';
import { Clash } from '../errors.ts';
import type { OrderLog } from '../offer-ports.ts';
import type { Book, Books, Contacts, Hash, Now, Pause, StoredContact, Timeline } from '../ports.ts';
import { absorbing } from './absorbing.ts';
import { type Decided, decideAll, type Work } from './decision.ts';
import { bringIn, emptyHarvest, gather, type Harvest, type HarvestPorts } from './harvest.ts';
import { type Group, helpings } from './helpings.ts';
import { knownBefore, leadOn, namedBy } from './lead-on.ts';
import { type MergePorts, mergeContacts } from './merge-contacts.ts';
import { logOrders } from './order-lines.ts';
import { createOutbox, type OutboxPorts } from './outbox.ts';
import { assignPages } from './pages.ts';

interface ApplyPorts extends OutboxPorts, MergePorts, HarvestPorts {
  readonly contacts: Contacts;
  readonly timeline: Timeline;
  readonly books: Books;
  readonly orderLog: OrderLog;
  readonly now: Now;
  readonly hash: Hash;
  readonly pause: Pause;
}

/** Applies work to its contacts; answers what failed, and why. Everything else is done and emitted. */
export type ApplyCauses = (
  works: readonly Work[],
  loaded?: ReadonlyMap<string, StoredContact>,
) => Promise<Map<Work, Error>>;

/** Rounds after lost races; then the cause goes back to its queue. */
const rounds = 12;
const longestPause = 400;

export function createApplyCauses(ports: ApplyPorts): ApplyCauses {
  const outbox = createOutbox(ports);

  /** One try for every group; answers those that lost a race, and adds real failures to `failures`. */
  const round = async (asked: readonly Group[], attempt: Attempt): Promise<Group[]> => {
    const led = await leadOn(ports.contacts, asked, await load(ports, asked, attempt));
    const { groups, stored, frozen } = led;
    await outbox.emitLeft([...stored.values()]);
    const world = { ...attempt.book, now: ports.now(), hash: ports.hash };
    const decided = await decideGroups(ports, groups, (id, works) => {
      const known = stored.get(id) ?? { contact: newContact(id), outbox: [] };
      const first = (frozen.get(id) ?? []).map((from) => absorbing(id, from));
      return decideAll(world, ports.timeline, known, [...first, ...works]);
    });
    const paged = assignPages(decided.map(toWrite), ports.hash);
    const written = await Promise.allSettled(
      paged.map(async (one) => one && (await ports.contacts.save(one))),
    );
    const saved = paged.filter((one, at) => isWritten(one, written[at])) as StoredContact[];
    await outbox.emit(saved);
    const before = knownBefore(led);
    await logOrders(ports.orderLog, before, saved);
    gather(attempt.harvest, before, saved);
    for (const [work, error] of decided.flatMap(failedIn)) attempt.failures.set(work, error);
    const errors = groups.map((_, at) => reasonOf(decided[at]) ?? reasonOf(written[at]));
    return sortOut(groups, errors, attempt.failures);
  };

  /** Runs rounds until every group is written or has failed. */
  const settle = async (groups: readonly Group[], attempt: Attempt): Promise<void> => {
    let left = await round(groups, attempt);
    for (let count = 1; count < rounds && left.length > 0; count += 1) {
      await ports.pause(Math.random() * Math.min(longestPause, 10 * 2 ** count));
      left = await round(asBrought(left), { ...attempt, loaded: new Map() });
    }
    blame(attempt.failures, left, new Clash(`Lost the race for a contact ${rounds} times`));
  };

  return async (works, loaded = new Map()) => {
    const failures = new Map<Work, Error>();
    const harvest = emptyHarvest();
    const book = await ports.books.open();
    await mergeFirst({ ...ports, ...outbox }, works, failures);
    const ready = works.filter((work) => !failures.has(work));
    const groups: Group[] = [...Map.groupBy(ready, ({ contact }) => contact)];
    // Nearly always one helping: only a very busy contact has more than fits into one write.
    for (const [count, helping] of helpings(groups).entries())
      await settle(helping, { book, failures, harvest, loaded: count === 0 ? loaded : new Map() });
    const done = ready.filter((work) => !failures.has(work));
    await bringIn(ports, harvest, done);
    return failures;
  };
}

/** Before anything is decided: an event that shows that two are one is told to them as one. */
async function mergeFirst(
  ports: Parameters<typeof mergeContacts>[0],
  works: readonly Work[],
  failures: Map<Work, Error>,
): Promise<void> {
  for (const work of works) {
    for (const join of work.joins ?? []) {
      const failed = (error: unknown) => failures.set(work, error as Error);
      await mergeContacts(ports, work.contact, join).catch(failed);
    }
  }
}

const isWritten = (
  one: StoredContact | undefined,
  write: PromiseSettledResult<unknown> | undefined,
) => one !== undefined && write?.status === 'fulfilled';

const toWrite = (decided: PromiseSettledResult<Decided>) =>
  decided.status === 'fulfilled' ? decided.value.stored : undefined;

const failedIn = (decided: PromiseSettledResult<Decided>) =>
  decided.status === 'fulfilled' ? decided.value.failed : [];

const reasonOf = (result: PromiseSettledResult<unknown> | undefined): Error | undefined =>
  result?.status === 'rejected' ? (result.reason as Error) : undefined;

interface Attempt {
  readonly book: Book;
  readonly failures: Map<Work, Error>;
  readonly harvest: Harvest;
  /** Contacts read already, on the way here. Empty after the first round. */
  readonly loaded: ReadonlyMap<string, StoredContact>;
}

/**
 * Events may be decided on a read that lags behind: they always end in a write, and its condition tells.
 * Everything else may decide to write nothing, and must not do so on old news.
 */
async function load(
  { contacts }: ApplyPorts,
  groups: readonly Group[],
  { loaded }: Attempt,
): Promise<Map<string, StoredContact>> {
  const isFresh = ([id, works]: Group) => loaded.has(id) && isEventsOnly(works);
  const ids = [...new Set(groups.filter((group) => !isFresh(group)).flatMap(namedBy))];
  const fresh = ids.length > 0 ? await contacts.load(ids, { consistent: true }) : new Map();
  const known = groups.flatMap(namedBy).flatMap((id) => fresh.get(id) ?? loaded.get(id) ?? []);
  return new Map(known.map((one) => [one.contact.id, one]));
}

/** Whoever was merged just now has been read before that. */
const isEventsOnly = (works: readonly Work[]) =>
  works.every(({ cause, joins = [] }) => cause.kind === 'event' && joins.length === 0);

/** Whoever they were led to, they begin again where they were brought: what led them there may be gone. */
const asBrought = (groups: readonly Group[]): Group[] => [
  ...Map.groupBy(
    groups.flatMap(([, works]) => works),
    ({ contact }) => contact,
  ),
];

type Decide = (contact: string, works: readonly Work[]) => Promise<Decided>;

/** A decision tells one by one what it misses, and each may lead to the next. */
const fetches = 20;

/** Decides every group; what turns out to be missing is fetched for all at once, and they decide again. */
async function decideGroups(
  { books }: ApplyPorts,
  groups: readonly Group[],
  decide: Decide,
): Promise<PromiseSettledResult<Decided>[]> {
  const results = new Map<Group, PromiseSettledResult<Decided>>();
  let left = [...groups];
  for (let count = 0; left.length > 0 && count < fetches; count += 1) {
    const tried = await Promise.allSettled(left.map(([id, works]) => decide(id, works)));
    for (const [at, group] of left.entries()) results.set(group, tried[at] as (typeof tried)[0]);
    const missing = tried.flatMap((one) => missedBy(one));
    if (missing.length === 0) break;
    left = left.filter((_, at) => missedBy(tried[at]).length > 0);
    await books.fetch(missing);
  }
  return groups.map((group) => results.get(group) as PromiseSettledResult<Decided>);
}

const missedBy = (result: PromiseSettledResult<Decided> | undefined) =>
  reasonOf(result) instanceof Missing ? (reasonOf(result) as Missing).wanted : [];

/** Lost races go to the next round; every other error is a failure. */
function sortOut(
  groups: readonly Group[],
  errors: readonly (Error | undefined)[],
  failures: Map<Work, Error>,
): Group[] {
  for (const [at, group] of groups.entries()) {
    const error = errors[at];
    if (error && !(error instanceof Clash)) blame(failures, [group], error);
  }
  return groups.filter((_, at) => errors[at] instanceof Clash);
}

function blame(failures: Map<Work, Error>, groups: readonly Group[], error: Error): void {
  for (const [, works] of groups) for (const work of works) failures.set(work, error);
}
