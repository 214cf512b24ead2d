// Crawl: works off one chunk of a job, page by page: of a scan of all contacts, or of the rows of an import. Where a
// chunk is and what it counted are written as one, so that a page that is done again after a crash counts once, and two
// workers on one chunk become one.
import type { ChunkProgress, Job } from '../../workflows/model/job.ts';
import { addUp, sampleSize } from '../../workflows/model/job.ts';
import type { Instant, Milliseconds } from '../../workflows/model/time.ts';
import { wins } from '../errors.ts';
import type { Imports } from '../import-ports.ts';
import type { ChunkPlace, ContactScan, JobQueue, Jobs, JobWork } from '../job-ports.ts';
import { log } from '../log.ts';
import type { Contacts, Now } from '../ports.ts';
import type { ApplyCauses } from './apply-causes.ts';
import { type Examine, examineAll } from './examine.ts';
import { loadLiving } from './follow.ts';
import type { ImportPage } from './import-page.ts';
import type { Pass } from './job-kinds.ts';
import { finishJob } from './jobs.ts';

export interface CrawlPorts {
  readonly jobs: Jobs;
  readonly jobQueue: JobQueue;
  readonly scan: ContactScan;
  readonly contacts: Pick<Contacts, 'load'>;
  readonly applyCauses: ApplyCauses;
  /** How contacts are looked at for this job; undefined when there is nothing to do any more, or not now. */
  readonly open: (job: Pass) => Promise<Examine | undefined>;
  readonly importPage: ImportPage;
  readonly imports: Pick<Imports, 'dropPart'>;
  readonly now: Now;
  /** Items that a page looks at. */
  readonly pageItems: number;
}

/** No page is begun when less than this is left. */
const pageTime: Milliseconds = 20_000;

/** Throws what is to be tried again. */
export async function crawl(ports: CrawlPorts, work: JobWork, deadline: Instant): Promise<void> {
  if ('contact' in work) return again(ports, work);
  let known = await ports.jobs.chunk(work.job, work.chunk);
  while (!known.value.done) {
    if (ports.now() + pageTime > deadline) return ports.jobQueue.send([work]);
    const task = await taskOf(ports, work);
    if (!task) return;
    const value = await task(known.value);
    // Whoever finds that somebody else has moved the chunk on leaves it to them.
    if (!(await wins(ports.jobs.saveChunk(work, value, known.revision)))) return;
    known = { value, revision: known.revision + 1 };
  }
  await finishJob(ports, work.job);
}

/** Works off the page that comes next, and answers how far the chunk is then. */
type Task = (known: ChunkProgress) => Promise<ChunkProgress>;

/** Undefined when the job does not run. Resuming puts on the queue again what is dropped here. */
async function taskOf(
  ports: CrawlPorts,
  { job: id, chunk }: ChunkPlace,
): Promise<Task | undefined> {
  const job = (await ports.jobs.get(id))?.value;
  // Nobody will ask for what was sent of it any more.
  if (job?.state === 'stopped' && !isPass(job)) await ports.imports.dropPart({ job: id, chunk });
  if (job?.state !== 'running') return undefined;
  if (!isPass(job)) return (known) => ports.importPage(job, chunk, known);
  const examine = await ports.open(job);
  return examine && ((known) => crawlPage(ports, { job, chunk, examine }, known));
}

const isPass = (job: Job): job is Pass => job.kind !== 'import';

interface Examining {
  readonly job: Job;
  readonly chunk: number;
  readonly examine: Examine;
}

async function crawlPage(
  ports: CrawlPorts,
  { job, chunk, examine }: Examining,
  known: ChunkProgress,
): Promise<ChunkProgress> {
  const { cursor } = known;
  const limit = ports.pageItems;
  const page = await ports.scan.page({ chunk, chunks: job.chunks, cursor, limit });
  const found = await examineAll(examine, page.contacts);
  const failures = await ports.applyCauses(found.works);
  refuseOutage(found.works.length, failures);
  await setAside(ports, job.id, [
    ...page.unreadable.map((contact) => ({ contact, because: 'It cannot be read' })),
    ...found.failed,
    ...[...failures].map(([{ contact }, error]) => ({ contact, because: error.message })),
  ]);
  const tally = addUp([known.tally, found.tally]);
  return {
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    done: page.cursor === undefined,
    scanned: known.scanned + page.contacts.length + page.unreadable.length,
    matched: known.matched + found.matched.length,
    sample: [...known.sample, ...found.matched].slice(0, sampleSize),
    ...(tally && { tally }),
    at: ports.now(),
  };
}

/** When most of a page fails it is not the contacts: the chunk comes back, and ends where somebody is called. */
function refuseOutage(tried: number, failures: ReadonlyMap<unknown, Error>): void {
  if (failures.size < 10 || failures.size < tried / 2) return;
  const [cause] = failures.values();
  throw new Error(`${failures.size} of ${tried} contacts of a page failed`, { cause });
}

/** Each is tried again alone, so that it holds up none of its neighbors. */
async function setAside(
  { jobs, jobQueue }: CrawlPorts,
  job: string,
  failed: Parameters<Jobs['setAside']>[1],
): Promise<void> {
  if (failed.length === 0) return;
  for (const { contact, because } of failed)
    log.error('contact set aside', { job, contact, because });
  await jobs.setAside(job, failed);
  await jobQueue.send(failed.map(({ contact }) => ({ job, contact })));
}

/** Throws as long as the contact fails; then the queue gives up, and somebody is called. May outlast its job. */
async function again(
  { jobs, contacts, applyCauses, open }: CrawlPorts,
  { job: id, contact }: Extract<JobWork, { contact: string }>,
): Promise<void> {
  const job = (await jobs.get(id))?.value;
  const isToDo = job?.state === 'running' || job?.state === 'done';
  const examine = job && isToDo && isPass(job) ? await open(job) : undefined;
  if (!examine) return;
  const loaded = await loadLiving(contacts, [contact], { consistent: true });
  const found = await examineAll(examine, [...loaded.values()]);
  const failures = await applyCauses(found.works);
  const [failure] = [
    ...failures.values(),
    ...found.failed.map(({ because }) => new Error(because)),
  ];
  if (failure) throw failure;
  await jobs.forgive(id, contact);
}
