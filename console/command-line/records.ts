// A file of CSV as records, a batch at a time: nothing but the record that is being read is held in memory.
import { createReadStream } from 'node:fs';
import Papa from 'papaparse';

export interface Written {
  readonly encoding: string;
  readonly delimiter: string;
}

/** A record that goes on for longer than this has a quote that is never closed. */
const longestRecord = 4_000_000;

/** Bytes as they come, and what they are cut into. `seen` is told of every byte. */
export async function* recordsIn(
  path: string,
  written: Written,
  seen: (bytes: Buffer) => void = () => {},
): AsyncGenerator<readonly string[][]> {
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 });
  yield* cutRecords(textOf(stream, written.encoding, seen), written.delimiter);
}

async function* textOf(
  stream: AsyncIterable<Buffer>,
  encoding: string,
  seen: (bytes: Buffer) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let offset = 0;
  for await (const bytes of stream) {
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
): AsyncGenerator<readonly string[][]> {
  const parser = new (Papa.Parser as unknown as ParserClass)({ delimiter, newline: '\n' });
  let rest = '';
  let held = '';
  let count = 0;
  for await (const piece of pieces) {
    const text = held + piece;
    // What ends in a carriage return may go on with a line feed.
    held = text.endsWith('\r') ? '\r' : '';
    rest += text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
    const { data, meta } = parser.parse(rest, 0, true);
    rest = rest.slice(meta.cursor);
    count += data.length;
    if (data.length > 0) yield data;
    refuseEndless(rest, count + 1);
  }
  const { data } = parser.parse(rest + held.replace('\r', '\n'), 0, false);
  if (data.length > 0) yield withoutLast(data, rest + held);
}

/** What Papa Parse has, and its types leave out. */
type ParserClass = new (config: {
  readonly delimiter: string;
  readonly newline: string;
}) => {
  parse(
    text: string,
    base: number,
    leavesLast: boolean,
  ): { readonly data: string[][]; readonly meta: { readonly cursor: number } };
};

/** After a line end nothing begins. */
const withoutLast = (data: string[][], text: string): string[][] =>
  /[\r\n]$/.test(text) && isBlank(data.at(-1)) ? data.slice(0, -1) : data;

const isBlank = (record: readonly string[] | undefined): boolean =>
  record?.length === 1 && record[0] === '';

function refuseEndless(rest: string, row: number): void {
  if (rest.length <= longestRecord) return;
  throw new Error(
    `Row ${row} goes on for more than ${longestRecord} characters: a quote (") opens in it that is never closed`,
  );
}
