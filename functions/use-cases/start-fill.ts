// Fills: what was published is brought to the contacts that exist already. What is asked here is written down before a
// version is live, and started after.
import { type CampaignCard, campaignCard } from '../../workflows/engine/card.ts';
import type { CampaignVersion } from '../../workflows/model/campaign.ts';
import type { Watch } from '../../workflows/model/history.ts';
import type { SegmentVersion } from '../../workflows/model/segment.ts';
import type { Instant } from '../../workflows/model/time.ts';
import { triggerTypeOf } from '../../workflows/triggers/index.ts';
import type { JobRequest } from './jobs.ts';

/** Finds the members of a segment. A fill of an earlier version notices, and stops. */
export const segmentFill = (
  { segment, version }: Pick<SegmentVersion, 'segment' | 'version'>,
  at: Instant,
): JobRequest => ({ kind: 'fill', about: { segment, version }, input: {}, at });

/**
 * Arms the clock of a campaign for everybody, and reads the past that its rules ask for. Undefined when the campaign
 * has no clock, and remembers nothing that the card before it did not: then whoever it concerns comes by themselves.
 */
export function campaignFill(
  published: CampaignVersion,
  before: CampaignCard | undefined,
  at: Instant,
): JobRequest | undefined {
  const { campaign, version, document } = published;
  const hasClock = triggerTypeOf(document.trigger).next !== undefined;
  const known = before?.watches ?? [];
  const isNew = (watch: Watch) => 'event' in watch && !known.some((one) => covers(one, watch));
  if (!hasClock && !campaignCard(published, 'live').watches.some(isNew)) return undefined;
  return { kind: 'fill', about: { campaign, version }, input: {}, at };
}

const covers = (known: Watch, wanted: Watch): boolean =>
  known.key === wanted.key &&
  (!('depth' in known) || !('depth' in wanted) || known.depth >= wanted.depth);
