// Looks at the beginning of a file: how it is written, whose export it is, where its columns would go, and what its
// first rows look like.
import Papa from 'papaparse';
import * as z from 'zod';
import { Refused } from '../errors.ts';
import { decode, type Encoding, encodings, encodingsOf, foreignIn } from './encoding.ts';
import { propose } from './propose.ts';
import { type Product, recognize } from './recognize.ts';
import type { Column, ImportSettings } from './settings.ts';

const mostBytes = 64 * 1_024;

export const delimiters = [',', ';', '\t', '|'] as const;

export const inspectRequest = z.strictObject({
  name: z.string().min(1).max(300),
  /** The first bytes of the file, up to 64 KB. */
  sample: z.base64().max(Math.ceil(mostBytes / 3) * 4),
  encoding: z.optional(z.enum(encodings)),
  delimiter: z.optional(z.enum(delimiters)),
});

interface Inspected {
  readonly encoding: Encoding;
  /** All that it may be, the likeliest first; one where there is no doubt. */
  readonly encodings: readonly Encoding[];
  readonly delimiter: string;
  readonly product: Product;
  readonly treat: ImportSettings['treat'];
  readonly columns: readonly Column[];
  /** The first rows, cell by cell. */
  readonly preview: readonly (readonly string[])[];
  /** What would reject rows of it. */
  readonly warnings: readonly string[];
}

/** Throws Refused(422) for a workbook, without a header, and for bytes not of the encoding that was asked for. */
export function inspectFile(request: z.output<typeof inspectRequest>): Inspected {
  const sample = Buffer.from(request.sample, 'base64');
  const possible = request.encoding ? [request.encoding] : encodingsOf(sample);
  const [encoding = 'utf-8'] = possible;
  const text = decode(sample, encoding);
  const foreign = foreignIn(sample, text);
  if (foreign !== undefined)
    throw new Refused(422, `The file is ${foreign}: open it in its program and save it as CSV`, {
      at: 'sample',
    });
  if (text === undefined)
    throw new Refused(422, `The file is not in ${encoding}`, { at: 'encoding' });
  const isWhole = sample.length < mostBytes;
  const { rows, delimiter, warnings } = parse(
    text.replace(/\r\n?/g, '\n'),
    request.delimiter,
    isWhole,
  );
  const [header, ...others] = rows;
  if (!header?.some((name) => name.trim() !== ''))
    throw new Refused(422, 'The file is empty, or its first row is: it must name the columns', {
      at: 'sample',
    });
  const { product, treat } = recognize(request.name, header);
  const looked = others.slice(0, 200);
  return {
    ...{ encoding, encodings: possible, delimiter, product, treat },
    columns: propose(
      header.map((name) => name.trim()),
      looked,
      product,
    ),
    preview: others.slice(0, 5),
    warnings,
  };
}

/** The last row of a sample that goes on is torn. */
function parse(text: string, delimiter: string | undefined, isWhole: boolean) {
  const { data, meta, errors } = Papa.parse<string[]>(text, {
    newline: '\n',
    delimiter: delimiter ?? '',
    delimitersToGuess: [...delimiters],
    skipEmptyLines: 'greedy',
    preview: 300,
  });
  const rows = isWhole || data.length < 2 ? data : data.slice(0, -1);
  const isOpen = errors.some(({ code }) => code === 'MissingQuotes');
  const warnings = isOpen ? openQuote(text, data.at(-1) ?? [], isWhole) : [];
  if (data.length < 2 && warnings[0] !== undefined)
    throw new Refused(422, `The header cannot be read: ${warnings[0]}`, { at: 'sample' });
  return { rows, delimiter: meta.delimiter, warnings };
}

/** Lines of one row. Where it has more, a quote that should close it is missing. */
const mostLines = 100;

/** In what goes on after the sample a long text may close yet. */
function openQuote(text: string, last: readonly string[], isWhole: boolean): string[] {
  const lines = last.join('').split('\n').length;
  if (!isWhole && lines <= mostLines) return [];
  const line = text.split('\n').length - lines + 1;
  const until = isWhole ? 'is never closed' : `is not closed within ${mostLines} lines`;
  return [`A quote (") that opens in the row of line ${line} ${until}`];
}
