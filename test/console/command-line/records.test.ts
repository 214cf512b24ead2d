// Records are the same wherever a file is cut; what cannot be one is told by its row.
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { partsOf } from '../../../console/command-line/parts.ts';
import { cutRecords } from '../../../console/command-line/records.ts';

const cut = async (pieces: readonly string[], delimiter = ',') =>
  (await Array.fromAsync(cutRecords(pieces, delimiter))).flat();

/** At these places, wherever they are. */
function piecesOf(text: string, places: readonly number[]): string[] {
  const at = [
    0,
    ...places.map((place) => place % (text.length + 1)).sort((a, b) => a - b),
    text.length,
  ];
  return at.slice(1).map((end, index) => text.slice(at[index], end));
}

const cell = fc.string({
  unit: fc.constantFrom('a', 'ł', 'ن', '😀', '"', ',', ';', '\n', '\r', ' ', '\t'),
});
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const delimiter = fc.constantFrom(',', ';', '\t', '|');
const places = fc.array(fc.nat(), { maxLength: 8 });

describe('a file', () => {
  test('that is well written is read as it was written, wherever it is cut', async () => {
    const records = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(records, places, lineEnd, delimiter, async (written, at, newline, mark) => {
        const text = Papa.unparse(written, { newline, delimiter: mark, quotes: true });
        const plain = written.map((one) => one.map((text) => text.replace(/\r\n?/g, '\n')));
        expect(await cut(piecesOf(text, at), mark)).toEqual(plain);
        expect(await cut([`${text}${newline}`], mark)).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });

  test('of any text is the same records, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', 'é'), maxLength: 60 }),
        places,
        async (text, at) => {
          const [whole, cutUp] = await Promise.allSettled([cut([text]), cut(piecesOf(text, at))]);
          expect(cutUp).toEqual(whole);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,b\r\n\r\nc\r\n', [['a', 'b'], [''], ['c']]],
    ['a "nice" b,c\n', [['a "nice" b', 'c']]],
    ['"a\r\nb",c\r\n', [['a\nb', 'c']]],
    ['"a" ,"b"\n', [['a', 'b']]],
    ['a\rb\r', [['a'], ['b']]],
    ['', []],
  ])('of %j is %j', async (text, expected) => {
    expect(await cut([text])).toEqual(expected);
  });

  test('of one endless line is refused', async () => {
    const endless = ['a,b\nc,"', ...Array<string>(50).fill('x'.repeat(100_000))];
    await expect(cut(endless)).rejects.toThrow('Line 2 goes on for');
  });
});

const open = (line: number) => ({
  because: `a quote (") that opens on line ${line} is never closed`,
});
const follows = (line: number, first: number) => ({
  because: `line ${line} follows a stray quote on line ${first}, and is no row by itself`,
});

describe('a quote that is missing', () => {
  test.each([
    ['a,b\nc,"d\ne,f\ng,h\n', [['a', 'b'], open(2), ['e', 'f'], ['g', 'h']]],
    ['a,b\n"c\nd",e\n"f,g', [['a', 'b'], ['c\nd', 'e'], open(4)]],
    ['a,b\nc,"d\n\nmore\ne,"f', [['a', 'b'], open(2), [''], follows(4, 2), follows(5, 2)]],
    ['"a,b\nc,d\n', [open(1), follows(2, 1)]],
    ['a\n"b\nc\n', [['a'], open(2), follows(3, 2)]],
  ])('at the end of %j costs its own line, and what is no row', async (text, expected) => {
    for (const pieces of [[text], [...text]]) expect(await cut(pieces)).toEqual(expected);
  });

  test('through megabytes costs its own line', async () => {
    const piece = `${'c'.repeat(1_000)},d\n`.repeat(250);
    const found = await cut(['a,b\n"c,d\n', ...Array<string>(20).fill(piece)]);
    expect(found).toHaveLength(2 + 20 * 250);
    expect(found.filter((one) => 'because' in one)).toEqual([open(2)]);
  });

  test('and that another row closes costs its own line, and none between', async () => {
    const file = 'Email,Name\na,A\nb,"Bo"b\nc,C\nd,D\ne,"E"\nf,F\n';
    const because =
      'text follows a closing quote in lines 3 to 6: a quote strays on or after line 3';
    const rows = [
      ['c', 'C'],
      ['d', 'D'],
      ['e', 'E'],
      ['f', 'F'],
    ];
    for (const pieces of [[file], [...file]])
      expect(await cut(pieces)).toEqual([['Email', 'Name'], ['a', 'A'], { because }, ...rows]);
  });

  test('and that its own line closes takes that row alone', async () => {
    const because = 'text follows a closing quote in it, on line 2: a quote is missing';
    expect(await cut(['a,b\n"c"d,"e"\ng,h\n'])).toEqual([['a', 'b'], { because }, ['g', 'h']]);
  });

  test('and that is closed far below does not pass as a long text', async () => {
    const text = `a,b\n"c,d\n${'e,f\n'.repeat(2_000)}g",h\ni,j\n`;
    const because = 'it begins on line 2 and goes on for 2002: a quote is missing';
    const rows = Array<string[]>(2_000).fill(['e', 'f']);
    const [, ...found] = await cut([text]);
    expect(found).toEqual([{ because }, ...rows, follows(2_003, 2), ['i', 'j']]);
    const all = await Array.fromAsync(partsOf(cutRecords([text], ',')));
    expect(all.map((part) => part.rows)).toEqual([found]);
  });

  test('and a text of many lines is left alone', async () => {
    const long = 'x\n'.repeat(99);
    expect(await cut([`a,"${long}"\n`])).toEqual([['a', long]]);
    const because = 'it begins on line 2 and goes on for 101: a quote is missing';
    expect(await cut([`a,b\nc,"x${long}\n"\nd,e`])).toEqual([['a', 'b'], { because }, ['d', 'e']]);
  });
});

describe('parts', () => {
  async function* batches(...all: string[][][]) {
    yield* all;
  }
  const header = ['Email', 'City'];
  const rows = Array.from({ length: 9_000 }, (_, index) => [`p${index}@example.com`, 'Rome']);

  test('hold every row once, in order, and know the number of their first', async () => {
    const parts = await Array.fromAsync(
      partsOf(batches([header], rows.slice(0, 10), rows.slice(10))),
    );
    expect(parts.flatMap((part) => part.rows)).toEqual(rows);
    expect(parts.length).toBeGreaterThan(2);
    for (const { number, first, rows: some } of parts)
      expect([number, some[0]]).toEqual([parts[number]?.number, rows[first - 2]]);
  });

  test('are the same however the records came', async () => {
    const one = await Array.fromAsync(partsOf(batches([header, ...rows])));
    const many = await Array.fromAsync(partsOf(batches([header], ...rows.map((row) => [row]))));
    expect(many).toEqual(one);
  });

  test('tell of rows that are too large, and hold nothing that nobody sees', async () => {
    const odd = [
      ['a@example.com', 'x'.repeat(70_000)],
      ['b@example.com', 'a\u0000b'],
      [''],
      Array<string>(3_000).fill(''),
    ];
    const [part] = await Array.fromAsync(partsOf(batches([header, ...odd])));
    expect(part?.rows).toEqual([
      { because: 'it holds 70021 bytes: 65536 are the most' },
      ['b@example.com', 'a b'],
      [],
      { because: 'it has 3000 cells: 2100 are the most' },
    ]);
  });
});
