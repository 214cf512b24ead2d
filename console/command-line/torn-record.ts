// A record that a stray quote made of several lines. A line of it that is a row by itself, as wide as the header, is
// taken for one; the line of the quote, and whatever may be the middle of somebody's text, is refused and never bent.
import Papa from 'papaparse';
import type { Record } from './records.ts';

interface Torn {
  readonly lines: readonly string[];
  /** Number of its first line in the file. */
  readonly first: number;
  /** What is wrong with that line. */
  readonly because: string;
  readonly delimiter: string;
  /** Cells of the header; undefined for the header itself, after which nothing can be told to be a row. */
  readonly width: number | undefined;
}

/** One record for every line, so that the rows after them keep the numbers that a spreadsheet shows. */
export const mended = ({ lines, first, because, delimiter, width }: Torn): Record[] =>
  lines.map((text, index): Record => {
    if (index === 0) return { because };
    const row = text === '' ? [''] : rowIn(text, delimiter);
    const stray = `line ${first + index} follows a stray quote on line ${first}`;
    return row && (text === '' || isRow(row, width))
      ? row
      : { because: `${stray}, and is no row by itself` };
  });

/** Where the header has one column, every line of a text is as wide. */
const isRow = (row: readonly string[], width: number | undefined): boolean =>
  width !== undefined && width > 1 && row.length === width;

function rowIn(text: string, delimiter: string): string[] | undefined {
  // An odd quote opens or closes what began on another line.
  if (text.split('"').length % 2 === 0) return undefined;
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  return errors.length === 0 && data.length === 1 ? data[0] : undefined;
}
