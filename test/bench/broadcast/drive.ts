// Drives one broadcast: lets its hour come, pauses it on the way, resumes it, and waits for the last mail.
import { setTimeout } from 'node:timers/promises';
import type { JobReport } from '../../../functions/use-cases/jobs.ts';
import type { Runtime } from '../../../infra/local/runtime.ts';
import { added, type Reading, read } from '../reading.ts';

export interface Driven {
  /** Milliseconds in which contacts were looked at, and in which mails left; the pause is in neither. */
  readonly crawling: number;
  readonly mailing: number;
  /** Mails at the end of the pause, of which it must not have added any. */
  readonly mailsWhilePaused: { readonly before: number; readonly after: number };
  readonly job: JobReport;
  readonly reading: Reading;
  /** Bytes, of the whole process. */
  readonly peakMemory: number;
}

/** Pauses once this share of the contacts was reached. */
const pauseAt = 0.3;
const pausedFor = 3_000;

export async function drive(runtime: Runtime, hour: number, contacts: number): Promise<Driven> {
  const before = read(runtime);
  const start = performance.now();
  const memory = watchMemory();
  // Returns when nothing is to do any more, which is in the pause.
  const forwarded = runtime.forward.advanceTo(hour);
  const begun = await until(runtime, ({ matched }) => matched >= contacts * pauseAt);
  const pausedAt = performance.now();
  await steer(runtime, begun.id, 'pause');
  await forwarded;
  const mailsWhilePaused = await rest(runtime);
  const paused = performance.now() - pausedAt;
  const drained = performance.now();
  await steer(runtime, begun.id, 'resume');
  const job = await until(runtime, ({ state }) => state === 'done');
  const crawled = performance.now();
  while (!runtime.forward.isQuiet()) await setTimeout(100);
  const end = performance.now();
  return {
    crawling: pausedAt - start + (crawled - drained),
    mailing: end - start - Math.min(paused, pausedFor),
    mailsWhilePaused,
    job,
    reading: added(before, read(runtime)),
    peakMemory: memory.stop(),
  };
}

/** Nothing may leave while it is paused, once all that was under way is out. */
async function rest({ outbox, forward }: Runtime): Promise<Driven['mailsWhilePaused']> {
  while (!forward.isQuiet()) await setTimeout(100);
  const before = outbox.count();
  await setTimeout(pausedFor);
  return { before, after: outbox.count() };
}

async function until(runtime: Runtime, is: (job: JobReport) => boolean): Promise<JobReport> {
  for (;;) {
    const { items } = (await call(runtime, 'GET', '/api/jobs')) as { items: JobReport[] };
    const job = items.find(({ kind }) => kind === 'broadcast');
    if (job) note(job, runtime.outbox.count());
    if (job && is(job)) return job;
    await setTimeout(1_000);
  }
}

const steer = (runtime: Runtime, job: string, what: 'pause' | 'resume') =>
  call(runtime, 'POST', `/api/jobs/${job}/${what}`);

async function call({ url, adminToken }: Runtime, method: string, path: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${adminToken}` };
  const answer = await fetch(`${url}${path}`, { method, headers });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Progress goes where it does not disturb the result. */
const note = ({ state, matched }: JobReport, mails: number): void =>
  void process.stderr.write(`\r${state}: ${matched} reached, ${mails} mailed `);

function watchMemory() {
  let peak = process.memoryUsage.rss();
  const beat = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 500);
  return {
    stop() {
      clearInterval(beat);
      return peak;
    },
  };
}
