// Which campaigns and segments something touches: an index, so that cost follows the touch and not how many there are.
import { unite } from '../conditions/watch.ts';
import type { Watch } from '../model/history.ts';
import type { CampaignCard, SegmentCard } from './card.ts';

interface Touched {
  readonly campaigns: Set<string>;
  readonly segments: Set<string>;
}

/** Watches by key; each with the cards that want it. */
type Wanted = Map<string, { watch: Watch; readonly wantedBy: Map<string, Watch> }>;

/** Kept up to date card by card, since thousands may be live. */
export interface Routes {
  putCampaign(card: CampaignCard): void;
  putSegment(card: SegmentCard): void;
  drop(kind: 'campaign' | 'segment', id: string): void;
  campaign(id: string): CampaignCard | undefined;
  segment(id: string): SegmentCard | undefined;
  campaignsAt(key: string): readonly CampaignCard[];
  segmentsAt(key: string): readonly SegmentCard[];
  /** What must be remembered of "event:<name>" or "attribute:<name>". */
  watches(source: string): readonly Watch[];
}

export function createRoutes(): Routes {
  const campaigns = new Map<string, CampaignCard>();
  const segments = new Map<string, SegmentCard>();
  const byKey = new Map<string, Touched>();
  const watched = new Map<string, Wanted>();

  const at = (key: string): Touched => {
    const known = byKey.get(key) ?? { campaigns: new Set(), segments: new Set() };
    byKey.set(key, known);
    return known;
  };

  const remove = (kind: 'campaign' | 'segment', id: string) => {
    const cards = kind === 'campaign' ? campaigns : segments;
    const card = cards.get(id);
    if (!card) return;
    cards.delete(id);
    for (const key of card.keys) at(key)[`${kind}s`].delete(id);
    for (const watch of card.watches) unwant(watched, watch, `${kind}:${id}`);
  };

  const add = (kind: 'campaign' | 'segment', card: SegmentCard) => {
    for (const key of card.keys) at(key)[`${kind}s`].add(card.id);
    for (const watch of card.watches) want(watched, watch, `${kind}:${card.id}`);
  };

  return {
    putCampaign: (card) => {
      remove('campaign', card.id);
      campaigns.set(card.id, card);
      add('campaign', card);
    },
    putSegment: (card) => {
      remove('segment', card.id);
      segments.set(card.id, card);
      add('segment', card);
    },
    drop: remove,
    campaign: (id) => campaigns.get(id),
    segment: (id) => segments.get(id),
    campaignsAt: (key) => found(campaigns, byKey.get(key)?.campaigns),
    segmentsAt: (key) => found(segments, byKey.get(key)?.segments),
    watches: (source) => [...(watched.get(source)?.values() ?? [])].map(({ watch }) => watch),
  };
}

const found = <T>(all: ReadonlyMap<string, T>, ids: ReadonlySet<string> | undefined): T[] =>
  [...(ids ?? [])].flatMap((id) => all.get(id) ?? []);

const sourceOf = (watch: Watch) =>
  'event' in watch ? `event:${watch.event}` : `attribute:${rootOf(watch.attribute)}`;

/** A path into an attribute changes with it. */
export const rootOf = (path: string) => path.split('.', 1)[0] ?? path;

function want(watched: Map<string, Wanted>, watch: Watch, owner: string): void {
  const source = sourceOf(watch);
  const ofSource: Wanted = watched.get(source) ?? new Map();
  const known = ofSource.get(watch.key) ?? { watch, wantedBy: new Map() };
  known.wantedBy.set(owner, watch);
  known.watch = deepest(known.wantedBy);
  ofSource.set(watch.key, known);
  watched.set(source, ofSource);
}

function unwant(watched: Map<string, Wanted>, watch: Watch, owner: string): void {
  const ofSource = watched.get(sourceOf(watch));
  const known = ofSource?.get(watch.key);
  if (!known) return;
  known.wantedBy.delete(owner);
  if (known.wantedBy.size === 0) ofSource?.delete(watch.key);
  else known.watch = deepest(known.wantedBy);
}

/** The deepest serves all. */
const deepest = (wantedBy: ReadonlyMap<string, Watch>): Watch =>
  unite([...wantedBy.values()])[0] as Watch;
