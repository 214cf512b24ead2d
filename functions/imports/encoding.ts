// Bytes to text, strictly. What is not UTF-8 is not guessed in silence: the readings that are possible are offered.

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1250', 'windows-1256'] as const;
export type Encoding = (typeof encodings)[number];

/** The text of a sample, whose end may have cut a character; undefined when it is not of this encoding. */
export function decode(sample: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
  } catch {
    return undefined;
  }
}

/** The likeliest first. Only one where there is no doubt. */
export function encodingsOf(sample: Uint8Array): Encoding[] {
  const marked = markOf(sample);
  if (marked) return [marked];
  const wide = zerosIn(sample);
  if (wide) return [wide];
  if (decode(sample, 'utf-8') !== undefined) return ['utf-8'];
  const likely = letters(sample, 'windows-1250') >= letters(sample, 'windows-1256');
  return likely ? ['windows-1250', 'windows-1256'] : ['windows-1256', 'windows-1250'];
}

function markOf([one, two, three]: Uint8Array): Encoding | undefined {
  if (one === 0xef && two === 0xbb && three === 0xbf) return 'utf-8';
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  return one === 0xfe && two === 0xff ? 'utf-16be' : undefined;
}

/** Text without NULs is no UTF-16 of any header in Latin letters; delimiters and digits are there in every language. */
function zerosIn(sample: Uint8Array): Encoding | undefined {
  const even = sample.filter((byte, index) => byte === 0 && index % 2 === 0).length;
  const odd = sample.filter((byte, index) => byte === 0 && index % 2 === 1).length;
  if (Math.max(even, odd) < sample.length / 20) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

const own: Partial<Record<Encoding, RegExp>> = {
  'windows-1250': /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻáéíúýčďěňřšťůžőűâîășț]/g,
  'windows-1256': /\p{Script=Arabic}/gu,
};

/** How many characters are letters of the languages that the encoding was made for. */
const letters = (sample: Uint8Array, encoding: Encoding): number =>
  decode(sample, encoding)?.match(own[encoding] ?? /$^/)?.length ?? 0;

const marks: readonly (readonly [string, string])[] = [
  ['504b0304', 'an Excel workbook, or another compressed file'],
  ['d0cf11e0', 'an old Excel workbook'],
  ['25504446', 'a PDF'],
  ['1f8b', 'compressed'],
];

/** What a file is that is no text at all, by its first bytes; else whether it is full of what no text has. */
export function foreignIn(sample: Buffer, text: string | undefined): string | undefined {
  const beginning = sample.toString('hex', 0, 4);
  const known = marks.find(([mark]) => beginning.startsWith(mark))?.[1];
  if (known !== undefined || text === undefined) return known;
  const odd = text.match(/[^\P{C}\p{Cf}\t\n\r]/gu)?.length ?? 0;
  return odd > Math.max(8, text.length / 20) ? 'no text' : undefined;
}
