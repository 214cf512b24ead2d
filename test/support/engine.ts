// The engine by hand: a world at a given moment, and causes as they reach a contact.
import { hash } from '../../functions/adapters/keys.ts';
import { type CampaignState, campaignCard, segmentCard } from '../../workflows/engine/card.ts';
import type { World } from '../../workflows/engine/draft.ts';
import { type Held, playbookOf } from '../../workflows/engine/playbook.ts';
import type { RunnableVersion } from '../../workflows/engine/program.ts';
import { createRoutes } from '../../workflows/engine/routes.ts';
import type { Catalog } from '../../workflows/model/catalog.ts';
import type { Cause } from '../../workflows/model/cause.ts';
import type { Event } from '../../workflows/model/event.ts';
import type { Rhythm } from '../../workflows/model/rhythm.ts';
import type { SegmentVersion } from '../../workflows/model/segment.ts';
import { defaultWorkspace, type WorkspaceRules } from '../../workflows/model/workspace.ts';

/** What is published besides campaigns, and rules other than those of a workspace that holds out nobody. */
export interface Surroundings {
  readonly segments?: readonly SegmentVersion[];
  readonly workspace?: Partial<WorkspaceRules>;
  readonly states?: Readonly<Record<string, CampaignState>>;
  readonly catalog?: Catalog;
  readonly stock?: World['stock'];
  readonly rhythm?: Rhythm;
}

/** The last of several versions of one campaign is live; the earlier ones still run for those inside. */
export function worldOf(
  versions: readonly RunnableVersion[],
  now: number,
  { segments = [], workspace = {}, states = {}, ...around }: Surroundings = {},
): World {
  const routes = createRoutes();
  for (const one of versions) routes.putCampaign(campaignCard(one, states[one.campaign] ?? 'live'));
  for (const one of segments) routes.putSegment(segmentCard(one));
  const held: Held = {
    version: (campaign, version) =>
      versions.find((one) => one.campaign === campaign && one.version === version),
    segment: (segment, version) =>
      segments.find((one) => one.segment === segment && one.version === version),
  };
  const rules = {
    ...defaultWorkspace,
    holdout: 0,
    doubleOptIn: false,
    smartSending: false as const,
    ...workspace,
  };
  const { catalog, stock, rhythm } = around;
  return {
    now,
    hash,
    playbook: playbookOf(routes, held),
    workspace: rules,
    ...(catalog && { catalog: () => catalog }),
    ...(stock && { stock }),
    ...(rhythm && { rhythm }),
  };
}

/** An event that was received when it happened, unless `given` says otherwise. */
export function eventCause(
  name: string,
  at: number,
  given: Partial<Event> = {},
): Extract<Cause, { kind: 'event' }> {
  const event: Event = {
    id: `${name}@${at}`,
    type: 'track',
    name,
    user: 'sara',
    timestamp: at,
    receivedAt: at,
    source: 'test',
    ...given,
  };
  return { kind: 'event', id: event.id, at: event.receivedAt, event };
}
