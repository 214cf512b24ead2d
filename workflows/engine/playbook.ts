// What the engine may know of campaigns and segments. What is not loaded yet is asked for by throwing Missing.
import type { Watch } from '../model/history.ts';
import type { SegmentVersion } from '../model/segment.ts';
import type { CampaignState } from './card.ts';
import { Missing } from './missing.ts';
import type { RunnableVersion } from './program.ts';
import type { Routes } from './routes.ts';

/** A campaign as it is published now. */
export interface Published {
  readonly state: CampaignState;
  readonly version: RunnableVersion;
}

export interface Playbook {
  /** Campaigns that list this key, with the version that new people enter. */
  campaignsAt(key: string): readonly Published[];
  segmentsAt(key: string): readonly SegmentVersion[];
  campaign(id: string): Published | undefined;
  segment(id: string): SegmentVersion | undefined;
  /** Undefined when the campaign is not published any more. */
  state(campaign: string): CampaignState | undefined;
  /** Any version, for people inside it. */
  version(campaign: string, version: number): RunnableVersion;
  /** What must be remembered of "event:<name>" or "attribute:<name>". */
  watches(source: string): readonly Watch[];
}

/** Documents that have been read so far; undefined when this one has not. */
export interface Held {
  version(campaign: string, version: number): RunnableVersion | undefined;
  segment(segment: string, version: number): SegmentVersion | undefined;
}

/** Throws Missing, all at once, for every document that a question needs and that is not held. */
export function playbookOf(routes: Routes, held: Held): Playbook {
  const versionOf = (campaign: string, version: number): RunnableVersion => {
    const known = held.version(campaign, version);
    if (!known) throw new Missing({ kind: 'version', campaign, version });
    return known;
  };
  const segmentOf = ({ id, version }: { id: string; version: number }): SegmentVersion => {
    const known = held.segment(id, version);
    if (!known) throw new Missing({ kind: 'segment', segment: id, version });
    return known;
  };
  return {
    campaignsAt: (key) =>
      all(routes.campaignsAt(key), ({ id, version, state }) => ({
        state,
        version: versionOf(id, version),
      })),
    segmentsAt: (key) => all(routes.segmentsAt(key), segmentOf),
    campaign: (id) => {
      const card = routes.campaign(id);
      return card && { state: card.state, version: versionOf(id, card.version) };
    },
    segment: (id) => {
      const card = routes.segment(id);
      return card && segmentOf(card);
    },
    state: (campaign) => routes.campaign(campaign)?.state,
    version: versionOf,
    watches: (source) => routes.watches(source),
  };
}

/** Maps every item; what is missing is told in one error, so that it is fetched in one read. */
function all<T, R>(items: readonly T[], map: (item: T) => R): R[] {
  const done: R[] = [];
  const missing: Missing[] = [];
  for (const item of items) {
    try {
      done.push(map(item));
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      missing.push(error);
    }
  }
  if (missing.length > 0) throw new Missing(...missing.flatMap(({ wanted }) => wanted));
  return done;
}
