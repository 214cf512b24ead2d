// An import begins with what its file is and where its columns go; the rows come after, part by part. Who asks for the
// same again gets the import that is there, and may send what is missing of it.
import * as z from 'zod';
import type { Fields } from '../../workflows/model/event.ts';
import type { ChunkProgress, Job } from '../../workflows/model/job.ts';
import type { BookKeeping } from '../book-ports.ts';
import { Clash, Refused, wins } from '../errors.ts';
import type { ImportMark, Imports, Part } from '../import-ports.ts';
import { importSettings } from '../imports/settings.ts';
import { refuseUnknownLists } from './change-members.ts';
import type { ImportInput } from './foresee-rows.ts';
import { type JobReport, type JobsPorts, jobOf, prepareJob, readJob } from './jobs.ts';

interface ImportsPorts extends JobsPorts {
  readonly imports: Imports;
  readonly book: Pick<BookKeeping, 'read'>;
}

/** Parts are numbered in four digits. */
const mostParts = 10_000;

export const importRequest = importSettings.safeExtend({
  /** What is done is done once more: contacts may have changed since. What is under way goes on. */
  again: z.boolean().default(false),
  file: z.strictObject({
    name: z.string().min(1).max(300),
    /** SHA-256 of its bytes, in hexadecimal. */
    hash: z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 in hexadecimal'),
    bytes: z.int().min(0),
    /** Into how many parts it is cut. */
    parts: z.int().min(1).max(mostParts),
  }),
});
type ImportRequest = z.output<typeof importRequest>;

/** Throws Refused(422) for lists that are not there, and for a consent that was given in the future. */
export async function startImport(
  ports: ImportsPorts,
  { again, ...request }: ImportRequest,
): Promise<JobReport> {
  await refuseUnknownLists(ports, request.lists ?? [], 'lists');
  if ((request.consent?.date ?? 0) > ports.now())
    throw new Refused(422, 'Nobody has agreed in the future', { at: 'consent.date' });
  const fingerprint = ports.hash(JSON.stringify(request));
  const known = await ports.imports.mark(fingerprint);
  const standing = known && (await ports.jobs.get(known.job))?.value;
  if (standing && isToGoOn(standing, again)) return readJob(ports, standing.id);
  return readJob(ports, await begin(ports, request, { fingerprint, known }));
}

/** What was stopped begins anew; and a dry run that is over says nothing of how things are now. */
const isToGoOn = ({ state, input }: Job, again: boolean): boolean =>
  state !== 'stopped' && !(state === 'done' && (again || input.dryRun === true));

interface Marked {
  readonly fingerprint: string;
  readonly known: ImportMark | undefined;
}

/** The mark is set first: of two who begin at once both get the job of the first. */
async function begin(
  ports: ImportsPorts,
  { file, ...settings }: Omit<ImportRequest, 'again'>,
  { fingerprint, known }: Marked,
): Promise<string> {
  const { parts, ...about } = file;
  const input = { ...settings, file: about } satisfies ImportInput as unknown as Fields;
  const at = Math.max(ports.now(), (known?.at ?? 0) + 1);
  const request = { kind: 'import', about: { nothing: true }, input, parts } as const;
  const job = jobOf(ports, { ...request, at });
  const won = await mark(ports, fingerprint, { job: job.id, at }, known);
  return (await prepareJob(ports, { ...request, at: won.at })).id;
}

async function mark(
  { imports }: ImportsPorts,
  fingerprint: string,
  wanted: ImportMark,
  known: ImportMark | undefined,
): Promise<ImportMark> {
  try {
    await imports.setMark(fingerprint, wanted, known);
    return wanted;
  } catch (error) {
    const faster = error instanceof Clash ? await imports.mark(fingerprint) : undefined;
    if (!faster) throw error;
    return faster;
  }
}

const arrived = (at: number): ChunkProgress => ({
  ...{ done: false, scanned: 0, matched: 0, sample: [] },
  at,
});

/**
 * First the rows, then that they are there, then the message. Sent again, a part changes nothing.
 * Throws Refused(404) when there is no such part, Refused(409) when the import is over.
 */
export async function takePart(
  ports: ImportsPorts,
  id: string,
  number: number,
  part: Part,
): Promise<void> {
  const { jobs, jobQueue, imports, now } = ports;
  const job = await importOf(ports, id);
  if (number >= job.chunks)
    throw new Refused(404, `The import has the parts 0 to ${job.chunks - 1}`);
  const place = { job: id, chunk: number };
  const known = await jobs.chunk(id, number);
  if (known.value.done) return;
  if (job.state === 'stopped') throw new Refused(409, 'The import was stopped');
  if (known.revision === 0) {
    await imports.putPart(place, part);
    await wins(jobs.saveChunk(place, arrived(now()), 0));
  }
  await jobQueue.send([place]);
}

/** Throws Refused(404) for what is no import. */
export async function importOf({ jobs }: Pick<ImportsPorts, 'jobs'>, id: string): Promise<Job> {
  const job = (await jobs.get(id))?.value;
  if (job?.kind !== 'import') throw new Refused(404, 'There is no such import');
  return job;
}

/** Numbers of the parts that have not come yet. */
export async function missingParts(
  ports: Pick<ImportsPorts, 'jobs'>,
  id: string,
): Promise<number[]> {
  const [{ chunks, state }, known] = await Promise.all([
    importOf(ports, id),
    ports.jobs.chunks(id),
  ]);
  if (state === 'done') return [];
  return Array.from({ length: chunks }, (_, part) => part).filter((part) => !known.has(part));
}
