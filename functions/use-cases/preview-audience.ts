// A live count and a sample for a condition that is still being written: bounded, so that it answers while somebody
// waits. Where it has not seen everybody it says so, and estimates.
import { blend } from '../../workflows/conditions/blend.ts';
import type { Condition } from '../../workflows/conditions/condition.ts';
import { watchesOf } from '../../workflows/conditions/watches.ts';
import { ask, type World } from '../../workflows/engine/draft.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import type { Watch } from '../../workflows/model/history.ts';
import type { Instant, Milliseconds } from '../../workflows/model/time.ts';
import type { ContactScan } from '../job-ports.ts';
import type { Books, Hash, Now, Timeline } from '../ports.ts';
import { rebuilt } from './past.ts';

export interface PreviewPorts {
  readonly scan: ContactScan;
  readonly books: Books;
  readonly timeline: Pick<Timeline, 'list'>;
  readonly hash: Hash;
  readonly now: Now;
}

export interface Preview {
  readonly matched: number;
  /** Contacts that were asked. */
  readonly looked: number;
  /** Everybody was asked, and of nobody's past anything is missing. */
  readonly exact: boolean;
  /** Of all contacts; the same as `matched` when that is exact. */
  readonly estimate: number;
  readonly sample: readonly { readonly id: string; readonly because: string }[];
}

/** Contacts and time that a preview may take, and items of a chunk; fewer where the past of each has to be read. */
const plain = { contacts: 2_000, items: 500 };
const withPast = { contacts: 200, items: 100 };
const longest: Milliseconds = 3_000;
const sampled = 20;
/** DynamoDB's own limit. */
const mostChunks = 1_000_000;
/** Some keys hold thousands of items that are no contacts. A chunk with one of them is left out. */
const mostPages = 5;

export async function previewAudience(ports: PreviewPorts, rule: Condition): Promise<Preview> {
  const { books, now, hash } = ports;
  const world: World = { ...(await books.open()), now: now(), hash };
  const asked = { world, rule, unknown: unknownTo(world, rule) };
  const { found, looked, unread, chunks, done, isCut } = await lookAround(ports, asked);
  const matched = found.length;
  return {
    matched,
    looked,
    exact: done === chunks && !isCut && unread === 0 && asked.unknown.every(isInTimeline),
    estimate: Math.round((matched * chunks) / done),
    sample: found.slice(0, sampled),
  };
}

/** How long an attribute has been what it is stands in no timeline. */
const isInTimeline = (one: Watch): boolean => 'event' in one;

interface Asked {
  readonly world: World;
  readonly rule: Condition;
  readonly unknown: readonly Watch[];
}

/** What the rule asks of the past and nobody has remembered so far. */
const unknownTo = ({ playbook }: World, rule: Condition): Watch[] =>
  watchesOf(rule).filter((one) => {
    const source = 'event' in one ? `event:${one.event}` : `attribute:${one.attribute}`;
    return !playbook.watches(source).some((known) => known.key === one.key && isDeep(known, one));
  });

const isDeep = (known: Watch, wanted: Watch): boolean =>
  !('depth' in known) || !('depth' in wanted) || known.depth >= wanted.depth;

interface Seen {
  readonly found: readonly Found[];
  readonly looked: number;
  /** Contacts that cannot be read, and so were not asked. */
  readonly unread: number;
}

type Found = Preview['sample'][number];

interface Around extends Seen {
  readonly chunks: number;
  /** Chunks of which everybody was asked: contacts lie in all chunks alike, whatever else does. */
  readonly done: number;
  /** There was no time for the whole of a single one. */
  readonly isCut: boolean;
}

interface Look {
  readonly ports: PreviewPorts;
  readonly asked: Asked;
  readonly most: typeof plain;
  readonly end: Instant;
}

async function lookAround(ports: PreviewPorts, asked: Asked): Promise<Around> {
  const most = asked.unknown.length > 0 ? withPast : plain;
  const to: Look = { ports, asked, most, end: ports.now() + longest };
  let all = await lookAtFirst(to);
  for (let chunk = 1; chunk < all.chunks && all.looked < most.contacts; chunk += 1) {
    if (ports.now() >= to.end) break;
    const { isWhole, ...seen } = await lookInto(to, { chunk, chunks: all.chunks });
    if (isWhole) all = { ...all, ...both(all, seen), done: all.done + 1 };
  }
  return all;
}

/** Finds how small a chunk must be: the table may have grown since its items were counted. */
async function lookAtFirst(to: Look): Promise<Around> {
  const { ports, most, end } = to;
  let chunks = Math.min(mostChunks, Math.ceil((await ports.scan.estimate()) / most.items) || 1);
  for (;;) {
    const { isWhole, ...seen } = await lookInto(to, { chunk: 0, chunks });
    if (isWhole || chunks === mostChunks || ports.now() >= end)
      return { ...seen, chunks, done: 1, isCut: !isWhole };
    chunks = Math.min(mostChunks, chunks * 8);
  }
}

interface Chunk {
  readonly chunk: number;
  readonly chunks: number;
}

async function lookInto(
  { ports, asked, most, end }: Look,
  place: Chunk,
): Promise<Seen & { readonly isWhole: boolean }> {
  let seen: Seen = { found: [], looked: 0, unread: 0 };
  let cursor: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await ports.scan.page({ ...place, cursor, limit: most.items });
    const told = await Promise.all(page.contacts.map((one) => look(ports, asked, one.contact)));
    const { length: looked } = page.contacts;
    seen = both(seen, { found: told.flat(), looked, unread: page.unreadable.length });
    cursor = page.cursor;
    if (cursor === undefined || ports.now() >= end) break;
  }
  return { ...seen, isWhole: cursor === undefined };
}

const both = (one: Seen, other: Seen): Seen => ({
  found: [...one.found, ...other.found],
  looked: one.looked + other.looked,
  unread: one.unread + other.unread,
});

async function look(
  { timeline }: PreviewPorts,
  { world, rule, unknown }: Asked,
  contact: Contact,
): Promise<Found[]> {
  const past = await rebuilt(timeline, { contact, watches: unknown, now: world.now });
  const history = past ? blend(contact.history, past) : contact.history;
  const { held, because } = ask(world, { contact: { ...contact, history } }, rule);
  return held ? [{ id: contact.id, because }] : [];
}
