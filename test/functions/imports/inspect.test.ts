// A file's beginning: its encoding is known or offered, never guessed in silence.
import { describe, expect, test } from 'vitest';
import { inspectFile } from '../../../functions/imports/inspect.ts';

const look = (bytes: Buffer, more: object = {}) =>
  inspectFile({ name: 'a.csv', sample: bytes.toString('base64'), ...more });

const polish = Buffer.from([
  0x49, 0x6d, 0x69, 0xea, 0x3b, 0x65, 0x2d, 0x6d, 0x61, 0x69, 0x6c, 0x0d, 0x0a, 0xa3, 0x75, 0x6b,
  0x61, 0x73, 0x7a, 0x3b, 0x61, 0x40, 0x62, 0x2e, 0x70, 0x6c,
]);

describe('an encoding', () => {
  test('is UTF-8, with its mark or without', () => {
    for (const mark of ['', '\ufeff'])
      expect(look(Buffer.from(`${mark}ایمیل,نام\na@b.ir,سارا\n`))).toMatchObject({
        encodings: ['utf-8'],
        columns: [
          { header: 'ایمیل', to: 'email' },
          { header: 'نام', name: 'first_name' },
        ],
      });
  });

  test('that is not UTF-8 is offered, the likeliest first', () => {
    expect(look(polish)).toMatchObject({
      encoding: 'windows-1250',
      encodings: ['windows-1250', 'windows-1256'],
      delimiter: ';',
      columns: [{ header: 'Imię', name: 'first_name' }, { to: 'email' }],
      preview: [['Łukasz', 'a@b.pl']],
    });
    // "نام" and "سارا" in windows-1256.
    const persian = Buffer.from([
      0xe4, 0xc7, 0xe3, 0x2c, 0x65, 0x6d, 0x61, 0x69, 0x6c, 0x0a, 0xd3, 0xc7, 0xd1, 0xc7, 0x2c,
      0x61, 0x40, 0x62, 0x2e, 0x69, 0x72,
    ]);
    expect(look(persian)).toMatchObject({
      encoding: 'windows-1256',
      columns: [{ header: 'نام', name: 'first_name' }, { to: 'email' }],
    });
  });

  test('of sixteen bits is known by its mark, and without one', () => {
    const text = Buffer.from('Email,Name\na@b.com,Ann\n', 'utf16le');
    expect(look(Buffer.concat([Buffer.from([0xff, 0xfe]), text]))).toMatchObject({
      encodings: ['utf-16le'],
      columns: [{ to: 'email', header: 'Email' }, {}],
    });
    expect(look(text)).toMatchObject({ encodings: ['utf-16le'] });
    expect(look(Buffer.from(text).swap16())).toMatchObject({
      encodings: ['utf-16be'],
      columns: [{ to: 'email' }, {}],
    });
  });

  test('that is asked for and wrong is refused', () => {
    expect(() => look(polish, { encoding: 'utf-8' })).toThrow('The file is not in utf-8');
  });
});

test.each([
  ['a workbook', Buffer.from('504b0304140006000800000021', 'hex'), 'an Excel workbook'],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'an old Excel workbook'],
  ['a PDF', Buffer.from('%PDF-1.7'), 'a PDF'],
  ['a picture', Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 7) % 32)), 'no text'],
  ['numbers', Buffer.from(new Uint32Array(500).map((_, at) => at).buffer), 'no text'],
])('%s is refused as what it is, and is no text of sixteen bits', (_, bytes, what) => {
  expect(() => look(bytes)).toThrow(`The file is ${what}`);
  expect(() => look(bytes)).toThrow('save it as CSV');
});

test('a header with an open quote is refused with it', () => {
  expect(() => look(Buffer.from('a,"b\nc,d\n'))).toThrow(
    'The header cannot be read: A quote (") that opens in the row of line 1 is never closed',
  );
});

describe('a sample', () => {
  test.each([',', ';', '\t', '|'])('is cut at %j', (mark) => {
    expect(look(Buffer.from(`Email${mark}Name\na@b.com${mark}Ann\n`))).toMatchObject({
      delimiter: mark,
      columns: [{ to: 'email' }, { name: 'name' }],
    });
  });

  test('of one column is one column', () => {
    expect(look(Buffer.from('email\na@b.com\n')).columns).toHaveLength(1);
  });

  test('without a header is refused', () => {
    for (const text of ['', '\n\n', ',,\n', '\ufeff'])
      expect(() => look(Buffer.from(text))).toThrow('it must name the columns');
  });

  test.each([
    ['a,b\n1,"2\n3,4\n', 2],
    ['a,b\n"1\n",2\n"3,4', 4],
  ])('whose quote is left open is warned of: %j', (text, line) => {
    const warning = `A quote (") that opens in the row of line ${line} is never closed`;
    expect(look(Buffer.from(text)).warnings).toEqual([warning]);
  });

  test('whose last row goes on is warned of once no text is so long', () => {
    const open = (lines: number) =>
      Buffer.from(`a,b\n1,"${'x\n'.repeat(lines)}${'y'.repeat(70_000)}`).subarray(0, 65_536);
    expect(look(open(90)).warnings).toEqual([]);
    expect(look(open(120)).warnings).toEqual([
      'A quote (") that opens in the row of line 2 is not closed within 100 lines',
    ]);
    expect(look(Buffer.from('a,b\n"1 ""x""",2\n')).warnings).toEqual([]);
  });

  test('that was torn in the middle of a character or a row is read up to there', () => {
    const text = `Email,Name\n${'sara@example.ir,سارا\n'.repeat(5_000)}`;
    const torn = Buffer.from(text).subarray(0, 65_536);
    const { preview, encodings } = look(torn);
    expect(encodings).toEqual(['utf-8']);
    expect(preview).toHaveLength(5);
  });
});
