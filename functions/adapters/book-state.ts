// The book in memory: what is live as values, and the routes that lead an event to it.
import type { CampaignCard, SegmentCard } from '../../workflows/engine/card.ts';
import { createRoutes, type Routes } from '../../workflows/engine/routes.ts';
import { defaultWorkspace, type WorkspaceRules } from '../../workflows/model/workspace.ts';
import type { Change, LiveBook, NamedList } from '../book-ports.ts';

export interface BookState {
  readonly routes: Routes;
  readonly campaigns: Map<string, CampaignCard>;
  readonly segments: Map<string, SegmentCard>;
  readonly lists: Map<string, NamedList>;
  workspace: WorkspaceRules;
}

export const emptyState = (): BookState => ({
  routes: createRoutes(),
  campaigns: new Map(),
  segments: new Map(),
  lists: new Map(),
  workspace: defaultWorkspace,
});

/** The same change twice is the same as once. */
export function apply(state: BookState, change: Change): void {
  if ('drop' in change) drop(state, change.drop, change.id);
  else if ('workspace' in change) state.workspace = change.workspace;
  else if ('list' in change) state.lists.set(change.list.id, change.list);
  else if ('segment' in change) {
    state.segments.set(change.segment.id, change.segment);
    state.routes.putSegment(change.segment);
  } else {
    state.campaigns.set(change.campaign.id, change.campaign);
    state.routes.putCampaign(routed(change.campaign));
  }
}

/** Nothing leads to a campaign that was stopped, so that it costs no event anything. */
const routed = (card: CampaignCard): CampaignCard =>
  card.state === 'stopped' ? { ...card, keys: [] } : card;

function drop(state: BookState, kind: 'campaign' | 'segment' | 'list', id: string): void {
  state[`${kind}s`].delete(id);
  if (kind !== 'list') state.routes.drop(kind, id);
}

/** The changes that make this book out of an empty one. */
export const wholeBook = ({ workspace, campaigns, segments, lists }: LiveBook): Change[] => [
  { workspace },
  ...[...lists.values()].map((list) => ({ list })),
  ...[...segments.values()].map((segment) => ({ segment })),
  ...[...campaigns.values()].map((campaign) => ({ campaign })),
];
