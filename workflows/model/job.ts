// A job: one pass in the background over all contacts, or over rows that are imported, chunk by chunk. It says what is
// to be done and how far it got; what a kind of job does with a contact is not known here.
import type { Fields } from './event.ts';
import type { Instant } from './time.ts';

const jobKinds = ['fill', 'broadcast', 'resume', 'move', 'leave', 'count', 'import'] as const;

/**
 * `fill` brings contacts that exist to a new segment, or to a campaign's date or inactivity; `broadcast` brings an
 * audience into a campaign; `resume`, `move` and `leave` reach those inside one; `count` changes nobody; `import`
 * brings rows to contacts.
 */
export type JobKind = (typeof jobKinds)[number];

/** What a job is about, at the version that was live when it was started. */
export type About =
  | { readonly segment: string; readonly version: number }
  | { readonly campaign: string; readonly version: number }
  | { readonly nothing: true };

/** A job that is done or stopped stays so. */
type JobState = 'running' | 'paused' | 'done' | 'stopped';

export interface Job {
  /** In the order of starting. It is the id of the causes that the job brings to contacts, too. */
  readonly id: string;
  readonly kind: JobKind;
  readonly about: About;
  /** What its kind needs to know besides. */
  readonly input: Fields;
  readonly state: JobState;
  /** Of which the scan of the contacts consists, or the file; each is worked off from its beginning to its end. */
  readonly chunks: number;
  /** Its chunks are sent one by one: one is there once something is known of it. */
  readonly arriving?: true;
  readonly startedAt: Instant;
  readonly finishedAt?: Instant;
  /** Why it is not running, where that was not to be expected. */
  readonly because?: string;
}

/** How many of those that matched were found under what, where a job tells them apart. */
export type Tally = Readonly<Record<string, number>>;

/** How far one chunk is. */
export interface ChunkProgress {
  /** Opaque; where the scan goes on. */
  readonly cursor?: string;
  readonly done: boolean;
  readonly scanned: number;
  readonly matched: number;
  /** Ids of the first few that matched. */
  readonly sample: readonly string[];
  readonly tally?: Tally;
  readonly at: Instant;
}

/** How far a job is: the sum of its chunks. */
export interface JobProgress {
  readonly doneChunks: number;
  readonly scanned: number;
  readonly matched: number;
  readonly sample: readonly string[];
  readonly tally?: Tally;
}

export const sampleSize = 20;

/** Undefined when nothing was told apart. */
export function addUp(tallies: readonly (Tally | undefined)[]): Tally | undefined {
  const sum: Record<string, number> = {};
  for (const [name, count] of tallies.flatMap((tally) => Object.entries(tally ?? {})))
    sum[name] = (sum[name] ?? 0) + count;
  return Object.keys(sum).length > 0 ? sum : undefined;
}

export function progressOf(chunks: readonly ChunkProgress[]): JobProgress {
  const total = (of: (chunk: ChunkProgress) => number) =>
    chunks.reduce((sum, chunk) => sum + of(chunk), 0);
  const tally = addUp(chunks.map((chunk) => chunk.tally));
  return {
    doneChunks: chunks.filter(({ done }) => done).length,
    scanned: total(({ scanned }) => scanned),
    matched: total(({ matched }) => matched),
    sample: chunks.flatMap(({ sample }) => sample).slice(0, sampleSize),
    ...(tally && { tally }),
  };
}
