// What holds for every file that somebody imports, well written or not: it is read or refused with a reason, and every
// row of it is a row with a result. Stated once, for the short run and for the long one.
import fc from 'fast-check';
import { expect } from 'vitest';
import { type Part, partsOf } from '../../console/command-line/parts.ts';
import { recordsOf, type Written } from '../../console/command-line/records.ts';
import { hash } from '../../functions/adapters/keys.ts';
import { Refused } from '../../functions/errors.ts';
import type { RowResult } from '../../functions/import-ports.ts';
import { inspectFile } from '../../functions/imports/inspect.ts';
import { importSettings } from '../../functions/imports/settings.ts';
import { type ForeseePorts, foresee, rowsOf } from '../../functions/use-cases/foresee-rows.ts';
import type { Job } from '../../workflows/model/job.ts';
import { flawOf } from '../../workflows/model/text.ts';
import { cut, type Heap, header, heap, rubbish, wellWritten } from './arbitrary-csv.ts';
import { check, now } from './arbitrary-requests.ts';

/** Nobody is known yet, and a dry run writes nothing. */
const nobody = {
  contacts: { load: async () => new Map() },
  identities: { find: async () => new Map() },
  erasedKeys: { find: async () => new Set() },
  books: { open: async () => ({}) },
  keyHash: async () => hash,
} as unknown as ForeseePorts;

const look = (bytes: Buffer, wished: Partial<Written>) =>
  inspectFile({
    name: 'list.csv',
    sample: bytes.subarray(0, 65_536).toString('base64'),
    ...(wished as object),
  });

const read = async (pieces: readonly Buffer[], written: Written): Promise<Part[]> =>
  Array.fromAsync(partsOf(recordsOf(pieces, written)));

/** As the API takes them. Undefined where no column says who somebody is, which the API refuses. */
async function resultsOf(
  parts: readonly Part[],
  columns: unknown,
): Promise<RowResult[] | undefined> {
  const settings = importSettings.safeParse({ columns, dryRun: true });
  if (!settings.success) return undefined;
  const input = { ...settings.data, file: { name: 'list.csv', bytes: 1 } };
  const job = { id: 'job_1', kind: 'import', input, startedAt: now } as unknown as Job;
  const told = await Promise.all(parts.map((part) => foresee(nobody, job, rowsOf(part))));
  return told.flat().map(({ result }) => result);
}

/** Row 2 is the first after the header; none is left out, and none comes twice. */
function eachHasItsResult(parts: readonly Part[], results: readonly RowResult[]): void {
  const count = parts.reduce((sum, { rows }) => sum + rows.length, 0);
  expect(results.map(({ row }) => row)).toEqual(Array.from({ length: count }, (_, at) => at + 2));
  for (const { result, because } of results)
    if (result === 'rejected') expect(because).toMatch(/./);
}

/** Every part is one that the API takes. */
function areSendable(parts: readonly Part[]): void {
  parts.forEach(({ number, first, rows }, index) => {
    expect(number).toBe(index);
    expect(first).toBe(2 + parts.slice(0, index).reduce((sum, part) => sum + part.rows.length, 0));
    expect(Buffer.byteLength(JSON.stringify(rows))).toBeLessThan(262_144 - 100);
    for (const row of rows)
      if ('because' in row) expect(row.because).toMatch(/^.{1,500}$/s);
      else expect(row.find((cell) => flawOf(cell) !== undefined)).toBeUndefined();
  });
}

/** As it is sent: line ends are made alike, and what nobody sees is a blank. */
const plain = (cells: readonly string[]): readonly string[] => {
  const sent = cells.map((cell) => cell.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n\r]/gu, ' '));
  return sent.length === 1 && sent[0]?.trim() === '' ? [] : sent;
};

const isTooMuch = (cells: readonly string[]): boolean =>
  cells.join('').split(/\r\n?|\n/).length > 100 ||
  Buffer.byteLength(JSON.stringify(cells)) > 65_000;

/** Each row of a file that is well written is read as it was written, or rejected for its size. */
export const wellWrittenFilesAreReadWhole = (runs: number) =>
  check(
    fc.asyncProperty(wellWritten, async ({ rows, pieces, ...written }) => {
      const parts = await read(pieces, written);
      const sent = parts.flatMap((part) => part.rows);
      expect(sent.length).toBe(rows.length);
      rows.forEach((cells, at) => {
        const row = sent[at];
        if (row && 'because' in row) expect(isTooMuch(cells)).toBe(true);
        else expect(row).toEqual(plain(cells));
      });
      areSendable(parts);
      const { columns } = look(Buffer.concat(pieces), written);
      expect(columns.map((column) => column.header)).toEqual(header);
      eachHasItsResult(parts, (await resultsOf(parts, columns)) ?? []);
    }),
    runs,
  );

const reasons =
  /is never closed$|^The header cannot be read: |^The file is not in |no rows$|must name the columns$/;

/** What is thrown is a reason that somebody can read; anything else is a crash. */
async function unlessRefused<T>(run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Refused || reasons.test((error as Error).message))) throw error;
    return undefined;
  }
}

/** Marks come in their order. Where some are missing, a row is missing too, and says why. */
function losesNothing(parts: readonly Part[], marks: number): void {
  let next = 0;
  let isToldOf = false;
  for (const text of parts.flatMap(({ rows }) => rows).flatMap(marksOf)) {
    const at = text === untold ? next : Number(text);
    if (isToldOf) expect(at).toBeGreaterThanOrEqual(next);
    else expect(at).toBe(next);
    isToldOf = text === untold;
    next = isToldOf ? next : at + 1;
  }
  if (!isToldOf) expect(next).toBe(marks);
}

/** Of a row that cannot be sent. */
const untold = 'untold';

const marksOf = (row: Part['rows'][number]): string[] =>
  'because' in row
    ? [untold]
    : [...row.join(' ').matchAll(/<(\d+)>/g)].map(([, number = '']) => number);

const readsOrRefuses = async ({ bytes, places, marks }: Heap): Promise<void> => {
  await unlessRefused(async () => {
    const found = look(bytes, {});
    const parts = await read(cut(bytes, places), found);
    areSendable(parts);
    if (found.columns[0]?.header.startsWith('Email')) losesNothing(parts, marks);
    const results = await resultsOf(parts, found.columns);
    if (results) eachHasItsResult(parts, results);
  });
};

/** Whatever stands in a file, no row of it is lost in silence. */
export const anyFileIsReadOrRefused = (runs: number) =>
  check(
    fc.asyncProperty(
      fc.oneof({ weight: 9, arbitrary: heap }, { weight: 1, arbitrary: rubbish }),
      readsOrRefuses,
    ),
    runs,
  );
