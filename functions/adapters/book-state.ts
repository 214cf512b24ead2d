// The book in memory: what is live as values, and the routes that lead an event to it.
import type { CampaignCard, SegmentCard } from '../../workflows/engine/card.ts';
import { createRoutes, type Routes } from '../../workflows/engine/routes.ts';
import type { DeclaredAttribute } from '../../workflows/model/attribute-type.ts';
import { defaultWorkspace, type WorkspaceRules } from '../../workflows/model/workspace.ts';
import type { Change, LiveBook, NamedList } from '../book-ports.ts';

export interface BookState {
  readonly routes: Routes;
  readonly campaigns: Map<string, CampaignCard>;
  readonly segments: Map<string, SegmentCard>;
  readonly lists: Map<string, NamedList>;
  readonly attributes: Map<string, DeclaredAttribute>;
  workspace: WorkspaceRules;
}

export const emptyState = (): BookState => ({
  routes: createRoutes(),
  campaigns: new Map(),
  segments: new Map(),
  lists: new Map(),
  attributes: new Map(),
  workspace: defaultWorkspace,
});

/** The same change twice is the same as once. */
export function apply(state: BookState, change: Change): void {
  if ('drop' in change) drop(state, change.drop, change.id);
  // Rules that are younger than what was stored have their defaults.
  else if ('workspace' in change) state.workspace = { ...defaultWorkspace, ...change.workspace };
  else if ('list' in change) state.lists.set(change.list.id, change.list);
  else if ('attribute' in change) state.attributes.set(change.attribute.name, change.attribute);
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

type Dropped = Extract<Change, { drop: unknown }>['drop'];

function drop(state: BookState, kind: Dropped, id: string): void {
  state[`${kind}s`].delete(id);
  if (kind === 'campaign' || kind === 'segment') state.routes.drop(kind, id);
}

/** The changes that make this book out of an empty one. */
export const wholeBook = ({ workspace, attributes, ...live }: LiveBook): Change[] => [
  { workspace },
  ...[...attributes.values()].map((attribute) => ({ attribute })),
  ...[...live.lists.values()].map((list) => ({ list })),
  ...[...live.segments.values()].map((segment) => ({ segment })),
  ...[...live.campaigns.values()].map((campaign) => ({ campaign })),
];
