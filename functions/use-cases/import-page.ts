// One page of a part: every row is read, its contact found, and what would come of it written down before anything is
// done. A page that is done again after a crash tells what was told the first time, and changes nothing more.
import type { ChunkProgress, Job } from '../../workflows/model/job.ts';
import { addUp, sampleSize } from '../../workflows/model/job.ts';
import type { Imports, Part, ResultsPlace, RowResult } from '../import-ports.ts';
import type { ChunkPlace } from '../job-ports.ts';
import { log } from '../log.ts';
import type { Now } from '../ports.ts';
import type { ApplyCauses } from './apply-causes.ts';
import type { Work } from './decision.ts';
import { type Foreseen, type ForeseePorts, foresee, rowsOf } from './foresee-rows.ts';

interface ImportPagePorts extends ForeseePorts {
  readonly imports: Imports;
  readonly applyCauses: ApplyCauses;
  readonly now: Now;
  /** Rows that a page has. */
  readonly pageRows: number;
}

/** Works off what comes next of this chunk. Throws what is to be tried again. */
export type ImportPage = (job: Job, chunk: number, known: ChunkProgress) => Promise<ChunkProgress>;

/** All rows are done, and only what was sent of them is left to be deleted. */
const end = 'end';

export function createImportPage(ports: ImportPagePorts): ImportPage {
  const open = rememberingOne(ports.imports);
  return async (job, chunk, known) => {
    const place = { job: job.id, chunk };
    if (known.cursor === end) {
      await ports.imports.dropPart(place);
      return { ...known, done: true, at: ports.now() };
    }
    const { rows, first } = await open(place);
    const offset = Number(known.cursor ?? 0);
    const next = Math.min(rows.length, offset + ports.pageRows);
    const page = { first: first + offset, rows: rows.slice(offset, next) };
    const results = await importRows(ports, job, { ...place, offset, page });
    const cursor = next === rows.length ? end : String(next);
    return { ...counted(known, results), cursor, at: ports.now() };
  };
}

/** A part is worked off page after page by one worker: it is read once. */
function rememberingOne(imports: Imports): (place: ChunkPlace) => Promise<Part> {
  let known: (ChunkPlace & { readonly part: Part }) | undefined;
  return async ({ job, chunk }) => {
    if (known?.job === job && known.chunk === chunk) return known.part;
    const part = await imports.part({ job, chunk });
    if (!part) throw new Error(`The rows of part ${chunk} of ${job} are gone`);
    known = { job, chunk, part };
    return part;
  };
}

interface Page extends ResultsPlace {
  readonly page: Part;
}

async function importRows(
  ports: ImportPagePorts,
  job: Job,
  { page, ...place }: Page,
): Promise<readonly RowResult[]> {
  const foreseen = await foresee(ports, job, rowsOf(page));
  const told = foreseen.map(({ result }) => result);
  const results = await ports.imports.putResults({ ...place, results: told });
  if (job.input.dryRun === true) return results;
  const failed = await bring(ports, foreseen, results);
  if (failed.size === 0) return results;
  const corrected = results.map((one) => failed.get(one.row) ?? one);
  await ports.imports.correctResults({ ...place, results: corrected });
  return corrected;
}

/** Brings to contacts what was said to change them. Answers the rows with which it could not be done. */
async function bring(
  { applyCauses }: ImportPagePorts,
  foreseen: readonly Foreseen[],
  results: readonly RowResult[],
): Promise<Map<number, RowResult>> {
  const changing = new Set(results.filter(isChange).map(({ row }) => row));
  const rows = new Map(
    foreseen.flatMap(({ result: { row }, work }) =>
      work && changing.has(row) ? [[work, row] as const] : [],
    ),
  );
  const failures = await applyCauses([...rows.keys()]);
  refuseOutage(rows.size, failures);
  const again = failures.size > 0 ? await applyCauses([...failures.keys()]) : failures;
  const failed = [...again].map(([work, error]): [number, RowResult] => {
    const row = rows.get(work) ?? 0;
    log.error('row of an import failed', { contact: work.contact, row, error });
    return [row, { row, result: 'rejected', because: `it could not be stored: ${error.message}` }];
  });
  return new Map(failed);
}

const isChange = ({ result }: RowResult): boolean => result === 'created' || result === 'updated';

/** When most of a page fails it is not the rows: the page comes back, and ends where somebody is called. */
function refuseOutage(tried: number, failures: ReadonlyMap<Work, Error>): void {
  if (failures.size < 10 || failures.size < tried / 2) return;
  const [cause] = failures.values();
  throw new Error(`${failures.size} of ${tried} rows of a page failed`, { cause });
}

function counted(known: ChunkProgress, results: readonly RowResult[]): ChunkProgress {
  const changed = results.filter(isChange);
  const contacts = changed.flatMap(({ contact }) => contact ?? []);
  const tally = addUp([known.tally, ...results.map(({ result }) => ({ [result]: 1 }))]);
  return {
    ...known,
    scanned: known.scanned + results.length,
    matched: known.matched + changed.length,
    sample: [...known.sample, ...contacts].slice(0, sampleSize),
    ...(tally && { tally }),
  };
}
