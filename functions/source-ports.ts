// Where events come from: webhook sources with their secrets, what was counted of every source, and what of it was
// not taken.
import type { Event, Fields } from '../workflows/model/event.ts';
import type { Instant } from '../workflows/model/time.ts';
import type { ListRequest } from './listing.ts';
import type { Rejected } from './sources/source.ts';
import type { Day } from './tally-ports.ts';

export interface HookSecret {
  readonly id: string;
  /** As the vendor shows it. It must be known to verify with it, so it is kept as it is. */
  readonly secret: string;
  readonly addedAt: Instant;
  /** From then on it verifies nothing. */
  readonly retiresAt?: Instant;
}

/** A sender of webhooks that the owner has connected; it is reached at /hooks/{name}. */
export interface HookSource {
  readonly name: string;
  /** Of the provider that reads it. */
  readonly kind: string;
  readonly secrets: readonly HookSecret[];
  readonly settings: Fields;
  readonly at: Instant;
  /** The name of the token that made it. */
  readonly by: string;
}

export interface HookSources {
  get(name: string): Promise<HookSource | undefined>;
  /** By name. */
  list(request: ListRequest<string>): Promise<HookSource[]>;
  /** What it becomes, of what it is; undefined is none. Throws Clash when somebody else changed it meanwhile. */
  change<T extends HookSource | undefined>(
    name: string,
    changed: (known: HookSource | undefined) => T,
  ): Promise<T>;
}

/** 'repeated' has been delivered before; 'rejected' was set aside. A refusal is named by its reason. */
export type SourceCounter = 'accepted' | 'repeated' | 'rejected' | `refused.${string}`;

/** One thing that a source sent, and what became of it. */
export interface Arrival {
  readonly at: Instant;
  readonly outcome: 'accepted' | 'repeated' | 'rejected' | 'refused';
  /** The kind of call and the name of the event, where it could be read. */
  readonly type?: Event['type'];
  readonly name?: string;
  readonly contact?: string;
  /** Where it stands in the timeline of the contact. */
  readonly row?: { readonly at: Instant; readonly id: string };
  /** Why it was rejected or refused. */
  readonly why?: string;
}

/** What happened at a source. Whatever is absent did not happen. */
export interface Happened {
  readonly counts: Readonly<Partial<Record<SourceCounter, number>>>;
  /** When something of it was accepted last. */
  readonly seenAt?: Instant;
  /** When something of it was rejected or refused last, and why. */
  readonly saidNo?: { readonly at: Instant; readonly why: string };
  /** The newest of it, the newest first. Not kept with the counts, and shorter. */
  readonly latest?: readonly Arrival[];
}

/** Where refusals are counted whose sender nobody can tell: one source, so that strangers make no items. */
export const unknownSource = 'unknown';

export interface SourceCounts {
  /** By source, on top of what was counted today. Estimates: a crash in between loses some, a repeated call counts twice. */
  add(happened: ReadonlyMap<string, Happened>): Promise<void>;
  /** From that day on. */
  read(source: string, since: Day): Promise<ReadonlyMap<Day, Happened>>;
}

/** The newest single things of each source, of a day at the most. A sample: of many at once only the last few are kept. */
export interface LatestArrivals {
  /** Of all sources, in no order. */
  read(): Promise<(Arrival & { readonly source: string })[]>;
  /** Somebody looks on: for a minute all that these sources send is kept at once, and not now and then. */
  watch(sources: readonly string[]): Promise<void>;
}

/** One request of which something was not taken. */
export interface Quarantined {
  /** "<at>.<hash>" */
  readonly id: string;
  readonly at: Instant;
  readonly source: string;
  readonly count: number;
  /** A text when it was too large to be kept whole. */
  readonly rejected: readonly Rejected[] | string;
  readonly besides: Readonly<Record<string, string>>;
}

/** What became of something rejected that was read once more. */
export interface Replay {
  /** The place in `rejected`. */
  readonly index: number;
  readonly state: 'accepted' | 'rejected';
  readonly by: string;
  readonly at: Instant;
  /** Why it was rejected again. */
  readonly reason?: string;
  /** What was read, where it was mended. */
  readonly raw?: string;
}

export interface QuarantineReader {
  /** Of the day of that moment (UTC), the newest first; of one source, where that is given. */
  list(
    at: Instant,
    request: ListRequest<string> & { source?: string | undefined },
  ): Promise<Quarantined[]>;
  get(id: string): Promise<Quarantined | undefined>;
  replays(id: string): Promise<Replay[]>;
  /** What was accepted stays so: throws Clash. */
  setReplay(id: string, replay: Replay): Promise<void>;
}
