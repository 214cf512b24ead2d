// Why somebody is in a campaign or not: asked of the engine with the contact's timeline at hand.
import { Missing } from '../../workflows/engine/missing.ts';
import { type Why, why } from '../../workflows/engine/why.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import type { Instant } from '../../workflows/model/time.ts';
import { Refused } from '../errors.ts';
import type { Books, Hash, Now, Timeline, TimelineRow } from '../ports.ts';
import type { Ledger } from '../sending-ports.ts';
import { listPast, type Person } from './past-rows.ts';
import { type MessageStory, messagesOf } from './read-messages.ts';

interface WhyPorts {
  readonly books: Books;
  readonly timeline: Timeline;
  readonly ledger: Pick<Ledger, 'read'>;
  readonly now: Now;
  readonly hash: Hash;
}

export interface Explained extends Why {
  /** What became of the messages so far, the newest first. */
  readonly mails: readonly MessageStory[];
  readonly asOf: Instant;
  /** How far back the timeline was read; absent when it was read to its beginning. */
  readonly toldSince?: Instant;
}

const portion = 250;
const portions = 8;

/** A decision tells one by one what it misses, and each may lead to the next. */
const fetches = 20;

/** Throws Refused(404) when nothing of that name is published. */
export async function explainWhy(
  ports: WhyPorts,
  contact: Contact,
  campaign: string,
): Promise<Explained> {
  const { books, hash } = ports;
  const [book, told] = await Promise.all([books.open(), readBack(ports, contact)]);
  const now = ports.now();
  const world = { ...book, now, hash };
  const explained = await fetching(books, () => {
    const published = book.playbook.campaign(campaign);
    if (!published) throw new Refused(404, `There is no campaign ${campaign}`);
    return why(world, contact, published, told.rows);
  });
  const mails = await messagesOf(ports, campaign, told.rows);
  const since = told.all ? undefined : told.rows.at(-1)?.at;
  return { ...explained, mails, asOf: now, ...(since !== undefined && { toldSince: since }) };
}

interface ReadBack {
  readonly rows: readonly TimelineRow[];
  readonly all: boolean;
}

async function readBack({ timeline }: WhyPorts, person: Person): Promise<ReadBack> {
  const rows: TimelineRow[] = [];
  for (let count = 0; count < portions; count += 1) {
    const more = await listPast(timeline, person, portion, rows.at(-1));
    rows.push(...more);
    if (more.length < portion) return { rows, all: true };
  }
  return { rows, all: false };
}

/** Asks; what turns out to be missing is fetched, and asked again. */
async function fetching<T>({ fetch }: Pick<Books, 'fetch'>, ask: () => T): Promise<T> {
  for (let count = 0; count < fetches; count += 1) {
    try {
      return ask();
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      await fetch(error.wanted);
    }
  }
  return ask();
}
