// How mail fares, by whose mailbox it goes to and by day: what was sent, bounced, complained about and delayed, beside the
// lines at which Gmail and Yahoo (complaints) and SES (bounces) act. Added up over all campaigns; estimates, as counts are.
import type { BookKeeping } from '../book-ports.ts';
import type { Now } from '../ports.ts';
import type { ByDomain, Counts, Day, Tallies } from '../tally-ports.ts';
import { chunks } from './chunks.ts';
import { dayOf } from './day-of.ts';
import { allProviders, type Provider } from './mail-domain.ts';
import { addUp, type Count } from './tallies.ts';

interface DeliverabilityPorts {
  readonly book: Pick<BookKeeping, 'read'>;
  readonly tallies: Pick<Tallies, 'read'>;
  readonly now: Now;
}

/**
 * In percent: from `watch` on somebody should look, from `limit` on mail is held back by others. Complaints: Gmail's and
 * Yahoo's rules for bulk senders. Bounces: SES reviews an account at 5 %, and pauses it at 10 %.
 */
export const lines = {
  complaints: { watch: 0.1, limit: 0.3 },
  bounces: { watch: 5, limit: 10 },
} as const;

export const standings = ['good', 'watch', 'bad'] as const;

export const figureNames = [
  'sent',
  'delivered',
  'bounced',
  'soft_bounced',
  'content_bounced',
  'complained',
  'delayed',
] as const satisfies readonly ('sent' | ByDomain)[];

type Figures = Readonly<Record<(typeof figureNames)[number], number>>;

interface Fared extends Figures {
  /** In percent of what was sent; absent when nothing was. */
  readonly bounceRate?: number;
  /** In percent of what was sent and did not bounce for good; absent when nothing was. */
  readonly complaintRate?: number;
  readonly standing: (typeof standings)[number];
}

interface Deliverability {
  readonly since: Day;
  readonly lines: typeof lines;
  readonly total: Fared;
  /** Those with the most mail first. */
  readonly domains: readonly (Fared & { readonly domain: Provider })[];
  readonly days: readonly {
    readonly day: Day;
    readonly domains: readonly (Figures & { readonly domain: Provider })[];
  }[];
}

const oneDay = 86_400_000;

/** Campaigns whose counts are read side by side. */
const atOnce = 25;

/** Over so many days, today among them; of one campaign, or of all that are published. */
export async function deliverability(
  { book, tallies, now }: DeliverabilityPorts,
  { days, campaign }: { readonly days: number; readonly campaign?: string | undefined },
): Promise<Deliverability> {
  const since = dayOf(now() - (days - 1) * oneDay);
  const all = campaign === undefined ? [...(await book.read()).campaigns.keys()] : [campaign];
  const byDay: Count[] = [];
  for (const some of chunks(all, atOnce)) {
    const read = await Promise.all(some.map((one) => tallies.read(one, since)));
    byDay.push(
      ...read.flatMap((counted) => [...counted].flatMap(([day, counts]) => at(day, counts))),
    );
  }
  const counted = addUp(byDay);
  const whole = addUp(byDay.map((one) => ({ ...one, campaign: '' }))).get('') ?? {};
  return {
    ...{ since, lines },
    total: fared(sumOf(domainsIn(whole))),
    domains: domainsIn(whole)
      .map(({ domain, ...figures }) => ({ domain, ...fared(figures) }))
      .toSorted((one, other) => other.sent - one.sent),
    days: [...counted]
      .map(([day, counts]) => ({ day, domains: domainsIn(counts) }))
      .filter(({ domains }) => domains.length > 0)
      .toSorted((one, other) => (one.day < other.day ? -1 : 1)),
  };
}

/** Days are added up as campaigns are. */
const at = (day: Day, counts: Counts): Count[] =>
  Object.entries(counts).map(([counter, amount]) => ({
    ...{ campaign: day, amount },
    counter: counter as Count['counter'],
  }));

/** Those of whom anything was counted. */
const domainsIn = (counts: Counts): (Figures & { readonly domain: Provider })[] =>
  allProviders
    .map((domain) => ({ domain, ...figuresOf((name) => Number(counts[`${name}@${domain}`] ?? 0)) }))
    .filter((one) => figureNames.some((name) => one[name] > 0));

const sumOf = (all: readonly Figures[]): Figures =>
  figuresOf((name) => all.reduce((sum, one) => sum + one[name], 0));

const figuresOf = (count: (name: keyof Figures) => number): Figures =>
  Object.fromEntries(figureNames.map((name) => [name, count(name)])) as Figures;

function fared(figures: Figures): Fared {
  const { sent, bounced, complained } = figures;
  const [bounceRate, complaintRate] = [percent(bounced, sent), percent(complained, sent - bounced)];
  const isBeyond = (line: 'watch' | 'limit') =>
    (bounceRate ?? 0) >= lines.bounces[line] || (complaintRate ?? 0) >= lines.complaints[line];
  const better = isBeyond('watch') ? 'watch' : 'good';
  return {
    ...figures,
    ...(bounceRate !== undefined && { bounceRate }),
    ...(complaintRate !== undefined && { complaintRate }),
    standing: isBeyond('limit') ? 'bad' : better,
  };
}

/** To two digits. */
const percent = (part: number, whole: number): number | undefined =>
  whole > 0 ? Math.round((10_000 * part) / whole) / 100 : undefined;
