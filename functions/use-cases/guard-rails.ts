// Guard rails: a campaign whose mail bounces or is called spam too often is paused by itself, with the reason.
// Counted since it went live last, and over a week at the most; delivered is what SES took and did not bounce.

import { subtract } from '../../workflows/model/decimal.ts';
import type { Audit, AuditRow } from '../access-ports.ts';
import { Refused } from '../errors.ts';
import { callAttention, log, metric } from '../log.ts';
import type { Books, Now } from '../ports.ts';
import type { Counter, Counts, Day, Tallies } from '../tally-ports.ts';
import { dayOf } from './day-of.ts';
import { total } from './tallies.ts';

export interface GuardPorts {
  readonly tallies: Pick<Tallies, 'read' | 'mark' | 'setMark'>;
  readonly books: Pick<Books, 'open'>;
  readonly audit: Pick<Audit, 'put'>;
  /** Throws Refused when the campaign is not live. */
  readonly pause: (campaign: string, because: string) => Promise<unknown>;
  readonly now: Now;
}

/** Percent of what was sent, and of what was delivered; once so many are delivered. */
const rails = { bounced: 5, complained: 0.1, delivered: 500 } as const;

/** Who they are, where somebody asks who paused a campaign. */
export const guardRails = 'guard rails';

const week = 7 * 86_400_000;

/** Looks at campaigns whose mail has just bounced or been complained about. */
export async function guard(ports: GuardPorts, campaigns: Iterable<string>): Promise<void> {
  const all = [...new Set(campaigns)];
  if (all.length === 0) return;
  const { playbook } = await ports.books.open();
  const judged = all.map((campaign) =>
    playbook.state(campaign) === 'live' ? judge(ports, campaign) : begin(ports, campaign),
  );
  await Promise.all(judged);
}

async function judge(ports: GuardPorts, campaign: string): Promise<void> {
  const because = tooBad(await counted(ports, campaign));
  if (because === undefined) return;
  await pauseOnce(ports, campaign, because);
  await begin(ports, campaign);
  log.error('campaign paused by its guard rails', { campaign, because });
  metric('GuardRails', 1);
  callAttention();
}

/** Somebody else may have paused it at the same moment. Like every change it is in the audit, before and after. */
async function pauseOnce(ports: GuardPorts, campaign: string, because: string): Promise<void> {
  const at = ports.now();
  const row: AuditRow = {
    ...{ id: `guard-rails-${campaign}-${at}`, at, who: guardRails, role: 'marketer', because },
    what: 'POST /api/campaigns/{id}/pause',
    path: { id: campaign },
  };
  await ports.audit.put(row);
  try {
    await ports.pause(campaign, because);
    await ports.audit.put({ ...row, status: 200 });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await ports.audit.put({ ...row, status: error.status });
  }
}

/** Since the mark, or the last seven days. */
async function counted({ tallies, now }: GuardPorts, campaign: string): Promise<Counts> {
  const mark = await tallies.mark(campaign);
  const since = later(dayOf(now() - week), mark?.day);
  const counts = total((await tallies.read(campaign, since)).values());
  return mark?.day === since ? without(counts, mark.counts) : counts;
}

const later = (one: Day, other: Day = ''): Day => (one > other ? one : other);

const without = (counts: Counts, less: Counts): Counts =>
  Object.fromEntries(
    Object.entries(counts).map(([name, amount = '0']) => [
      name,
      subtract(amount, less[name as Counter] ?? '0'),
    ]),
  );

/** What bounces while a campaign is paused was sent before: it counts no more when it goes on. */
async function begin({ tallies, now }: GuardPorts, campaign: string): Promise<void> {
  const day = dayOf(now());
  const counts = (await tallies.read(campaign, day)).get(day) ?? {};
  await tallies.setMark(campaign, { day, counts });
}

/** Why the campaign must stop; undefined when it need not. */
export function tooBad(counts: Counts): string | undefined {
  const [sent, bounced, complained] = (['sent', 'bounced', 'complained'] as const).map((name) =>
    Number(counts[name] ?? 0),
  ) as [number, number, number];
  const delivered = sent - bounced;
  if (delivered < rails.delivered) return undefined;
  const bounces = (100 * bounced) / sent;
  if (bounces > rails.bounced)
    return `${shown(bounces)}% of ${sent} mails bounced: more than ${rails.bounced}%`;
  const complaints = (100 * complained) / delivered;
  return complaints > rails.complained
    ? `${shown(complaints)}% of ${delivered} mails were called spam: more than ${rails.complained}%`
    : undefined;
}

const shown = (percent: number): string => String(Math.round(percent * 100) / 100);
