// The book of what is live, for those who change it, and the documents behind it.
import type { CampaignCard, SegmentCard } from '../workflows/engine/card.ts';
import type { DeclaredAttribute } from '../workflows/model/attribute-type.ts';
import type { CampaignVersion } from '../workflows/model/campaign.ts';
import type { SegmentDocument, SegmentVersion } from '../workflows/model/segment.ts';
import type { CompiledTemplate, TemplateSource } from '../workflows/model/template.ts';
import type { Instant } from '../workflows/model/time.ts';
import type { WorkspaceRules } from '../workflows/model/workspace.ts';

/** A list that contacts are put on by hand, by import or by a step. Who is on it is kept with the contact. */
export interface NamedList {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
}

/** What is live at one moment. */
export interface LiveBook {
  /** Counts the changes. */
  readonly revision: number;
  readonly campaigns: ReadonlyMap<string, CampaignCard>;
  readonly segments: ReadonlyMap<string, SegmentCard>;
  readonly lists: ReadonlyMap<string, NamedList>;
  readonly attributes: ReadonlyMap<string, DeclaredAttribute>;
  readonly workspace: WorkspaceRules;
}

export type Change =
  | { readonly campaign: CampaignCard }
  | { readonly segment: SegmentCard }
  | { readonly list: NamedList }
  | { readonly attribute: DeclaredAttribute }
  | { readonly workspace: WorkspaceRules }
  | { readonly drop: 'campaign' | 'segment' | 'list' | 'attribute'; readonly id: string };

/** A change, and who made it. */
export interface Signed {
  readonly change: Change;
  readonly by: string;
  readonly at: Instant;
}

export interface BookKeeping {
  /** What is live now. */
  read(): Promise<LiveBook>;
  /**
   * Makes a change live. Whoever loses the race against another change is asked again under the newer book, so
   * `make` judges what it is given and nothing older; it refuses by throwing, and undefined changes nothing.
   */
  change(make: (live: LiveBook) => Signed | undefined): Promise<void>;
}

/** Who publishes, and what must hold of all that is live at the moment of publishing. */
export interface Release<V = unknown> {
  readonly by: string;
  readonly at: Instant;
  /** Throws Refused for what must not go live beside what is live. */
  readonly check: (live: LiveBook) => void;
  /** Writes down what has to follow, just before the version is live, so that it follows even if the publisher dies. */
  readonly prepare?: (version: V) => Promise<void>;
}

/** What a marketer wrote: templates are MJML still. */
export interface Source {
  readonly campaign: unknown;
  readonly templates: Readonly<Record<string, TemplateSource>>;
}

/** That a version went live. */
export interface Went {
  readonly version: number;
  readonly at: Instant;
  readonly by: string;
}

export interface VersionId {
  readonly campaign: string;
  readonly version: number;
}

export interface Publications {
  /** Writes the next version with its templates and makes it live. A paused campaign stays paused. */
  publish(
    draft: Omit<CampaignVersion, 'version'>,
    templates: readonly CompiledTemplate[],
    release: Release<CampaignVersion> & { readonly source: Source },
  ): Promise<CampaignVersion>;
  /** The live version of every campaign. */
  list(): Promise<CampaignVersion[]>;
  /** Those of these versions that there are, in no order. */
  read(wanted: readonly VersionId[]): Promise<CampaignVersion[]>;
  /** Undefined when there is no such version. */
  source(campaign: string, version: number): Promise<Source | undefined>;
  /** Versions that are live or have been, the newest first. */
  versions(campaign: string): Promise<Went[]>;
}

export interface SegmentPublications {
  /** Writes the next version and makes it live. */
  publish(
    segment: string,
    document: SegmentDocument,
    release: Release<SegmentVersion>,
  ): Promise<SegmentVersion>;
  read(segment: string, version: number): Promise<SegmentVersion | undefined>;
  /** Versions that are live or have been, the newest first. */
  versions(segment: string): Promise<Went[]>;
}

/** What is being written and is not live. */
export interface Draft extends Source {
  /** Counts how often it was saved. */
  readonly revision: number;
  readonly name: string;
  readonly by: string;
  readonly at: Instant;
}

export type DraftLine = Omit<Draft, keyof Source> & { readonly campaign: string };

export interface Drafts {
  get(campaign: string): Promise<Draft | undefined>;
  /** Throws Clash unless the revision before is the one that is there (0: none), Refused when it is too large. */
  save(campaign: string, draft: Draft): Promise<void>;
  /** Removes the draft if it is still of that revision; answers whether it was. */
  remove(campaign: string, revision: number): Promise<boolean>;
  /** Every draft without its content. */
  list(): Promise<DraftLine[]>;
}

export interface EventNames {
  /** Notes names of events that came in; answers those that are kept, all of them. */
  note(names: readonly string[]): Promise<ReadonlySet<string>>;
  /** Undefined when there are too many to be told apart from what senders make up. */
  list(): Promise<ReadonlySet<string> | undefined>;
}
