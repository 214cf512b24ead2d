// What is due without any contact: scheduled campaigns start their runs, and jobs that stand still are helped on.
import type { Milliseconds } from '../../workflows/model/time.ts';
import { Clash } from '../errors.ts';
import type { Due, Kept } from '../job-ports.ts';
import { log } from '../log.ts';
import { enqueue, type JobsPorts, watchedAfter } from './jobs.ts';

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
  if (value.kind === 'watch') return look(ports, { value, revision });
}

/** A running job of which nothing was written for long has lost a message, or waits its turn: both are served. */
async function look(
  ports: JobsPorts,
  { value, revision }: Kept<Extract<Due, { kind: 'watch' }>>,
): Promise<void> {
  const { schedules, jobs, now } = ports;
  const job = (await jobs.get(value.job))?.value;
  if (job?.state !== 'running') return schedules.remove(value, revision);
  const chunks = [...(await jobs.chunks(job.id)).values()];
  const still = now() - Math.max(job.startedAt, ...chunks.map(({ at }) => at));
  if (still >= watchedAfter) await enqueue(ports, job);
  const wait = Math.min(longestWatch, Math.max(watchedAfter, still));
  await schedules.put({ ...value, at: now() + wait }, revision);
}
