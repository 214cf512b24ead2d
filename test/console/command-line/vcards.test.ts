// vCards as address books and phones write them: each is a row, its name, zone and language with it, and nothing is guessed.
import { expect, test } from 'vitest';
import { cardRecords, header, sampleOf } from '../../../console/command-line/vcards.ts';

const cards = async (text: string, size = text.length) => {
  const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
  const [first, ...rows] = (await Array.fromAsync(cardRecords(pieces))).flat();
  expect(first).toEqual(header);
  return rows.map((row) =>
    'because' in row
      ? row
      : Object.fromEntries(header.flatMap((name, at) => (row[at] ? [[name, row[at]]] : []))),
  );
};
const card = (...lines: readonly string[]) =>
  ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');

const persian = card(
  'VERSION:4.0',
  'FN:سارا رضایی',
  'N:رضایی;سارا;;;',
  'EMAIL;TYPE=home:old@example.ir',
  'EMAIL;PREF=1:mailto:sara@example.ir',
  'TEL;VALUE=uri;TYPE="voice,home":tel:+98-21-555-0100',
  'TZ:Asia/Tehran',
  'LANG:fa',
  'BDAY:19850412',
  'NOTE:یک\\nدو\\, سه',
  'PHOTO:data:image/png;base64,AAAA',
  ' BBBB',
);

test('a card of version 4.0 in Persian brings name, zone and language', async () => {
  const sara = {
    email: 'sara@example.ir',
    first_name: 'سارا',
    last_name: 'رضایی',
    name: 'سارا رضایی',
    phone: '+98-21-555-0100',
    timezone: 'Asia/Tehran',
    language: 'fa',
    birthday: '1985-04-12',
    notes: 'یک\nدو, سه',
  };
  for (const size of [1, 7, 10_000]) expect(await cards(persian, size)).toEqual([sara]);
  expect((await sampleOf(persian)).warnings).toEqual([]);
});

test('cards of 3.0 and 2.1 from a phone are taken, and it is said that they are old', async () => {
  const old = card(
    'VERSION:3.0',
    'N:Żak;Łukasz;;;',
    'FN:Łukasz Ż',
    ' ak',
    'ORG:Firma\\; Syn;Biuro',
    'item1.EMAIL;type=INTERNET;type=pref:lukasz@example.pl',
    'TZ:+01:00',
    'BDAY:--0412',
  );
  const older = card(
    'VERSION:2.1',
    'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;=C5=81ukasz=',
    ';;;',
    'EMAIL;PREF;INTERNET:l@example.pl',
  );
  expect(await cards(old + older)).toEqual([
    {
      ...{ email: 'lukasz@example.pl', first_name: 'Łukasz', last_name: 'Żak' },
      ...{ name: 'Łukasz Żak', company: 'Firma; Syn' },
    },
    { email: 'l@example.pl', first_name: 'Łukasz' },
  ]);
  expect((await sampleOf(old + older)).warnings).toEqual([
    'Its cards are of version 3.0, 2.1, and are read as those of 4.0',
  ]);
});

test('a card that does not end is told, and costs no other', async () => {
  const because = 'the card does not end: END:VCARD is missing';
  expect(await cards(`${persian}BEGIN:VCARD\r\nEMAIL:a@b.c`)).toMatchObject([
    { language: 'fa' },
    { because },
  ]);
});
