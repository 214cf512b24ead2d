// Cuts records into parts that the API takes. The same file is cut in the same way every time, so that what was sent
// before is known by its number.
import type { Record } from './records.ts';

/** A row, or why it cannot be sent. */
type Row = Record;

export interface Part {
  readonly number: number;
  /** Number of its first row in the file; the header is row 1. */
  readonly first: number;
  readonly rows: Row[];
}

/** The API takes 256 KB. */
const partBytes = 200 * 1024;
const partRows = 4_000;
const rowBytes = 64 * 1024;
const mostCells = 2_100;

/** `batches` begin with the header. */
export async function* partsOf(
  batches: AsyncIterable<readonly Record[]>,
): AsyncGenerator<Part, undefined> {
  let part: Part = { number: 0, first: 2, rows: [] };
  let filled = 0;
  for await (const record of afterHeader(batches)) {
    const { row, bytes } = rowOf(record);
    if (part.rows.length === partRows || filled + bytes > partBytes) {
      yield part;
      part = { number: part.number + 1, first: part.first + part.rows.length, rows: [] };
      filled = 0;
    }
    part.rows.push(row);
    filled += bytes;
  }
  if (part.rows.length > 0) yield part;
}

async function* afterHeader(batches: AsyncIterable<readonly Record[]>) {
  let passed = 0;
  for await (const batch of batches) {
    const [header] = batch;
    if (passed === 0 && header && 'because' in header)
      throw new Error(`The header cannot be read: ${header.because}`);
    yield* passed === 0 ? batch.slice(1) : batch;
    passed += batch.length;
  }
}

/** What nobody sees, and the API refuses. */
const unseen = /[^\P{Cc}\t\n\r]/gu;

const encoder = new TextEncoder();

function rowOf(record: Record): { readonly row: Row; readonly bytes: number } {
  if ('because' in record) return { row: record, bytes: 200 };
  const cells = record.map((cell) => cell.toWellFormed().replace(unseen, ' '));
  const isBlank = cells.length === 1 && cells[0]?.trim() === '';
  const row = isBlank ? [] : cells;
  const bytes = encoder.encode(JSON.stringify(row)).length + 1;
  const because =
    bytes > rowBytes
      ? `it holds ${bytes} bytes: ${rowBytes} are the most`
      : `it has ${cells.length} cells: ${mostCells} are the most`;
  const isTooMuch = bytes > rowBytes || cells.length > mostCells;
  return isTooMuch ? { row: { because }, bytes: 100 } : { row, bytes };
}
