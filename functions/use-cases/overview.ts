// What somebody sees who opens the console in the morning: what waits for a person, and what the live campaigns did this
// week beside their control groups. Counted by estimates; what waits is counted up to a few, for more is "many" anyway.
import type { CampaignCard } from '../../workflows/engine/card.ts';
import { type Money, sumsOf } from '../../workflows/model/money.ts';
import type { Instant } from '../../workflows/model/time.ts';
import type { BookKeeping, Publications } from '../book-ports.ts';
import type { WebhookEndpoints } from '../notice-ports.ts';
import type { Tasks } from '../order-ports.ts';
import type { Now } from '../ports.ts';
import type { Doubts } from '../sending-ports.ts';
import type { Quarantined, QuarantineReader } from '../source-ports.ts';
import type { Counts, Day, Tallies } from '../tally-ports.ts';
import { chunks } from './chunks.ts';
import { dayOf } from './day-of.ts';
import { guardRails } from './guard-rails.ts';
import { total, valuesIn } from './tallies.ts';

export interface OverviewPorts {
  readonly book: Pick<BookKeeping, 'read'>;
  readonly publications: Pick<Publications, 'read'>;
  readonly tallies: Pick<Tallies, 'read'>;
  readonly doubts: Pick<Doubts, 'pending'>;
  readonly tasks: Pick<Tasks, 'listOpen'>;
  readonly quarantine: Pick<QuarantineReader, 'list' | 'replays'>;
  readonly endpoints: Pick<WebhookEndpoints, 'get'>;
  readonly now: Now;
}

interface GroupWeek {
  readonly entered: number;
  readonly goals: number;
  /** What the goals brought, one sum for each currency. */
  readonly values: readonly Money[];
}

interface CampaignWeek {
  readonly id: string;
  readonly name: string;
  readonly sent: number;
  readonly treatment: GroupWeek;
  readonly holdout: GroupWeek;
}

interface Overview {
  /** The first of the seven days, today among them (UTC). */
  readonly since: Day;
  readonly needs: {
    /** Campaigns that the guard rails have paused. */
    readonly guardRails: readonly { id: string; name: string; at: Instant; because: string }[];
    /** Requests of the last seven days of which something was not taken, by a replay neither; up to 70. */
    readonly quarantined: number;
    /** Up to 100, as the tasks are. */
    readonly doubts: number;
    readonly tasks: { readonly open: number; readonly overdue: number };
    /** Servers that take no notices. */
    readonly webhooks: readonly { id: string; since: Instant; because: string }[];
  };
  /** Live ones, those that mailed most first. */
  readonly campaigns: readonly CampaignWeek[];
  readonly days: readonly {
    readonly day: Day;
    readonly sent: number;
    readonly values: readonly Money[];
  }[];
}

const oneDay = 86_400_000;
const atOnce = 25;
const most = 100;
const mostRequests = 10;

export async function overview(ports: OverviewPorts): Promise<Overview> {
  const [needs, week] = await Promise.all([waiting(ports), weekOf(ports)]);
  return { ...week, needs };
}

async function waiting(ports: OverviewPorts): Promise<Overview['needs']> {
  const { now } = ports;
  const days = [0, 1, 2, 3, 4, 5, 6].map((past) => now() - past * oneDay);
  const [rails, doubts, open, endpoints, ...requests] = await Promise.all([
    pausedByRails(ports),
    ports.doubts.pending({ limit: most }),
    ports.tasks.listOpen(most),
    ports.endpoints.get(),
    ...days.map((day) => ports.quarantine.list(day, { limit: mostRequests })),
  ]);
  return {
    guardRails: rails,
    quarantined: (await Promise.all(requests.flat().map((one) => isMended(ports, one)))).filter(
      (mended) => !mended,
    ).length,
    doubts: doubts.length,
    tasks: { open: open.length, overdue: open.filter(({ due }) => due < now()).length },
    webhooks: endpoints.flatMap(({ id, failing, disabled }) => {
      const since = disabled?.at ?? failing?.since;
      const because = disabled?.because ?? failing?.because ?? '';
      return since === undefined ? [] : [{ id, since, because }];
    }),
  };
}

async function isMended(
  { quarantine }: Pick<OverviewPorts, 'quarantine'>,
  { id, count }: Quarantined,
): Promise<boolean> {
  const replays = await quarantine.replays(id);
  return replays.filter(({ state }) => state === 'accepted').length >= count;
}

async function pausedByRails(
  ports: Pick<OverviewPorts, 'book' | 'publications'>,
): Promise<Overview['needs']['guardRails']> {
  const { campaigns } = await ports.book.read();
  const paused = [...campaigns.values()].filter(
    ({ state, changed }) => state === 'paused' && changed?.by === guardRails,
  );
  const names = await namesOf(ports, paused);
  return paused.map(({ id, changed }) => ({
    ...{ id, name: names.get(id) ?? id },
    ...{ at: changed?.at ?? 0, because: changed?.because ?? '' },
  }));
}

async function weekOf(ports: OverviewPorts): Promise<Omit<Overview, 'needs'>> {
  const days = [6, 5, 4, 3, 2, 1, 0].map((past) => dayOf(ports.now() - past * oneDay));
  const [since = ''] = days;
  const all = await countedSince(ports, since);
  const names = await namesOf(
    ports,
    all.flatMap(({ card }) => (card.state === 'live' ? [card] : [])),
  );
  const live = all.flatMap(({ card: { id }, counted }) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name, ...inWeek(total(counted.values())) }];
  });
  return {
    since,
    campaigns: live.toSorted((one, other) => other.sent - one.sent),
    days: days.map((day) =>
      dayIn(day, total(all.flatMap(({ counted }) => counted.get(day) ?? []))),
    ),
  };
}

function dayIn(day: Day, counts: Counts): Overview['days'][number] {
  const { sent, treatment, holdout } = inWeek(counts);
  return { day, sent, values: sumsOf([...treatment.values, ...holdout.values]) };
}

interface Counted {
  readonly card: CampaignCard;
  readonly counted: ReadonlyMap<Day, Counts>;
}

async function countedSince({ book, tallies }: OverviewPorts, since: Day): Promise<Counted[]> {
  const { campaigns } = await book.read();
  const all: Counted[] = [];
  for (const some of chunks([...campaigns.values()], atOnce)) {
    const read = some.map(async (card) => ({ card, counted: await tallies.read(card.id, since) }));
    all.push(...(await Promise.all(read)));
  }
  return all;
}

const inWeek = (counts: Counts): Omit<CampaignWeek, 'id' | 'name'> => ({
  sent: Number(counts.sent ?? 0),
  treatment: groupIn(counts, 'treatment'),
  holdout: groupIn(counts, 'holdout'),
});

const groupIn = (counts: Counts, group: 'treatment' | 'holdout'): GroupWeek => ({
  entered: Number(counts[`entered.${group}`] ?? 0),
  goals: Number(counts[`goals.${group}`] ?? 0),
  values: valuesIn(counts, group),
});

async function namesOf(
  { publications }: Pick<OverviewPorts, 'publications'>,
  cards: readonly { readonly id: string; readonly version: number }[],
): Promise<ReadonlyMap<string, string>> {
  const versions = await publications.read(
    cards.map(({ id, version }) => ({ campaign: id, version })),
  );
  return new Map(versions.map(({ campaign, document }) => [campaign, document.name]));
}
