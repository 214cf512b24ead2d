// What erasing a person asks of the world: the list of erasures, which proves that they happened and names nobody; the
// salted hashes that keep an import from bringing somebody back; and the removal of whatever was kept elsewhere.
import type { ConsentRecord } from '../workflows/model/consent-record.ts';
import type { KeptTask } from '../workflows/model/task.ts';
import type { Instant } from '../workflows/model/time.ts';
import type { Kept } from './job-ports.ts';
import type { ListRequest } from './listing.ts';
import type { TimelineRow } from './ports.ts';

/** Why a person is erased, in the words of GDPR article 17(1). No free text: it would name the person. */
export const grounds = [
  'asked',
  'consent_withdrawn',
  'objected',
  'no_longer_needed',
  'unlawful',
  'legal_obligation',
] as const;
export type Ground = (typeof grounds)[number];

/** What it takes to find all that is left, while it is still looked for. Nothing in clear. */
export interface Traces {
  /** Ids of all contacts that the person was. */
  readonly contacts: readonly string[];
  /** Where their keys lead from, as Identities keeps them. */
  readonly identities: readonly string[];
  /** Their keys as salted hashes. */
  readonly keys: readonly string[];
  /** The quarantine was searched up to this day, when time was up. */
  readonly searchedUpTo?: Instant;
  /** And of that day up to here, as Remains tells it. */
  readonly searchedAfter?: string;
}

export interface Erasure {
  readonly id: string;
  readonly contact: string;
  /** The name of the token, or of the source, that asked for it. */
  readonly by: string;
  readonly because: Ground;
  /** Whatever was received up to then is refused. */
  readonly requestedAt: Instant;
  /** RUNNING until all queues must have drained, since what waits there may still write something. */
  readonly state: 'INITIALIZED' | 'RUNNING' | 'FINISHED';
  /** How often everything was looked for and removed. */
  readonly passes: number;
  readonly nextAt?: Instant;
  readonly finishedAt?: Instant;
  /** Until it is finished. */
  readonly traces?: Traces;
}

export interface Erasures {
  /** Writes one that is not there yet; answers the one that is there. */
  create(erasure: Erasure): Promise<Kept<Erasure>>;
  get(id: string): Promise<Kept<Erasure> | undefined>;
  /** Throws Clash if somebody changed it meanwhile. */
  save(erasure: Erasure, revision: number): Promise<void>;
  /** The newest first. */
  list(request: ListRequest<string>): Promise<Erasure[]>;
}

export interface ErasedKeys {
  /** Hashes with the salt of this installation, which is made when it is first asked for. */
  hasher(): Promise<(key: string) => string>;
  put(hashes: readonly string[], at: Instant): Promise<void>;
  /** Those of these keys whose holder was erased. */
  find(keys: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Removes for good; what is not there is as good as removed. */
export interface Remains {
  /** Where a key leads from. */
  placeOf(key: string): string;
  rows(rows: readonly TimelineRow[]): Promise<void>;
  /** Lines of the consent ledger: what proves a wish names its person. */
  consents(records: readonly ConsentRecord[]): Promise<void>;
  tasks(tasks: readonly KeptTask[]): Promise<void>;
  /** Mails in doubt, or resolved of late, to these contacts and asked for up to a moment. */
  doubts(contacts: ReadonlySet<string>, upTo: Instant): Promise<void>;
  /**
   * Of what was rejected on the day of that moment (UTC), whatever is theirs: a portion, which begins after that of which
   * the answer is given. Undefined when the day is done.
   */
  quarantined(
    day: Instant,
    isTheirs: (raw: string) => boolean,
    after: string | undefined,
  ): Promise<string | undefined>;
  /** What came in lately with anything of these contacts in it. */
  arrivals(contacts: ReadonlySet<string>, now: Instant): Promise<void>;
  /** Keys that lead to these contacts still. */
  identities(places: readonly string[], contacts: readonly string[]): Promise<void>;
}
