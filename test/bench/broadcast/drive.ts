// Drives one broadcast: lets its hour come, pauses it on the way, first while people are chosen and then while their mail
// leaves, resumes it, and waits for the last mail.
import { setTimeout } from 'node:timers/promises';
import type { JobReport } from '../../../functions/use-cases/jobs.ts';
import type { Runtime } from '../../../infra/local/runtime.ts';
import { added, type Reading, read } from '../reading.ts';

export interface Driven {
  /** Milliseconds in which contacts were looked at, and in which mails left; the pause is in neither. */
  readonly crawling: number;
  readonly mailing: number;
  /** Mails when a pause began and three seconds later: none may have been added. */
  readonly pauses: readonly Paused[];
  readonly job: JobReport;
  readonly reading: Reading;
  /** Bytes, of the whole process. */
  readonly peakMemory: number;
}

export interface Paused {
  readonly before: number;
  readonly after: number;
}

/** Pauses once this share of the contacts was reached. */
const pauseAt = 0.3;
const pausedFor = 3_000;
/** Held mail comes back to be asked about again within this time. */
const heldFor = 16 * 60_000;

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
  const choosing = await rest(runtime);
  const paused = performance.now() - pausedAt;
  const drained = performance.now();
  await steer(runtime, begun.id, 'resume');
  const job = await until(runtime, ({ state }) => state === 'done');
  const crawled = performance.now();
  const sending = await holdMail(runtime);
  while (!runtime.forward.isQuiet()) await setTimeout(100);
  const end = performance.now();
  return {
    crawling: pausedAt - start + (crawled - drained),
    mailing: end - start - Math.min(paused, pausedFor) - sending.took,
    pauses: [choosing, sending],
    job,
    reading: added(before, read(runtime)),
    peakMemory: memory.stop(),
  };
}

/** Nothing may leave while it is paused, once all that was under way is out. */
async function rest({ outbox, forward }: Runtime): Promise<Paused> {
  while (!forward.isQuiet()) await setTimeout(100);
  const before = outbox.count();
  await setTimeout(pausedFor);
  return { before, after: outbox.count() };
}

/** Pauses the campaign while its mail waits for its moment, and lets the time pass for which mail is held. */
async function holdMail(runtime: Runtime): Promise<Paused & { readonly took: number }> {
  const { clock, forward } = runtime;
  await call(runtime, 'POST', '/api/campaigns/news/pause', { because: 'the bench' });
  const began = performance.now();
  const held = await rest(runtime);
  await call(runtime, 'POST', '/api/campaigns/news/resume', { stale: 'send' });
  const took = performance.now() - began;
  await forward.advanceTo(clock.now() + heldFor);
  return { ...held, took };
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

async function call(
  { url, adminToken }: Runtime,
  method: string,
  ...[path, said]: readonly [path: string, said?: object]
): Promise<unknown> {
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
  const body = said && JSON.stringify(said);
  const answer = await fetch(`${url}${path}`, { method, headers, ...(body && { body }) });
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
