// What became of the rows of an import, in the order of the file, as far as it is worked off.
import type { Imports, ResultsPlace, RowResult } from '../import-ports.ts';
import type { ListRequest } from '../listing.ts';

/** The row that was told last. */
type RowPlace = Omit<ResultsPlace, 'job'> & { readonly row: number };

interface Told {
  readonly items: readonly RowResult[];
  /** Absent at the end of what is known. */
  readonly next?: RowPlace;
}

interface Wanted extends ListRequest<RowPlace> {
  readonly only?: RowResult['result'] | undefined;
}

/** Pages that one answer looks at: few rejected rows may be far from one another. */
const pagesLooked = 40;

/** May answer fewer than asked, or none, and yet go on. */
export async function importResults(
  { imports }: { readonly imports: Pick<Imports, 'results'> },
  job: string,
  { limit, after, only }: Wanted,
): Promise<Told> {
  const from = after && { chunk: after.chunk, offset: after.offset - 1 };
  const pages = await imports.results(job, pagesLooked, from);
  const rows = pages.flatMap(({ chunk, offset, results }) =>
    results.map((result) => ({ result, place: { chunk, offset, row: result.row } })),
  );
  const isWanted = ({ result, place }: (typeof rows)[number]) =>
    (only === undefined || result.result === only) && !(after && isToldBy(after, place));
  const wanted = rows.filter(isWanted).slice(0, limit);
  const items = wanted.map(({ result }) => result);
  const last = wanted.length === limit ? wanted.at(-1) : rows.at(-1);
  const isAll = pages.length < pagesLooked && wanted.length < limit;
  return isAll || !last ? { items } : { items, next: last.place };
}

const isToldBy = (after: RowPlace, { chunk, row }: RowPlace): boolean =>
  chunk === after.chunk && row <= after.row;
