// The world of a life: what is published, and what its turns change of that.
import { hash } from '../../functions/adapters/keys.ts';
import { type CampaignState, campaignCard, segmentCard } from '../../workflows/engine/card.ts';
import type { World } from '../../workflows/engine/draft.ts';
import { playbookOf } from '../../workflows/engine/playbook.ts';
import { everyStep, type RunnableVersion, runnable } from '../../workflows/engine/program.ts';
import { createRoutes } from '../../workflows/engine/routes.ts';
import { type CampaignDocument, campaignDocument } from '../../workflows/model/campaign.ts';
import { type SegmentVersion, segmentDocument } from '../../workflows/model/segment.ts';
import { defaultWorkspace, type WorkspaceRules } from '../../workflows/model/workspace.ts';
import { typeOf } from '../../workflows/steps/index.ts';
import type { Life } from './arbitrary-life.ts';
import { campaignIds, segmentIds } from './arbitrary-vocabulary.ts';
import { catalog } from './arbitrary-workspace.ts';
import { readsOf } from './campaign.ts';
import { createLiveStore, type Hand } from './live-store.ts';

export type LiveWorld = ReturnType<typeof createLiveWorld>;

export function createLiveWorld({ campaigns, segments, workspace }: Life, hand: Hand) {
  const all = campaigns.map((both, index) => both.map(versionOf(campaignIds[index] ?? '')));
  const drafts = segments.map(({ conditions }, index) =>
    conditions.map(segmentOf(segmentIds[index] ?? '')),
  );
  /** How many versions of each are published. */
  const newest: number[] = all.map(() => 1);
  const newestSegments: number[] = segments.map(({ late }) => (late ? 0 : 1));
  const states = new Map<string, CampaignState>();
  let rules: WorkspaceRules = hand({
    ...defaultWorkspace,
    holdout: 0,
    doubleOptIn: false,
    smartSending: false,
    ...workspace,
  });
  let built: World | undefined;
  const store = createLiveStore(all.flat(), drafts.flat(), hand);

  /** And whether each has been live, as it is, from the beginning. */
  const liveSegments = () =>
    drafts.flatMap((versions, index) => {
      const version = versions.slice(0, newestSegments[index]).at(-1);
      const sinceEver = newestSegments[index] === 1 && !segments[index]?.late;
      return version ? [{ version, sinceEver }] : [];
    });

  const build = (): World => {
    const routes = createRoutes();
    for (const [index, versions] of all.entries()) {
      const version = versions[(newest[index] ?? 1) - 1] as RunnableVersion;
      routes.putCampaign(campaignCard(version, states.get(version.campaign) ?? 'live'));
    }
    for (const { version } of liveSegments()) routes.putSegment(segmentCard(version));
    const { stock, held } = store;
    const playbook = playbookOf(routes, held);
    return { now: 0, hash, playbook, workspace: rules, catalog: () => catalog, stock };
  };

  const changed = () => {
    built = undefined;
  };

  return {
    at: (now: number): World => {
      built ??= build();
      return { ...built, now };
    },
    fetch: store.fetch,
    /** From now on nothing is missing. */
    fetchAll: store.fetchAll,
    campaigns: campaignIds.slice(0, all.length),
    newest: (which: number) => newest[which % newest.length] ?? 1,
    publish(which: number) {
      newest[which % newest.length] = 2;
      changed();
    },
    /** The version that is live now; undefined when there is nothing to publish. */
    publishSegment(which: number): SegmentVersion | undefined {
      const index = which % Math.max(1, drafts.length);
      const next = Math.min(2, (newestSegments[index] ?? 0) + 1);
      newestSegments[index] = next;
      changed();
      return drafts[index]?.[next - 1];
    },
    segments: liveSegments,
    turn(campaign: string, state: CampaignState) {
      states.set(campaign, state);
      changed();
    },
    rule(given: Partial<WorkspaceRules>) {
      rules = hand({ ...rules, ...given });
      changed();
    },
  };
}

const versionOf =
  (campaign: string) =>
  (given: object, index: number): RunnableVersion => {
    const document = campaignDocument.parse(given);
    const reads = readsOf(document);
    return runnable({ campaign, version: index + 1, kinds: kindsOf(document), reads, document });
  };

/** Whatever is called a receipt must go to everybody. */
const kindsOf = ({ steps }: CampaignDocument): RunnableVersion['kinds'] =>
  Object.fromEntries(
    everyStep(steps)
      .flatMap((step) => typeOf(step).templates?.(step) ?? [])
      .map((name) => [name, name === 'receipt' ? 'transactional' : 'marketing']),
  );

const segmentOf =
  (segment: string) =>
  (condition: object, index: number): SegmentVersion => ({
    segment,
    version: index + 1,
    document: segmentDocument.parse({ name: segment, condition }),
  });
