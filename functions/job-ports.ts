// What jobs ask of the world: where they are kept, the queue that drives them, a scan of the contacts, and what is due.
import type { ChunkProgress, Job } from '../workflows/model/job.ts';
import type { Schedule } from '../workflows/model/recurrence.ts';
import type { Instant, Milliseconds } from '../workflows/model/time.ts';
import type { StoredContact } from './ports.ts';
import type { SubjectRequest } from './sources/source.ts';

/** A chunk or a job as it was read; `revision` 0 is one that nobody has written yet. */
export interface Kept<T> {
  readonly value: T;
  readonly revision: number;
}

/** A contact that a job could not bring its cause to. It is tried again alone, and forgotten here once it worked. */
export interface SetAside {
  readonly contact: string;
  readonly because: string;
}

export interface Jobs {
  /** Writes a job that is not there yet; answers the one that is there. */
  create(job: Job): Promise<Kept<Job>>;
  get(id: string): Promise<Kept<Job> | undefined>;
  /** Throws Clash if somebody changed it meanwhile. */
  save(job: Job, revision: number): Promise<void>;
  /** The newest first, older than `after`. */
  list(limit: number, after?: string): Promise<Job[]>;
  chunk(job: string, chunk: number): Promise<Kept<ChunkProgress>>;
  /** Those that were begun, by number. */
  chunks(job: string): Promise<ReadonlyMap<number, ChunkProgress>>;
  /** Throws Clash if somebody else has moved this chunk on. */
  saveChunk(place: ChunkPlace, progress: ChunkProgress, revision: number): Promise<void>;
  setAside(job: string, failed: readonly SetAside[]): Promise<void>;
  forgive(job: string, contact: string): Promise<void>;
  /** Those that are set aside at this moment, at most `limit` of them. */
  aside(job: string, limit: number): Promise<SetAside[]>;
}

export interface ChunkPlace {
  readonly job: string;
  readonly chunk: number;
}

/** One piece of work: a chunk, or a single contact that failed among others. */
export type JobWork = ChunkPlace | { readonly job: string; readonly contact: string };

/** The next pass of an erasure. */
export interface ErasureWork {
  readonly erasure: string;
}

/** What is asked of the data of people. */
export interface RequestWork {
  readonly request: string;
}

export interface JobQueue {
  send(
    works: readonly (JobWork | ErasureWork | RequestWork)[],
    delay?: Milliseconds,
  ): Promise<void>;
}

export interface ScannedPage {
  readonly contacts: readonly StoredContact[];
  /** Ids of those that could not be read. */
  readonly unreadable: readonly string[];
  /** Where to go on; absent at the end. */
  readonly cursor?: string;
}

interface ScanPlace {
  readonly chunk: number;
  readonly chunks: number;
  readonly cursor?: string | undefined;
  /** Items to look at, at the most. */
  readonly limit: number;
}

export interface ContactScan {
  /** One page of one chunk. What was written just now may be missing or old. */
  page(place: ScanPlace): Promise<ScannedPage>;
  /** The cursor of a page that goes on behind this contact. */
  behind(contact: string): string;
  /** About how many items the table holds; hours old. */
  estimate(): Promise<number>;
}

/** A request that is still to be carried out. */
export interface DueRequest {
  readonly kind: 'request';
  readonly request: string;
  readonly at: Instant;
  readonly asked: SubjectRequest;
  readonly source: string;
  readonly receivedAt: Instant;
  /** What besides the body it takes to read it once more. */
  readonly besides: Readonly<Record<string, string>>;
}

/**
 * What is due at a moment without any contact: the next run of a campaign, a look at a running job, a pass of an
 * erasure, a request.
 */
export type Due =
  | {
      readonly kind: 'run';
      readonly campaign: string;
      readonly version: number;
      readonly at: Instant;
      readonly schedule: Schedule;
      /** Of the workspace, when this was written. */
      readonly zone: string;
    }
  | { readonly kind: 'watch'; readonly job: string; readonly at: Instant }
  | { readonly kind: 'erasure'; readonly erasure: string; readonly at: Instant }
  | DueRequest;

export interface Schedules {
  /** The one of its campaign or job. */
  find(of: DueOf): Promise<Kept<Due> | undefined>;
  /** Those of this moment and of earlier ones. */
  due(now: Instant): Promise<Kept<Due>[]>;
  /** Replaces the one of its campaign or job. Throws Clash if somebody changed it meanwhile. */
  put(due: Due, revision: number): Promise<void>;
  /** Throws Clash if somebody changed it meanwhile. */
  remove(of: DueOf, revision: number): Promise<void>;
}

export type DueOf =
  | { readonly campaign: string }
  | { readonly job: string }
  | { readonly erasure: string }
  | { readonly request: string };
