// Opens a job for its next page: by what is published now, so that a pause, a stop or a newer version is noticed.
import { Missing } from '../../workflows/engine/missing.ts';
import type { Books, Timeline } from '../ports.ts';
import type { Examine } from './examine.ts';
import { type Asked, kinds, type Pass } from './job-kinds.ts';
import { type JobsPorts, pauseJob, stopJob } from './jobs.ts';

interface OpenPorts extends JobsPorts {
  readonly books: Books;
  readonly timeline: Pick<Timeline, 'list'>;
}

/** Undefined when there is nothing to do any more, or not now: the job says so by then. */
export async function openJob(ports: OpenPorts, job: Pass): Promise<Examine | undefined> {
  const { books, now, hash, timeline } = ports;
  const world = { ...(await books.open()), now: now(), hash };
  const asked: Asked = { world, job, timeline };
  const kind = kinds[job.kind];
  const idle = await withDocuments(books, () => kind.idle?.(asked));
  if (!idle) return withDocuments(books, () => kind.open(asked));
  if (job.state !== 'running') return undefined;
  const { state, because } = idle;
  await (state === 'paused' ? pauseJob(ports, job.id, because) : stopJob(ports, job.id, because));
  return undefined;
}

/** Each answer may lead to the next question. */
const fetches = 20;

/** Asks again whenever a document was missing, once it is fetched. */
async function withDocuments<T>(books: Books, ask: () => T): Promise<T> {
  for (let count = 0; count < fetches; count += 1) {
    try {
      return ask();
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      await books.fetch(error.wanted);
    }
  }
  throw new Error(`Documents were still missing after ${fetches} reads`);
}
