// Files as people, programs and accidents write them: well written ones, whose records are known; and heaps of quotes,
// separators and line ends, in which every row can be told by its marks.
import fc from 'fast-check';
import { delimiters } from '../../functions/imports/inspect.ts';

export interface Encoded {
  /** The file, cut anywhere. */
  readonly pieces: readonly Buffer[];
  readonly encoding: string;
  readonly delimiter: string;
}

export type Cells = readonly string[];

export interface WellWritten extends Encoded {
  /** Without the header. */
  readonly rows: readonly Cells[];
}

export const header = ['Email', 'City', 'Notes'];

const codePage = (encoding: string): ReadonlyMap<string, number> =>
  new Map(
    Array.from({ length: 256 }, (_, byte): [string, number] => [
      new TextDecoder(encoding).decode(Uint8Array.of(byte)),
      byte,
    ]),
  );
const pages = new Map(['windows-1250', 'windows-1256'].map((name) => [name, codePage(name)]));

/** What a code page does not have stays as it is in others. */
const isIn = (encoding: string, text: string): boolean => {
  const page = pages.get(encoding);
  return !page || [...text].every((one) => page.has(one));
};

function bytesOf(text: string, encoding: string): Buffer {
  const page = pages.get(encoding);
  if (page) return Buffer.from([...text].map((one) => page.get(one) ?? 0x3f));
  if (encoding === 'utf-8') return Buffer.from(text);
  const wide = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? wide.swap16() : wide;
}

const mark = '\uFEFF';
const places = fc.array(fc.nat(), { maxLength: 4 });

/** An empty piece and a piece of one byte are among them. */
export function cut(bytes: Buffer, at: readonly number[]): Buffer[] {
  const inOrder = at.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b);
  const ends = [...inOrder, bytes.length];
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

const encoding = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', ...pages.keys());
const delimiter = fc.constantFrom(...delimiters);
/** A CR and an empty line that ends in LF would be one line end. */
const lineEnds = fc.constantFrom(['\n', '\r\n'], ['\r', '\r\n']);

const letter = fc.constantFrom('a', 'ł', 'ن', '😀', '"', ',', ';', '|', '\n', '\r', ' ', '\t');
const rare = fc.constantFrom('\u0000', mark, '\u2028', '\u0085', '\ufffd', "'", '=', '@');
const short = fc.string({
  unit: fc.oneof({ weight: 9, arbitrary: letter }, { weight: 1, arbitrary: rare }),
  maxLength: 8,
});
const long = fc
  .tuple(fc.constantFrom('x', 'ł', '"', '\n', '😀', ','), fc.nat(70_000))
  .map(([one, times]) => one.repeat(times));
const cell = fc.oneof(
  { weight: 400, arbitrary: short },
  { weight: 40, arbitrary: fc.constantFrom('ann@example.com', 'bob@example.com', '') },
  { weight: 1, arbitrary: long },
);

interface Line {
  readonly cells: Cells;
  /** Also where they need not be. */
  readonly quoted: boolean;
  /** Which of the line ends of its file. */
  readonly end: number;
}

const line: fc.Arbitrary<Line> = fc.record({
  cells: fc.array(cell, { minLength: 1, maxLength: 4 }),
  quoted: fc.boolean(),
  end: fc.nat(1),
});

const writtenAs = ({ cells, quoted }: Line, separator: string): string =>
  cells
    .map((one) =>
      quoted || one.includes(separator) || /["\r\n]/.test(one)
        ? `"${one.replaceAll('"', '""')}"`
        : one,
    )
    .join(separator);

/** As a careful program writes it, with line ends of every kind in one file. */
export const wellWritten: fc.Arbitrary<WellWritten> = fc
  .record({
    encoding,
    delimiter,
    ends: lineEnds,
    lines: fc.array(line, { maxLength: 8 }),
    isMarked: fc.boolean(),
    isEnded: fc.boolean(),
    places,
  })
  .map(({ lines, ends, isMarked, isEnded, places: at, ...one }) => {
    const first: Line = { cells: header, quoted: false, end: 0 };
    const all = [first, ...lines].map((each) => ({
      ...each,
      cells: each.cells.map((text) => (isIn(one.encoding, text) ? text : '?')),
    }));
    const texts = all.map((each) => writtenAs(each, one.delimiter) + ends[each.end]);
    const text = isEnded ? texts.join('') : texts.join('').replace(/(?:\r\n|\r|\n)$/, '');
    const marked = isMarked && !pages.has(one.encoding) ? mark + text : text;
    // After the last line end nothing begins.
    const isLost = !isEnded && /^[\r\n]*$/.test(texts.at(-1) ?? '') && lines.length > 0;
    const rows = all.slice(1, isLost ? -1 : undefined).map(({ cells }) => cells);
    return { ...one, rows, pieces: cut(bytesOf(marked, one.encoding), at) };
  });

const markOf = (index: number): string => `<${index}>`;

const scrap = fc.oneof(
  { weight: 60, arbitrary: fc.constant('mark') },
  { weight: 60, arbitrary: fc.constantFrom('"', '""', ',', ';', '\t', '|', '\n', '\r\n', '\r') },
  { weight: 12, arbitrary: fc.constantFrom('" ', ' "', 'a"', '",', ',"', '"\n', '\n"', '\u0000') },
  { weight: 4, arbitrary: fc.constantFrom(mark, 'ł', 'ن', '😀', '\u2028', ' ', "'=") },
  { weight: 1, arbitrary: long },
);

export interface Heap {
  readonly bytes: Buffer;
  readonly places: readonly number[];
  /** How many marks stand in it, in order. */
  readonly marks: number;
}

/** No program has written it so. Every mark in it stands below the header. */
export const heap: fc.Arbitrary<Heap> = fc
  .record({ encoding, scraps: fc.array(scrap, { maxLength: 60 }), isMarked: fc.boolean(), places })
  .map(({ encoding: name, scraps, isMarked, places: at }) => {
    let marks = 0;
    const texts = scraps.map((one) => (one === 'mark' ? markOf(marks++) : one));
    const text = `${header.join(',')}\n${texts.join('')}`;
    return { bytes: bytesOf(isMarked ? mark + text : text, name), places: at, marks };
  });

/** Bytes that may be no text at all. */
export const rubbish: fc.Arbitrary<Heap> = fc
  .tuple(fc.uint8Array({ maxLength: 200 }), places)
  .map(([bytes, at]) => ({ bytes: Buffer.from(bytes), places: at, marks: 0 }));
