// One row of a file: whom it is about and what it says of them; or why it cannot be taken. A cell that cannot be read
// is left out and told of; a row that does not say who it is about is rejected. Reasons quote no cell: they are kept for
// longer than the people may be that they are about.
import type { Changes } from '../../workflows/model/changes.ts';
import type { Imported } from '../../workflows/model/imported.ts';
import type { Instant } from '../../workflows/model/time.ts';
import { sendable } from '../channels/email/address.ts';
import { phoneOf } from '../phone.ts';
import { readAddress } from '../sources/address.ts';
import { type Cell, readCell, readTags, unescaped } from './cells.ts';
import { attributesOf, leftIn, tagsOf, usersIn } from './own-export.ts';
import { type Filled, wishIn } from './read-wish.ts';
import type { Column, ImportSettings } from './settings.ts';

export interface ReadRow extends Pick<Imported, 'wish' | 'dead' | 'left'> {
  readonly user?: string;
  readonly email?: string;
  /** Without the address. */
  readonly changes: Changes;
  /** What was left out. */
  readonly notes: readonly string[];
}

type Refusal = { readonly rejected: string } | { readonly empty: true };

export interface Reading {
  readonly settings: ImportSettings;
  /** The name of the file, for what the settings do not say. */
  readonly file: string;
  readonly now: Instant;
}

const longestCell = 32_768;

export function readRow(reading: Reading, cells: readonly string[]): ReadRow | Refusal {
  if (cells.every((cell) => cell.trim() === '')) return { empty: true };
  const { columns } = reading.settings;
  const rejected = misfit(columns, cells);
  if (rejected !== undefined) return { rejected };
  const filled = columns.flatMap((column, index): Filled[] => {
    const text = unescaped((cells[index] ?? '').trim());
    return text === '' || column.to === 'ignore' ? [] : [{ column, text }];
  });
  const who = identify(filled);
  if ('rejected' in who) return who;
  const short =
    cells.length < columns.length ? [`it has ${cells.length} of ${columns.length} cells`] : [];
  const { changes, notes } = changesOf(reading, filled);
  const wished = wishIn(reading, filled, who.email);
  const topics = leftIn(textOf(filled, 'topics') ?? '');
  const left = topics.length > 0 && { left: { topics, at: reading.now, source: reading.file } };
  return { ...who, changes, ...wished, ...left, notes: [...short, ...notes, ...wished.notes] };
}

/** A row that is longer than the header was torn: a delimiter stands in it unquoted, and nothing is where it belongs. */
function misfit(columns: readonly Column[], cells: readonly string[]): string | undefined {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  if (last >= columns.length)
    return `it has ${cells.length} cells, and the header ${columns.length}: a quote is missing`;
  const long = cells.findIndex((cell) => cell.length > longestCell);
  if (long < 0) return undefined;
  return `"${columns[long]?.header}" holds ${cells[long]?.length} characters: ${longestCell} are the most`;
}

const textOf = (filled: readonly Filled[], to: Column['to']): string | undefined =>
  filled.find(({ column }) => column.to === to)?.text;

const usersOf = (filled: readonly Filled[]): readonly string[] => {
  const user = textOf(filled, 'user');
  return user === undefined ? usersIn(textOf(filled, 'keys') ?? '') : [user];
};

function identify(
  filled: readonly Filled[],
): Pick<ReadRow, 'user' | 'email'> | { readonly rejected: string } {
  const channel = textOf(filled, 'channel');
  if (channel !== undefined && !/^e-?mail$/i.test(channel))
    return { rejected: 'it is of another channel, and only EMAIL is imported' };
  const [user, ...others] = usersOf(filled);
  // To keep one of them would lose the others; and of which of them the row is true nobody can say.
  if (others.length > 0)
    return { rejected: `its keys name ${others.length + 1} users, and a row is about one` };
  if (user !== undefined && user.length > 200)
    return { rejected: 'its id is longer than 200 characters' };
  const id = user === undefined ? {} : { user };
  const written = textOf(filled, 'email');
  if (written !== undefined) return withAddress(written, id);
  return user === undefined ? { rejected: 'it says neither an address nor an id' } : id;
}

function withAddress(written: string, id: Pick<ReadRow, 'user'>) {
  const email = readAddress(written);
  if (email === undefined) return { rejected: 'its address is not an email address' };
  const way = sendable(email);
  return 'refused' in way ? { rejected: unreachable[way.refused] } : { ...id, email };
}

const unreachable = {
  not_an_address: 'no mail can be sent to such an address',
  too_long: 'its address is too long to send mail to',
  unsupported_local_part: 'no mail can be sent to an address with such letters before the @',
} as const;

function changesOf({ settings }: Reading, filled: readonly Filled[]) {
  const { set, notes } = attributesIn(filled);
  const tags = [...(settings.tags ?? []), ...filled.flatMap(tagsIn)];
  const tag = [...new Set(tags)].filter((one) => one.length <= longestTag).slice(0, mostTags);
  const { lists: join } = settings;
  const changes: Changes = {
    ...(Object.keys(set).length > 0 && { set }),
    ...(tag.length > 0 && { tag }),
    ...(join && { join: [...join] }),
  };
  const isAll = tag.length === new Set(tags).size;
  const left = `tags beyond ${mostTags}, or longer than ${longestTag} characters, left out`;
  return { changes, notes: isAll ? notes : [...notes, left] };
}

const longestTag = 100;
const mostTags = 50;

function attributesIn(filled: readonly Filled[]) {
  const set: NonNullable<Changes['set']> = {};
  const notes: string[] = [];
  for (const one of filled) {
    const found = attributesOfCell(one);
    if ('fault' in found) notes.push(`"${one.column.header}" ${found.fault}, left out`);
    else Object.assign(set, found.set);
  }
  return { set, notes };
}

function attributesOfCell({
  column,
  text,
}: Filled): { readonly set: Changes['set'] } | { readonly fault: string } {
  if (column.to === 'attributes') {
    const set = attributesOf(text);
    return set ? { set } : { fault: 'is no object of JSON' };
  }
  if (column.to !== 'attribute') return { set: {} };
  const { type, country } = column;
  const cell = type === 'phone' ? readPhone(text, country) : readCell(text, { ...column, type });
  return 'value' in cell ? { set: { [column.name]: cell.value } } : cell;
}

function readPhone(text: string, country: string | undefined): Cell {
  const value = phoneOf(text, country);
  const code = country ? `of ${country}` : 'with the code of its country, and no country is named';
  return value ? { value } : { fault: `is no phone number ${code}` };
}

function tagsIn({ column, text }: Filled): readonly string[] {
  if (column.to === 'attributes') return tagsOf(text);
  return column.to === 'tags' ? readTags(text) : [];
}
