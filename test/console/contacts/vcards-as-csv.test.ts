// A file of vCards chosen in the browser goes the way of a file of CSV.
import { expect, it } from 'vitest';
import { asCsv } from '../../../console/web/pages/contacts/imports/as-csv.ts';

const card = (...lines: string[]) =>
  ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
const fileOf = (text: string, name = 'people.vcf') => new File([text], name, { lastModified: 7 });

it('has a header and a row for each card', async () => {
  const nora = card('N:Lind;Nora;;;', 'EMAIL:nora@example.com', 'ORG:Lind\\, Sons;Oslo');
  const jan = card(
    'N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=C5=81uk;Jan;;;',
    'EMAIL:jan@example.com',
  );
  const csv = await asCsv(fileOf(nora + jan));
  expect(csv).toMatchObject({ name: 'people.vcf', lastModified: 7 });
  const [header, ...rows] = (await csv.text()).split('\r\n');
  expect(header).toMatch(/^email,first_name,last_name,/);
  expect(rows).toEqual([
    'nora@example.com,Nora,Lind,,,"Lind, Sons",,,,,,,',
    'jan@example.com,Jan,Łuk,,,,,,,,,,',
  ]);
});

it('is refused where it is cut short', async () => {
  const cut = asCsv(fileOf('BEGIN:VCARD\r\nEMAIL:nora@example.com\r\n'));
  await expect(cut).rejects.toThrow('the card does not end');
});

it('is itself, if it is no file of vCards', async () => {
  const file = fileOf('email\nnora@example.com', 'people.csv');
  expect(await asCsv(file)).toBe(file);
});
