// What is due without any contact: scheduled campaigns start their runs, jobs that stand still are helped on,
// erasures are repeated, and requests are carried out.
import { nextRun } from '../../workflows/model/recurrence.ts';
import type { Instant, Milliseconds } from '../../workflows/model/time.ts';
import { Clash } from '../errors.ts';
import type { Due, ErasureWork, Kept, RequestWork } from '../job-ports.ts';
import { log } from '../log.ts';
import { enqueue, type JobsPorts, jobOf, startJob, watchedAfter } from './jobs.ts';

type Of<K extends Due['kind']> = Kept<Extract<Due, { kind: K }>>;

/** A run that is later than this is not made up for: what it says may be true no more. */
const latestStart: Milliseconds = 72 * 3_600_000;
/** A job may also wait behind others: it is looked at less and less often. */
const longestWatch: Milliseconds = 6 * 3_600_000;

/** Answers how many were due. One that fails holds up none of the others, and is due again. */
export async function startSchedules(ports: JobsPorts): Promise<number> {
  const due = await ports.schedules.due(ports.now());
  for (const one of due) {
    try {
      await start(ports, one);
    } catch (error) {
      // Whoever was faster has done it.
      if (!(error instanceof Clash)) log.error('schedule failed', { due: one.value, error });
    }
  }
  return due.length;
}

async function start(ports: JobsPorts, { value, revision }: Kept<Due>): Promise<void> {
  switch (value.kind) {
    case 'run':
      return run(ports, { value, revision });
    case 'watch':
      return look(ports, { value, revision });
    case 'erasure':
      return hand(ports, { value, revision }, { erasure: value.erasure });
    case 'request':
      return hand(ports, { value, revision }, { request: value.request });
    default:
      return value satisfies never;
  }
}

/** The run first, and only then its follower: a run that is started twice is one job. */
async function run(ports: JobsPorts, { value, revision }: Of<'run'>): Promise<void> {
  const { schedule, zone, campaign } = value;
  const { at, missed } = newestOf(value, ports.now());
  await startRun(ports, value, { at, missed });
  const next = nextRun(schedule, at, zone);
  if (next === undefined) return ports.schedules.remove({ campaign }, revision);
  await ports.schedules.put({ ...value, at: next }, revision);
}

interface Turn {
  readonly at: Instant;
  /** Runs before it that nobody started. */
  readonly missed: number;
}

/** After an outage the newest of the runs that were missed is made, and not all of them at once. */
function newestOf({ schedule, at: first, zone }: Of<'run'>['value'], now: Instant): Turn {
  let at = first;
  for (let missed = 0; ; missed += 1) {
    const next = nextRun(schedule, at, zone);
    if (next === undefined || next > now) return { at, missed };
    at = next;
  }
}

async function startRun(
  ports: JobsPorts,
  { campaign, version }: Of<'run'>['value'],
  { at, missed }: Turn,
): Promise<void> {
  const told = missed > 0 ? `${missed} runs before it were missed` : undefined;
  const about = { campaign, version };
  const request = { kind: 'broadcast', about, input: { at }, at, because: told } as const;
  const finishedAt = ports.now();
  if (finishedAt - at <= latestStart) {
    await startJob(ports, request);
    return;
  }
  const hours = Math.ceil((finishedAt - at) / 3_600_000);
  const because = `Not started: it was ${hours} hours late, and 72 are the most`;
  await ports.jobs.create({ ...jobOf(ports, request), state: 'stopped', finishedAt, because });
}

/** A running job of which nothing was written for long has lost a message, or waits its turn: both are served. */
async function look(ports: JobsPorts, { value, revision }: Of<'watch'>): Promise<void> {
  const { schedules, jobs, now } = ports;
  const job = (await jobs.get(value.job))?.value;
  if (!job || job.state === 'done' || job.state === 'stopped')
    return schedules.remove(value, revision);
  const chunks = [...(await jobs.chunks(job.id)).values()];
  const still = now() - Math.max(job.startedAt, ...chunks.map(({ at }) => at));
  if (job.state === 'running' && still >= watchedAfter) await enqueue(ports, job);
  const wait = Math.min(longestWatch, Math.max(watchedAfter, still));
  await schedules.put({ ...value, at: now() + wait }, revision);
}

/** Whoever works it off moves it on, or removes it; until then it is asked for again. */
async function hand(
  ports: JobsPorts,
  { value, revision }: Of<'erasure' | 'request'>,
  work: ErasureWork | RequestWork,
): Promise<void> {
  await ports.jobQueue.send([work]);
  await ports.schedules.put({ ...value, at: ports.now() + watchedAfter }, revision);
}
