// A live count and a sample for a condition that is still being written: bounded, so that it answers while somebody
// waits. Where it has not seen everybody it says so, and estimates.
import { blend } from '../../workflows/conditions/blend.ts';
import type { Condition } from '../../workflows/conditions/condition.ts';
import { watchesOf } from '../../workflows/conditions/watches.ts';
import { ask, type World } from '../../workflows/engine/draft.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import type { Watch } from '../../workflows/model/history.ts';
import type { Milliseconds } from '../../workflows/model/time.ts';
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

/** Contacts, items a page and time that a preview may take; fewer where the past of each has to be read. */
const plain = { contacts: 2_000, page: 500 };
const withPast = { contacts: 200, page: 100 };
const longest: Milliseconds = 3_000;
const sampled = 20;

export async function previewAudience(ports: PreviewPorts, rule: Condition): Promise<Preview> {
  const { books, now, hash, scan } = ports;
  const world: World = { ...(await books.open()), now: now(), hash };
  const asked = { world, rule, unknown: unknownTo(world, rule) };
  const { found, looked, unread, items, isWhole } = await lookAround(ports, asked);
  const matched = found.length;
  const share = isWhole || items === 0 ? 1 : (await scan.estimate()) / items;
  return {
    matched,
    looked,
    // How long an attribute has been what it is stands in no timeline.
    exact: isWhole && unread === 0 && asked.unknown.every((one) => 'event' in one),
    estimate: Math.max(matched, Math.round(matched * share)),
    sample: found.slice(0, sampled),
  };
}

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
  /** Of the table, whatever they are. */
  readonly items: number;
  readonly isWhole: boolean;
}

type Found = Preview['sample'][number];

async function lookAround(ports: PreviewPorts, asked: Asked): Promise<Seen> {
  const { scan, now } = ports;
  const most = asked.unknown.length > 0 ? withPast : plain;
  const end = now() + longest;
  const found: Found[] = [];
  let [looked, unread, items] = [0, 0, 0];
  let cursor: string | undefined;
  do {
    const page = await scan.page({ chunk: 0, chunks: 1, cursor, limit: most.page });
    const told = await Promise.all(page.contacts.map((one) => look(ports, asked, one.contact)));
    found.push(...told.flat());
    looked += page.contacts.length;
    unread += page.unreadable.length;
    items += page.items;
    cursor = page.cursor;
  } while (cursor !== undefined && looked < most.contacts && now() < end);
  return { found, looked, unread, items, isWhole: cursor === undefined };
}

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
