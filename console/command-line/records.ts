// A file of CSV as records, a batch at a time: nothing but the record that is being read is held in memory.
import { createReadStream } from 'node:fs';
import Papa from 'papaparse';

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

/** Read a piece at a time. `seen` is told of every byte. */
export const recordsIn = (
  path: string,
  written: Written,
  seen?: (bytes: Buffer) => void,
): AsyncGenerator<readonly Record[]> =>
  recordsOf(createReadStream(path, { highWaterMark: 256 * 1024 }), written, seen);

/** The same of bytes, wherever they are cut. */
export const recordsOf = (
  bytes: AsyncIterable<Buffer> | Iterable<Buffer>,
  { encoding, delimiter }: Written,
  seen: (bytes: Buffer) => void = () => {},
): AsyncGenerator<readonly Record[]> => cutRecords(textOf(bytes, encoding, seen), delimiter);

async function* textOf(
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
  encoding: string,
  seen: (bytes: Buffer) => void,
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
 * A line that is empty is a record of one empty cell. Throws when a quote is never closed.
 */
export async function* cutRecords(
  pieces: AsyncIterable<string> | Iterable<string>,
  delimiter: string,
): AsyncGenerator<readonly Record[]> {
  const parser = new (Papa.Parser as unknown as ParserClass)({ delimiter, newline: '\n' });
  let rest = '';
  let held = '';
  let line = 1;
  for await (const piece of pieces) {
    const text = held + piece;
    // What ends in a carriage return may go on with a line feed.
    held = text.endsWith('\r') ? '\r' : '';
    rest += text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
    const parsed = parser.parse(rest, 0, true);
    if (parsed.data.length > 0) yield checked(parsed, line);
    line += linesIn(rest.slice(0, parsed.meta.cursor));
    rest = rest.slice(parsed.meta.cursor);
    refuseEndless(rest, line);
  }
  const parsed = parser.parse(rest + held.replace('\r', '\n'), 0, false);
  const { errors, data } = parsed;
  if (errors.some(({ code }) => code === 'MissingQuotes'))
    throw unclosed(line + linesOf(data.slice(0, -1)));
  if (data.length > 0) yield withoutLast(checked(parsed, line), rest + held);
}

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

const linesIn = (text: string): number => text.split('\n').length - 1;

const linesOf = (data: readonly (readonly string[])[]): number =>
  data.reduce((sum, record) => sum + 1 + breaksIn(record), 0);

const breaksIn = (record: readonly string[]): number =>
  record.reduce((sum, cell) => sum + linesIn(cell), 0);

/**
 * `line` is where the first of them begins. A record in which a quote strayed took in the lines after it: each of them is
 * rejected, so that none is lost, and the rows after them keep the numbers that a spreadsheet shows.
 */
function checked({ data, errors }: Parsed, line: number): Record[] {
  const strayed = new Set(errors.flatMap(({ code, row }) => (code === 'InvalidQuotes' ? row : [])));
  let begins = line;
  return data.flatMap((record, index): Record[] => {
    const [at, breaks] = [begins, breaksIn(record)];
    begins += 1 + breaks;
    if (strayed.has(index))
      return Array<Record>(1 + breaks).fill({ because: strayedIn(at, at + breaks) });
    return breaks < mostLines
      ? [record]
      : [{ because: `it begins on line ${at} and goes on for ${breaks + 1}: a quote is missing` }];
  });
}

const strayedIn = (first: number, last: number): string =>
  first === last
    ? `text follows a closing quote in it, on line ${first}: a quote is missing`
    : `lines ${first} to ${last} were read as one row: text follows a closing quote, on or after line ${first}`;

/** After a line end nothing begins. */
const withoutLast = (data: Record[], text: string): Record[] =>
  /[\r\n]$/.test(text) && isBlank(data.at(-1)) ? data.slice(0, -1) : data;

const isBlank = (record: Record | undefined): boolean =>
  Array.isArray(record) && record.length === 1 && record[0] === '';

const unclosed = (line: number): Error =>
  new Error(`A quote (") that opens in the row of line ${line} is never closed`);

function refuseEndless(rest: string, line: number): void {
  if (rest.length > longestRecord) throw unclosed(line);
}
