// CSV as records, a batch at a time: nothing but the record that is being read is held in memory. Runs in browsers, too.
import Papa from 'papaparse';
import { mended } from './torn-record.ts';

export interface Written {
  readonly encoding: string;
  readonly delimiter: string;
}

/** A record that goes on for longer than this has a quote that is never closed. */
const longestRecord = 4_000_000;

/** Lines of one record. Where it has more, a quote that should close it is missing, and it holds other people's rows. */
const mostLines = 100;

/** A record, or why it is none. */
export type Record = readonly string[] | { readonly because: string };

/** Of bytes, wherever they are cut. `seen` is told of every one. */
export const recordsOf = (
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { encoding, delimiter }: Written,
  seen: (bytes: Uint8Array) => void = () => {},
): AsyncGenerator<readonly Record[]> => cutRecords(textOf(bytes, encoding, seen), delimiter);

export async function* textOf(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  encoding: string,
  seen: (bytes: Uint8Array) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let offset = 0;
  for await (const bytes of pieces) {
    seen(bytes);
    yield decoded(() => decoder.decode(bytes, { stream: true }), encoding, offset);
    offset += bytes.length;
  }
  yield decoded(() => decoder.decode(), encoding, offset);
}

function decoded(decode: () => string, encoding: string, offset: number): string {
  try {
    return decode();
  } catch (cause) {
    const place = `within 256 KB after byte ${offset}`;
    throw new Error(`The file is not in ${encoding}: ${place}. Choose another --encoding`, {
      cause,
    });
  }
}

/**
 * Cuts text at the ends of records, wherever its pieces end. Line ends are made alike: some files mix them.
 * A line that is empty is a record of one empty cell. Throws for a line that goes on without an end.
 */
export async function* cutRecords(
  pieces: AsyncIterable<string> | Iterable<string>,
  delimiter: string,
): AsyncGenerator<readonly Record[]> {
  const parser = new (Papa.Parser as unknown as ParserClass)({ delimiter, newline: '\n' });
  let place: Place = { line: 1, delimiter, width: undefined };
  let rest = '';
  const taken = (parsed: Parsed, text: string): Record[] => {
    const records = checked(parsed, text, place);
    const { line, width = widthOf(records[0]) } = place;
    place = { ...place, line: line + linesIn(text), width };
    rest = rest.slice(text.length);
    return records;
  };
  for await (const piece of withPlainEnds(pieces)) {
    rest += piece;
    const parsed = parser.parse(rest, 0, true);
    if (parsed.data.length > 0) yield taken(parsed, rest.slice(0, parsed.meta.cursor));
    if (rest.length > longestRecord) yield taken(allOpen, wholeLines(rest, place.line));
  }
  const text = rest;
  const parsed = parser.parse(text, 0, false);
  if (parsed.data.length > 0) yield withoutLast(taken(parsed, text), text);
}

/** What ends in a carriage return may go on with a line feed. */
async function* withPlainEnds(
  pieces: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<string> {
  let held = '';
  for await (const piece of pieces) {
    const text = held + piece;
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
  }
  if (held !== '') yield '\n';
}

function wholeLines(text: string, line: number): string {
  const end = text.lastIndexOf('\n') + 1;
  if (end === 0) throw new Error(`Line ${line} goes on for ${text.length} characters`);
  return text.slice(0, end);
}

interface Place {
  /** The number of the line on which what comes next begins. */
  readonly line: number;
  readonly delimiter: string;
  /** Cells of the header, once it is read. */
  readonly width: number | undefined;
}

const widthOf = (header: Record | undefined): number | undefined =>
  Array.isArray(header) ? header.length : undefined;

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

/** What Papa Parse has, and its types leave out. */
type ParserClass = new (config: {
  readonly delimiter: string;
  readonly newline: string;
}) => {
  parse(text: string, base: number, leavesLast: boolean): Parsed;
};

/** One record to the end, in which a quote is open. */
const allOpen: Parsed = {
  data: [[]],
  errors: [{ code: 'MissingQuotes', row: 0 }],
  meta: { cursor: 0 },
};

const linesIn = (text: string): number => text.split('\n').length - 1;

const breaksIn = (record: readonly string[]): number =>
  record.reduce((sum, cell) => sum + linesIn(cell), 0);

/** A record in which a quote strayed took in the lines after it: those are read again, each for itself. */
function checked({ data, errors }: Parsed, text: string, place: Place): Record[] {
  const faults = new Map(errors.map(({ code, row }) => [row, code]));
  const lines = text.split('\n');
  if (text.endsWith('\n')) lines.pop();
  const { delimiter } = place;
  let { width } = place;
  let passed = 0;
  return data.flatMap((record, index): Record[] => {
    const fault = faults.get(index);
    const count = fault === 'MissingQuotes' ? lines.length - passed : 1 + breaksIn(record);
    const first = place.line + passed;
    const own = lines.slice(passed, passed + count);
    passed += count;
    const because = wrongIn(fault, first, count);
    const records = because ? mended({ lines: own, first, because, delimiter, width }) : [record];
    // A text that is long, and no more, is the one row that a spreadsheet shows.
    if (because && fault === undefined && !holdsRows(records)) return [{ because }];
    width ??= widthOf(records[0]);
    return records;
  });
}

const holdsRows = (records: readonly Record[]): boolean =>
  records.filter((one) => !('because' in one) && !isBlank(one)).length > records.length / 2;

function wrongIn(fault: string | undefined, line: number, count: number): string | undefined {
  if (fault === 'MissingQuotes') return `a quote (") that opens on line ${line} is never closed`;
  if (fault === 'InvalidQuotes')
    return count === 1
      ? `text follows a closing quote in it, on line ${line}: a quote is missing`
      : `text follows a closing quote in lines ${line} to ${line + count - 1}: a quote strays on or after line ${line}`;
  return count > mostLines
    ? `it begins on line ${line} and goes on for ${count}: a quote is missing`
    : undefined;
}

/** After a line end nothing begins. */
const withoutLast = (data: Record[], text: string): Record[] =>
  /[\r\n]$/.test(text) && isBlank(data.at(-1)) ? data.slice(0, -1) : data;

const isBlank = (record: Record | undefined): boolean =>
  Array.isArray(record) && record.length === 1 && record[0] === '';
