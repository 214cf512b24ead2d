// What imports ask of the world: rows that were sent and are not worked off yet, and what became of every row.
import type { Instant } from '../workflows/model/time.ts';
import type { ChunkPlace } from './job-ports.ts';

/** A row as it stands in the file, cell by cell; or why whoever cut the file could not send it. */
export type SentRow = readonly string[] | { readonly because: string };

export interface Part {
  /** Number of its first row in the file: the header is row 1. */
  readonly first: number;
  readonly rows: readonly SentRow[];
}

export interface RowResult {
  readonly row: number;
  readonly result: 'created' | 'updated' | 'unchanged' | 'rejected';
  readonly contact?: string;
  /** Why it was rejected, or what of it was left out. */
  readonly because?: string;
}

/** Where the results of one page of a part are. */
export interface ResultsPlace extends ChunkPlace {
  readonly offset: number;
}

export interface ResultsPage extends ResultsPlace {
  readonly results: readonly RowResult[];
}

/** Which job an import is, so that who asks for the same again gets it. */
export interface ImportMark {
  readonly job: string;
  /** Of its request. */
  readonly at: Instant;
}

export interface Imports {
  mark(fingerprint: string): Promise<ImportMark | undefined>;
  /** Puts a mark in the place of the one that was read. Throws Clash if somebody was faster. */
  setMark(fingerprint: string, mark: ImportMark, known?: ImportMark): Promise<void>;
  /** Kept for ten days; what is there already stays. */
  putPart(place: ChunkPlace, part: Part): Promise<void>;
  part(place: ChunkPlace): Promise<Part | undefined>;
  dropPart(place: ChunkPlace): Promise<void>;
  /** Writes what is not there yet; answers what is there. */
  putResults(page: ResultsPage): Promise<readonly RowResult[]>;
  correctResults(page: ResultsPage): Promise<void>;
  /** In the order of the file. */
  results(job: string, limit: number, after?: Omit<ResultsPlace, 'job'>): Promise<ResultsPage[]>;
}
