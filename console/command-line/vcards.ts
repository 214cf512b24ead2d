// A file of vCards (RFC 6350, and 3.0 and 2.1 as phones write them) as rows under a header, as a file of CSV would hold
// them. Photos and all that no column is for are left out; a card without an address is a row without one, and told so.
import type { Record } from './records.ts';

export const header = [
  ...['email', 'first_name', 'last_name', 'name', 'phone', 'company', 'job_title'],
  ...['timezone', 'language', 'birthday', 'tags', 'website', 'notes'],
] as const;

interface Property {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

export const isVcard = (path: string): boolean => /\.(?:vcf|vcard)$/i.test(path);

/** In batches of one; the header first. */
export async function* cardRecords(
  pieces: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<readonly Record[]> {
  yield [[...header]];
  let card: string[] | undefined;
  for await (const line of linesOf(pieces)) {
    if (/^BEGIN:VCARD\s*$/i.test(line)) card = [];
    else if (/^END:VCARD\s*$/i.test(line) && card) {
      yield [rowOf(unfolded(card).flatMap(propertyIn))];
      card = undefined;
    } else card?.push(line);
  }
  if (card) yield [{ because: 'the card does not end: END:VCARD is missing' }];
}

async function* linesOf(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest.replace(/\r$/, '');
}

/** Long lines go on after a blank, or, in 2.1, after the "=" of quoted-printable. */
function unfolded(lines: readonly string[]): string[] {
  const whole: string[] = [];
  for (const line of lines) {
    const last = whole.at(-1) ?? '';
    if (/^[ \t]/.test(line)) whole.splice(-1, 1, last + line.slice(1));
    else if (last.endsWith('=') && isQuoted(last)) whole.splice(-1, 1, last.slice(0, -1) + line);
    else whole.push(line);
  }
  return whole;
}

const isQuoted = (line: string): boolean => /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(line);

/** "item1.EMAIL;TYPE=work:a@b" */
function propertyIn(line: string): Property[] {
  const [, name, parameters = '', value] =
    /^(?:[\w-]+\.)?([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)$/s.exec(line) ?? [];
  if (name === undefined || value === undefined) return [];
  const text = isQuoted(line) ? fromQuoted(value) : value;
  return [{ name: name.toUpperCase(), parameters: parameters.toLowerCase(), value: text }];
}

function fromQuoted(value: string): string {
  const bytes = value.replace(/=([0-9a-f]{2})/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return new TextDecoder().decode(Uint8Array.from(bytes, (one) => one.charCodeAt(0)));
}

function rowOf(card: readonly Property[]): Record {
  const [last, first] = partsOf(chosen(card, 'N'));
  const [company] = partsOf(chosen(card, 'ORG'));
  const cells: { readonly [column in (typeof header)[number]]: string | undefined } = {
    email: plain(chosen(card, 'EMAIL')).replace(/^mailto:/i, ''),
    first_name: first,
    last_name: last,
    name: plain(chosen(card, 'FN')),
    phone: plain(chosen(card, 'TEL')).replace(/^tel:/i, ''),
    company,
    job_title: plain(chosen(card, 'TITLE')),
    // An offset is no zone: it knows no daylight saving.
    timezone: /^[A-Za-z_]+\/[\w/+-]+$/.exec(plain(chosen(card, 'TZ')))?.[0],
    language: plain(chosen(card, 'LANG')),
    birthday: dayIn(plain(chosen(card, 'BDAY'))),
    tags: plain(chosen(card, 'CATEGORIES')),
    website: plain(chosen(card, 'URL')),
    notes: plain(chosen(card, 'NOTE')),
  };
  return header.map((column) => cells[column] ?? '');
}

/** Of several the preferred one, else the first. */
function chosen(card: readonly Property[], wanted: string): string {
  const all = card.filter(({ name, value }) => name === wanted && value.trim() !== '');
  const preferred = all.find(({ parameters }) => /[;=,"]pref(?:=1\b|[;,"]|$)/.test(parameters));
  return (preferred ?? all[0])?.value ?? '';
}

const plain = (value: string): string =>
  value.replace(/\\([\s\S])/g, (_, one: string) => (/n/i.test(one) ? '\n' : one)).trim();

/** Cut at semicolons that are not escaped. */
const partsOf = (value: string): string[] => value.split(/(?<!\\);/).map(plain);

/** "19850412" and "1985-04-12T…"; a day without its year is no date here. */
const dayIn = (value: string): string | undefined => {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})(?:T|$)/.exec(value) ?? [];
  return year && `${year}-${month}-${day}`;
};

/** Cells of a sample: enough to tell what they hold. */
const sampled = { cards: 20, letters: 200 };

/** The beginning of such a file as it would be in CSV, and what is to be said of it. */
export async function sampleOf(
  text: string,
): Promise<{ readonly rows: string[][]; readonly warnings: string[] }> {
  const records = (await Array.fromAsync(cardRecords([text]))).flat();
  const rows = records.flatMap((one) =>
    'because' in one ? [] : [one.map((cell) => cell.slice(0, sampled.letters))],
  );
  const versions = new Set([...text.matchAll(/^VERSION:\s*([\d.]+)/gim)].map(([, found]) => found));
  versions.delete('4.0');
  const older = `Its cards are of version ${[...versions].join(', ')}, and are read as those of 4.0`;
  return { rows: rows.slice(0, sampled.cards + 1), warnings: versions.size > 0 ? [older] : [] };
}
