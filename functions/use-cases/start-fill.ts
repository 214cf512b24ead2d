// Fills: what was published is brought to the contacts that exist already. To be called whenever something was.
import { campaignCard } from '../../workflows/engine/card.ts';
import type { CampaignVersion } from '../../workflows/model/campaign.ts';
import type { Job } from '../../workflows/model/job.ts';
import type { SegmentVersion } from '../../workflows/model/segment.ts';
import { triggerTypeOf } from '../../workflows/triggers/index.ts';
import { type JobsPorts, startJob } from './jobs.ts';

/** Finds the members of a segment. A fill of an earlier version notices, and stops. */
export const fillSegment = (
  ports: JobsPorts,
  { segment, version }: Pick<SegmentVersion, 'segment' | 'version'>,
): Promise<Job> => start(ports, { segment, version });

/**
 * Arms the clock of a campaign for everybody, and reads the past that its rules ask for. Undefined when the campaign
 * has no clock and remembers nothing: then whoever it concerns comes by themselves.
 */
export async function fillCampaign(
  ports: JobsPorts,
  published: CampaignVersion,
): Promise<Job | undefined> {
  const { campaign, version, document } = published;
  const hasClock = triggerTypeOf(document.trigger).next !== undefined;
  const { watches } = campaignCard(published, 'live');
  const isNeeded = hasClock || watches.some((one) => 'event' in one);
  return isNeeded ? start(ports, { campaign, version }) : undefined;
}

const start = (ports: JobsPorts, about: Job['about']): Promise<Job> =>
  startJob(ports, { kind: 'fill', about, input: {}, at: ports.now() });
