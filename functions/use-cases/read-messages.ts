// The messages of a contact, the newest first, and how far each has come: also those that the gate withheld.
import type { MessageStatus, Sign } from '../../workflows/engine/message-status.ts';
import { messageId } from '../../workflows/model/message.ts';
import type { Instant } from '../../workflows/model/time.ts';
import type { Hash, Timeline, TimelineRow } from '../ports.ts';
import type { Ledger } from '../sending-ports.ts';
import { type Asked, standingsOf } from './message-standings.ts';
import { listPast, type Person } from './past-rows.ts';

interface ReadMessagesPorts {
  readonly timeline: Timeline;
  readonly ledger: Pick<Ledger, 'read'>;
  readonly hash: Hash;
}

export interface MessageStory {
  readonly message: string;
  readonly campaign: string;
  readonly enrollment: string;
  readonly step: string;
  /** When it was decided. */
  readonly decidedAt: Instant;
  readonly status: MessageStatus;
  /** Since when it is so. */
  readonly at: Instant;
  readonly because?: string;
}

type Told = Omit<MessageStory, 'status' | 'at'> & Partial<Asked>;

/** When it was decided, and which it is. */
export type MessagePlace = readonly [decidedAt: Instant, message: string];

const portion = 250;
/** Further back nobody is shown anything. */
const portions = 40;

/** Read from the newest row each time, since what was said last stands there. */
export async function readMessages(
  ports: ReadMessagesPorts,
  person: Person,
  { limit, after }: { readonly limit: number; readonly after?: MessagePlace | undefined },
): Promise<MessageStory[]> {
  const rows: TimelineRow[] = [];
  for (let count = 0; count < portions; count += 1) {
    const more = await listPast(ports.timeline, person, portion, rows.at(-1));
    rows.push(...more);
    const isAll = more.length < portion;
    const found = behind(toldIn(ports.hash, rows), after);
    if (isAll || found.length >= limit) return stories(ports, found.slice(0, limit), rows);
  }
  return stories(ports, behind(toldIn(ports.hash, rows), after).slice(0, limit), rows);
}

function behind(all: readonly Told[], after: MessagePlace | undefined): readonly Told[] {
  if (!after) return all;
  const at = all.findIndex(({ message }) => message === after[1]);
  return at < 0 ? all.filter(({ decidedAt }) => decidedAt < after[0]) : all.slice(at + 1);
}

/** Of one campaign, from rows that were read already, the newest first. */
export const messagesOf = (
  ports: Omit<ReadMessagesPorts, 'timeline'>,
  campaign: string,
  rows: readonly TimelineRow[],
): Promise<MessageStory[]> =>
  stories(
    ports,
    toldIn(ports.hash, rows).filter((one) => one.campaign === campaign),
    rows,
  );

async function stories(
  { ledger }: Pick<ReadMessagesPorts, 'ledger'>,
  told: readonly Told[],
  rows: readonly TimelineRow[],
): Promise<MessageStory[]> {
  const asked = told.flatMap(({ page, message }) =>
    page === undefined ? [] : [{ page, message }],
  );
  const standings = await standingsOf(ledger, asked, rows);
  return told.map(({ page, because, ...one }) => {
    const first: Sign = { status: page === undefined ? 'withheld' : 'queued', at: one.decidedAt };
    return { ...one, ...(because && { because }), ...(standings.get(one.message) ?? first) };
  });
}

/** Each once: what was asked for counts before what was withheld under the same id. */
function toldIn(hash: Hash, rows: readonly TimelineRow[]): readonly Told[] {
  const all = rows.flatMap(({ transitions, at }) =>
    transitions.flatMap((one) => toldBy(hash, one, at)).reverse(),
  );
  const asked = new Map(all.map((one) => [one.message, one]));
  for (const one of all) if (one.page !== undefined) asked.set(one.message, one);
  return all.filter((one) => asked.get(one.message) === one);
}

function toldBy(hash: Hash, one: TimelineRow['transitions'][number], decidedAt: Instant): Told[] {
  if (one.kind !== 'requested' && one.kind !== 'withheld') return [];
  const { campaign, enrollment, step } = one;
  const where = { campaign, enrollment, step, decidedAt };
  if (one.kind === 'requested') return [{ ...where, message: one.message, page: one.page ?? '' }];
  const because = one.because ?? one.reason;
  return [{ ...where, message: messageId(hash, enrollment, step), because }];
}
