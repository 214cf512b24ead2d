// Everything that events come from, with what was counted of it: webhook sources, write keys, and those that nobody
// made (the API, and senders that nobody knows).

import type { Instant } from '../../workflows/model/time.ts';
import type { Access } from '../access-ports.ts';
import type { ListRequest } from '../listing.ts';
import type { Now } from '../ports.ts';
import type { HookSource, HookSources, SourceCounts } from '../source-ports.ts';
import { type Happened, unknownSource } from '../source-ports.ts';
import type { Day } from '../tally-ports.ts';
import { dayOf } from './day-of.ts';
import { together } from './note-happened.ts';

export interface ListSourcesPorts {
  readonly access: Pick<Access, 'list'>;
  readonly hooks: Pick<HookSources, 'list'>;
  readonly sourceCounts: Pick<SourceCounts, 'read'>;
  readonly now: Now;
}

/** A source without what is counted of it. */
interface Origin {
  /** Of a webhook source its own kind; else 'write_key', 'api' or 'unknown'. */
  readonly kind: string;
  readonly name: string;
  /** As they stand in its events. */
  readonly sources: readonly string[];
  /** Paths at which it is reached. */
  readonly addresses: readonly string[];
  readonly settings?: HookSource['settings'];
  /** Without what they are. */
  readonly secrets?: readonly Omit<HookSource['secrets'][number], 'secret'>[];
  readonly at?: Instant;
  readonly by?: string;
  readonly revokedAt?: Instant;
}

interface SourceRow extends Origin {
  /** Of the last thirty days. */
  readonly counts: Happened['counts'];
  readonly seenAt?: Instant;
  readonly saidNo?: Happened['saidNo'];
}

/** Where a portion has ended: in which of the lists, and with which name. */
export type SourcePlace = readonly [list: number, name: string];

const days = 30;
const allDays: Day = '0000-01-01';

/** Webhook sources, then write keys by name, then the two that nobody made. */
export async function listSources(
  ports: ListSourcesPorts,
  { limit, after }: ListRequest<SourcePlace>,
): Promise<(SourceRow & { readonly place: SourcePlace })[]> {
  const found: (Origin & { place: SourcePlace })[] = [];
  const [first = 0, name] = after ?? [];
  for (const [index, list] of lists(ports).entries()) {
    const left = limit - found.length;
    if (index < first || left === 0) continue;
    const some = await list({ limit: left, after: index === first ? name : undefined });
    found.push(...some.map((one) => ({ ...one, place: [index, one.name] as const })));
  }
  return Promise.all(
    found.map(async ({ place, ...one }) => ({ ...(await row(ports, one)), place })),
  );
}

/** As they stand in events, of all that may send by now: those of keys that are revoked do not. */
export async function namesOfSources(ports: ListSourcesPorts, limit: number): Promise<string[]> {
  const all: Origin[] = [];
  for (const list of lists(ports)) all.push(...(await list({ limit, after: undefined })));
  return all
    .filter(({ revokedAt }) => revokedAt === undefined)
    .slice(0, limit)
    .flatMap(({ sources }) => sources);
}

type List = (request: ListRequest<string>) => Promise<readonly Origin[]>;

const lists = ({ hooks, access }: ListSourcesPorts): readonly List[] => [
  async (request) => (await hooks.list(request)).map(ofHook),
  async (request) => (await access.list('write', request)).map(ofWriteKey),
  async ({ limit, after = '' }) => unmade.filter(({ name }) => name > after).slice(0, limit),
];

export const ofHook = ({ kind, name, settings, secrets, at, by }: HookSource): Origin => ({
  ...{ kind, name, settings, at, by },
  sources: [`${kind}/${name}`],
  addresses: [`/hooks/${name}`],
  secrets: secrets.map(({ secret: _, ...shown }) => shown),
});

const ofWriteKey = ({ name, at, by, revokedAt }: Awaited<ReturnType<Access['list']>>[number]) => ({
  ...{ kind: 'write_key', name, at, by },
  sources: [`segment/${name}`, `form/${name}`],
  addresses: ['/v1', '/f/{write key}'],
  ...(revokedAt !== undefined && { revokedAt }),
});

const unmade: readonly Origin[] = [
  { kind: 'api', name: 'api', sources: ['api'], addresses: ['/api/contacts/{id}/events'] },
  { kind: 'unknown', name: unknownSource, sources: [unknownSource], addresses: [] },
];

export async function row(ports: ListSourcesPorts, origin: Origin): Promise<SourceRow> {
  const all = await readAll(ports, origin, allDays);
  const since = dayOf(ports.now() - days * 86_400_000);
  const ever = all.flatMap((byDay) => [...byDay]);
  const lately = ever.filter(([day]) => day > since);
  const { counts } = sumOf(lately);
  const { seenAt, saidNo } = sumOf(ever);
  return { ...origin, counts, ...(seenAt && { seenAt }), ...(saidNo && { saidNo }) };
}

const readAll = ({ sourceCounts }: ListSourcesPorts, { sources }: Origin, since: Day) =>
  Promise.all(sources.map((source) => sourceCounts.read(source, since)));

const sumOf = (days: readonly (readonly [Day, Happened])[]): Happened =>
  days.reduce<Happened>((sum, [, one]) => together(sum, one), { counts: {} });

/** What happened day by day at that source, the newest first. */
export async function daysOf(
  ports: ListSourcesPorts,
  origin: Origin,
): Promise<readonly { readonly day: Day; readonly counts: Happened['counts'] }[]> {
  const since = dayOf(ports.now() - (days - 1) * 86_400_000);
  const all = await readAll(ports, origin, since);
  const byDay = Map.groupBy(
    all.flatMap((one) => [...one]),
    ([day]) => day,
  );
  return [...byDay]
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .map(([day, some]) => ({ day, counts: sumOf(some).counts }));
}
