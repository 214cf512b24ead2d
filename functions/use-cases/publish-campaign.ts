// Publishing a campaign: checked whole, by itself and beside all that is live, it becomes the next version; then those
// whom its clock or its past concerns are looked for, and its next run is written down. Refuses a schedule that is over.
import { isDeepStrictEqual } from 'node:util';
import type { CampaignVersion } from '../../workflows/model/campaign.ts';
import { scheduleSentence } from '../../workflows/model/recurrence.ts';
import type { Reference } from '../../workflows/model/reference.ts';
import type { BookKeeping, EventNames, LiveBook, Publications } from '../book-ports.ts';
import type { LibraryReader } from '../library-ports.ts';
import type { Catalogs } from '../offer-ports.ts';
import type { Schema } from '../schema-ports.ts';
import { firstRun, scheduleCampaign } from './broadcast.ts';
import { type Checked, checkCampaign } from './check-campaign.ts';
import { unconfirmable } from './check-confirmation.ts';
import { loops } from './check-loops.ts';
import { unknownAttributes, unseen } from './check-mail.ts';
import { type Existing, missing, type Placed, referencesIn } from './check-references.ts';
import { attributesSeen } from './describe-schema.ts';
import { type JobsPorts, prepareJob, startJob } from './jobs.ts';
import { type Problem, refuseProblems, type Told, told } from './problems.ts';
import { campaignFill } from './start-fill.ts';

export interface PublishPorts extends JobsPorts {
  readonly publications: Pick<Publications, 'publish' | 'read'>;
  readonly book: BookKeeping;
  readonly catalog: Pick<Catalogs, 'read'>;
  readonly eventNames: Pick<EventNames, 'list'>;
  readonly schema: Pick<Schema, 'get'>;
  readonly library: LibraryReader;
}

export interface Published extends CampaignVersion {
  readonly warnings: readonly Told[];
}

/** Throws Refused(422) with the place and the reason of everything that is wrong. */
export async function publishCampaign(
  ports: PublishPorts,
  id: string,
  input: unknown,
  by: string,
): Promise<Published> {
  const checked = await checkCampaign(id, input, ports.library);
  const offers = await offersFor(ports, referencesIn(checked.draft.document));
  return publishChecked(ports, checked, { by, offers });
}

interface Around {
  readonly by: string;
  readonly offers: ReadonlySet<string>;
}

async function publishChecked(
  ports: PublishPorts,
  { draft, templates, source, warnings }: Checked,
  { by, offers }: Around,
): Promise<Published> {
  const before = await ports.book.read();
  const known = before.campaigns.get(draft.campaign);
  const over = await scheduleProblems(ports, draft, before);
  const check = (live: LiveBook) => {
    refuseProblems('The campaign', [...besideProblems(draft, { ...live, offers }), ...over]);
  };
  const at = ports.now();
  const fillOf = (version: CampaignVersion) => campaignFill(version, known, at);
  const prepare = async (version: CampaignVersion) => {
    const fill = fillOf(version);
    if (fill) await prepareJob(ports, fill);
  };
  const release = { by, at, check, prepare, source };
  const version = await ports.publications.publish(draft, templates, release);
  const fill = fillOf(version);
  if (fill) await startJob(ports, fill);
  await scheduleCampaign(ports, version, before.workspace.zone);
  const odd = [
    ...unconfirmable(draft, before),
    ...loops(draft, before.segments),
    ...(await neverCame(ports, draft.document)),
  ];
  return { ...version, warnings: [...warnings, ...odd.map(told)] };
}

/** What the campaign asks for and nobody has ever sent. */
async function neverCame(
  { eventNames, schema }: Pick<PublishPorts, 'eventNames' | 'schema'>,
  document: CampaignVersion['document'],
): Promise<Problem[]> {
  const [events, attributes] = await Promise.all([eventNames.list(), attributesSeen({ schema })]);
  return [
    ...(events ? unseen(document, events) : []),
    ...(attributes ? unknownAttributes(document, attributes) : []),
  ];
}

/** What is wrong with it only because of what is live, or is not. */
export function besideProblems(
  { campaign, document }: Pick<CampaignVersion, 'campaign' | 'document'>,
  existing: Existing,
): Problem[] {
  const itself: Reference = `campaign:${campaign}`;
  return missing(referencesIn(document), existing, itself);
}

/**
 * A schedule that has no run any more. The one that is live may stay: a broadcast that has run is published again with
 * other steps for those who are still in it.
 */
export async function scheduleProblems(
  { publications, now }: Pick<PublishPorts, 'publications' | 'now'>,
  { campaign, document }: Pick<CampaignVersion, 'campaign' | 'document'>,
  { campaigns, workspace: { zone } }: Pick<LiveBook, 'campaigns' | 'workspace'>,
): Promise<Problem[]> {
  const { trigger } = document;
  if (!('schedule' in trigger) || firstRun(document, now(), zone) !== undefined) return [];
  const card = campaigns.get(campaign);
  const isOn = card !== undefined && card.state !== 'stopped';
  const [live] = isOn ? await publications.read([{ campaign, version: card.version }]) : [];
  if (isDeepStrictEqual(live?.document.trigger, trigger)) return [];
  const message = `it has passed: ${scheduleSentence(trigger.schedule, zone)}`;
  return [{ path: ['campaign', 'trigger', 'schedule'], message }];
}

/** Ids of the catalog's offers, read only if one of them is named. */
export async function offersFor(
  { catalog }: Pick<PublishPorts, 'catalog'>,
  all: readonly Placed[],
): Promise<ReadonlySet<string>> {
  if (!all.some(({ reference }) => reference.startsWith('offer:'))) return new Set();
  return new Set((await catalog.read()).offers.keys());
}
