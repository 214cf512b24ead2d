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

  test('with a quote that is never closed is refused, with its row', async () => {
    const line = `${'x'.repeat(99_999)}\n`;
    const endless = ['a,b\nc,d\n"e,', ...Array<string>(50).fill(line)];
    await expect(cut(endless)).rejects.toThrow('opens in the row of line 3 is never closed');
  });
});

describe('a quote that is missing', () => {
  test.each([
    ['a,b\nc,"d\ne,f\ng,h\n', 2],
    ['a,b\n"c\nd",e\n"f,g', 4],
    ['"a,b\nc,d\n', 1],
  ])('at the end of %j is told with its line', async (text, line) => {
    for (const pieces of [[text], [...text]])
      await expect(cut(pieces)).rejects.toThrow(`opens in the row of line ${line} is never closed`);
  });

  test('and that another row closes takes the lines between, each a row that says so', async () => {
    const file = 'Email,Name\na,A\nb,"Bo"b\nc,C\nd,D\ne,"E"\nf,F\n';
    const because =
      'lines 3 to 6 were read as one row: text follows a closing quote, on or after line 3';
    const taken = Array(4).fill({ because });
    for (const pieces of [[file], [...file]])
      expect(await cut(pieces)).toEqual([['Email', 'Name'], ['a', 'A'], ...taken, ['f', 'F']]);
  });

  test('and that its own line closes takes that row alone', async () => {
    const because = 'text follows a closing quote in it, on line 2: a quote is missing';
    expect(await cut(['a,b\n"c"d,"e"\ng,h\n'])).toEqual([['a', 'b'], { because }, ['g', 'h']]);
  });

  test('and that is closed far below does not pass as a long text', async () => {
    const text = `a,b\n"c,d\n${'e,f\n'.repeat(20_000)}g",h\ni,j\n`;
    const because = 'it begins on line 2 and goes on for 20002: a quote is missing';
    expect(await cut([text])).toEqual([['a', 'b'], { because }, ['i', 'j']]);
    const all = partsOf(cutRecords([text], ','));
    expect((await Array.fromAsync(all)).map(({ rows }) => rows)).toEqual([
      [{ because }, ['i', 'j']],
    ]);
  });

  test('and a text of many lines is left alone', async () => {
    const long = 'x\n'.repeat(99);
    expect(await cut([`a,"${long}"\n`])).toEqual([['a', long]]);
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
