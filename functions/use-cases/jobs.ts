// Jobs as people handle them: started, paused, resumed, stopped, and looked at. Every one of these may be repeated.
import type { Fields } from '../../workflows/model/event.ts';
import {
  type About,
  type ChunkProgress,
  type Job,
  type JobKind,
  type JobProgress,
  progressOf,
} from '../../workflows/model/job.ts';
import type { Instant, Milliseconds } from '../../workflows/model/time.ts';
import { Refused, wins } from '../errors.ts';
import type { JobQueue, Jobs, Kept, Schedules, SetAside } from '../job-ports.ts';
import type { Hash, Now } from '../ports.ts';

export interface JobsPorts {
  readonly jobs: Jobs;
  readonly jobQueue: JobQueue;
  readonly schedules: Schedules;
  readonly hash: Hash;
  readonly now: Now;
  /** Into which the contacts are cut. */
  readonly chunks: number;
}

export interface JobRequest {
  readonly kind: JobKind;
  readonly about: About;
  readonly input: Fields;
  /** When it was to start. The same request of the same moment is the same job, however often it is made. */
  readonly at: Instant;
  /** Not before so long from now: what is under way by older rules is done by then. */
  readonly delay?: Milliseconds;
  /** What is to be said of its start. */
  readonly because?: string | undefined;
  /** Of how many parts it consists, where they come one by one. */
  readonly parts?: number;
}

/** A job that shows no progress for this long is helped on. */
export const watchedAfter: Milliseconds = 15 * 60_000;

/** Writes it down with an eye on it, which starts it after a while should nobody live to do so before. */
export async function prepareJob(ports: JobsPorts, request: JobRequest): Promise<Job> {
  const wanted = jobOf(ports, request);
  await watch(ports, wanted, ports.now() + watchedAfter);
  return (await ports.jobs.create(wanted)).value;
}

/** The watch comes first: it helps on what somebody began to start and did not live to put on the queue. */
export async function startJob(ports: JobsPorts, request: JobRequest): Promise<Job> {
  const job = await prepareJob(ports, request);
  if (job.state === 'running') await enqueue(ports, job, request.delay);
  return job;
}

export function jobOf(ports: Pick<JobsPorts, 'hash' | 'now' | 'chunks'>, request: JobRequest): Job {
  const { hash, now, chunks } = ports;
  const { kind, about, input, at, because, parts } = request;
  // Sorts by time until the year 5188.
  const moment = at.toString(36).padStart(9, '0');
  const id = `job_${moment}${hash(JSON.stringify([kind, about, input])).slice(0, 10)}`;
  const told = because === undefined ? {} : { because };
  const cut = parts === undefined ? { chunks } : { chunks: parts, arriving: true as const };
  return { id, kind, about, input, state: 'running', ...cut, startedAt: now(), ...told };
}

/** Keeps an eye on a job until it is over, unless there is one on it already. */
async function watch({ schedules }: JobsPorts, { id }: Job, at: Instant): Promise<void> {
  const known = await schedules.find({ job: id });
  if (!known) await schedules.put({ kind: 'watch', job: id, at }, 0);
}

/** Puts all that is not done on the queue; what is there already comes to no harm by it. */
export async function enqueue(
  { jobs, jobQueue }: JobsPorts,
  { id, chunks, arriving }: Job,
  delay?: Milliseconds,
): Promise<void> {
  const [known, aside] = await Promise.all([jobs.chunks(id), jobs.aside(id, mostAside)]);
  const all = Array.from({ length: chunks }, (_, chunk) => chunk);
  const isThere = (chunk: number) => !arriving || known.has(chunk);
  const open = all.filter((chunk) => isThere(chunk) && !known.get(chunk)?.done);
  const works = [
    ...open.map((chunk) => ({ job: id, chunk })),
    ...aside.map(({ contact }) => ({ job: id, contact })),
  ];
  await jobQueue.send(works, delay);
}

/** Workers notice at their next page. Throws Refused(409) when the job is over. */
export async function pauseJob({ jobs }: JobsPorts, id: string, because?: string): Promise<Job> {
  return changeJob(jobs, id, (job) => ({
    ...job,
    state: 'paused',
    ...(because !== undefined && { because }),
  }));
}

/** Resuming what runs puts its chunks on the queue once more. */
export async function resumeJob(ports: JobsPorts, id: string): Promise<Job> {
  const job = await changeJob(ports.jobs, id, ({ because: _, ...job }) => ({
    ...job,
    state: 'running',
  }));
  await watch(ports, job, ports.now() + watchedAfter);
  await enqueue(ports, job);
  return job;
}

/** For good. What it did to contacts stays; whoever works on it drops what it still holds. */
export async function stopJob(ports: JobsPorts, id: string, because: string): Promise<Job> {
  const finishedAt = ports.now();
  const stopped = await changeJob(ports.jobs, id, (job) => ({
    ...{ ...job, state: 'stopped', finishedAt, because },
  }));
  if (stopped.arriving) await enqueue(ports, stopped);
  return stopped;
}

/** Once every chunk is done the job is, also if it was paused meanwhile. */
export async function finishJob(
  { jobs, now }: Pick<JobsPorts, 'jobs' | 'now'>,
  id: string,
): Promise<void> {
  const { value: job, revision } = await find(jobs, id);
  const { doneChunks } = progressOf([...(await jobs.chunks(id)).values()]);
  if (isOver(job) || doneChunks < job.chunks) return;
  const done: Job = { ...job, state: 'done', finishedAt: now() };
  if (!(await wins(jobs.save(done, revision)))) await finishJob({ jobs, now }, id);
}

const isOver = ({ state }: Job): boolean => state === 'done' || state === 'stopped';

async function changeJob(jobs: Jobs, id: string, changed: (job: Job) => Job): Promise<Job> {
  const { value: job, revision } = await find(jobs, id);
  if (isOver(job)) throw new Refused(409, `The job is ${job.state}`);
  const next = changed(job);
  await jobs.save(next, revision);
  return next;
}

async function find(jobs: Jobs, id: string): Promise<Kept<Job>> {
  const found = await jobs.get(id);
  if (!found) throw new Refused(404, 'There is no such job');
  return found;
}

export interface JobReport extends Job, JobProgress {
  /** How many contacts are set aside at this moment, up to a hundred; `aside` names the first of them. */
  readonly failed: number;
  readonly aside: readonly SetAside[];
}

const mostAside = 100;
const shownAside = 20;

export async function readJob({ jobs }: Pick<JobsPorts, 'jobs'>, id: string): Promise<JobReport> {
  const { value: job } = await find(jobs, id);
  const [progress, aside] = await Promise.all([jobs.chunks(id), jobs.aside(id, mostAside)]);
  return report(job, progress, aside);
}

function report(
  job: Job,
  progress: ReadonlyMap<number, ChunkProgress>,
  aside: readonly SetAside[],
): JobReport {
  const sum = progressOf([...progress.values()]);
  return { ...job, ...sum, failed: aside.length, aside: aside.slice(0, shownAside) };
}

/** The newest first. */
export async function listJobs(
  { jobs }: Pick<JobsPorts, 'jobs'>,
  limit: number,
  after?: string,
): Promise<JobReport[]> {
  return reportAll(jobs, await jobs.list(limit, after));
}

/** Two reads for each. */
export const reportAll = (jobs: Jobs, all: readonly Job[]): Promise<JobReport[]> =>
  Promise.all(
    all.map(async (job) =>
      report(job, await jobs.chunks(job.id), await jobs.aside(job.id, mostAside)),
    ),
  );
