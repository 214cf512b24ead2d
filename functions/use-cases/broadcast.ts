// Broadcasts: campaigns that a time of the clock lets in. Their next run is written down when they are published; each
// run is a job of its own, which can be paused, resumed and stopped.
import type { CampaignVersion } from '../../workflows/model/campaign.ts';
import type { Job } from '../../workflows/model/job.ts';
import { nextRun } from '../../workflows/model/recurrence.ts';
import type { Instant } from '../../workflows/model/time.ts';
import {
  type JobReport,
  type JobsPorts,
  pauseJob,
  reportAll,
  resumeJob,
  startJob,
  stopJob,
} from './jobs.ts';

type Published = Pick<CampaignVersion, 'campaign' | 'version' | 'document'>;

/**
 * To be called whenever a campaign was published. Answers when it runs next: undefined when it never does, be it that
 * its one moment is over or that its trigger is no schedule.
 */
export async function scheduleCampaign(
  { schedules, now }: JobsPorts,
  { campaign, version, document }: Published,
  zone: string,
): Promise<Instant | undefined> {
  const known = await schedules.find({ campaign });
  const at = firstRun(document, now(), zone);
  if ('schedule' in document.trigger && at !== undefined) {
    const { schedule } = document.trigger;
    await schedules.put(
      { kind: 'run', campaign, version, at, schedule, zone },
      known?.revision ?? 0,
    );
  } else if (known) await schedules.remove({ campaign }, known.revision);
  return at;
}

/** When a campaign that is published now would run first. */
export const firstRun = (
  { trigger }: Published['document'],
  now: Instant,
  zone: string,
): Instant | undefined =>
  'schedule' in trigger ? nextRun(trigger.schedule, now, zone) : undefined;

/** To be called whenever a campaign was stopped: what runs is stopped, and nothing is started any more. */
export async function unscheduleCampaign(
  ports: JobsPorts,
  campaign: string,
  because: string,
): Promise<void> {
  const known = await ports.schedules.find({ campaign });
  if (known) await ports.schedules.remove({ campaign }, known.revision);
  for (const { id } of await openRuns(ports, campaign)) await stopJob(ports, id, because);
}

/** Starts a run now, beside what is scheduled. The same moment is the same run. */
export const startBroadcast = (
  ports: JobsPorts,
  { campaign, version }: Pick<Published, 'campaign' | 'version'>,
  at: Instant,
): Promise<Job> =>
  startJob(ports, { kind: 'broadcast', about: { campaign, version }, input: { at }, at });

/** To be called before a campaign is paused: whom its runs have not reached yet, they reach when they are resumed. */
export async function pauseRuns(
  ports: JobsPorts,
  campaign: string,
  because: string,
): Promise<void> {
  for (const { id, state } of await openRuns(ports, campaign))
    if (state === 'running') await pauseJob(ports, id, because);
}

/** To be called after a campaign is live again. `skip` leaves out whom its runs have not reached. */
export async function resumeRuns(
  ports: JobsPorts,
  campaign: string,
  unreached: 'send' | 'skip',
): Promise<void> {
  for (const { id } of await openRuns(ports, campaign))
    await (unreached === 'send'
      ? resumeJob(ports, id)
      : stopJob(ports, id, 'Skipped when the campaign was resumed'));
}

/** Those that are not over. Each has an eye on it, so they are found without reading all jobs. */
async function openRuns({ schedules, jobs }: JobsPorts, campaign: string): Promise<Job[]> {
  const all = await schedules.due(Number.MAX_SAFE_INTEGER);
  const watched = all.flatMap(({ value }) => (value.kind === 'watch' ? [value.job] : []));
  const found = await Promise.all(watched.map((id) => jobs.get(id)));
  return found
    .flatMap((one) => one?.value ?? [])
    .filter((job) => isRunOf(campaign, job) && (job.state === 'running' || job.state === 'paused'));
}

const isRunOf = (campaign: string, { kind, about }: Job): boolean =>
  kind === 'broadcast' && 'campaign' in about && about.campaign === campaign;

interface Runs {
  readonly next?: Instant;
  /** The newest first. */
  readonly runs: readonly JobReport[];
}

/** The newest of so many jobs, whatever they are. */
const looked = 1_000;
const shown = 20;

export async function readRuns(
  { schedules, jobs }: Pick<JobsPorts, 'schedules' | 'jobs'>,
  campaign: string,
): Promise<Runs> {
  const due = (await schedules.find({ campaign }))?.value;
  const all = (await jobs.list(looked)).filter((job) => isRunOf(campaign, job));
  const runs = await reportAll(jobs, all.slice(0, shown));
  return { ...(due && { next: due.at }), runs };
}
