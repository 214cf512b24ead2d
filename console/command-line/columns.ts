// Where columns go, as one writes it on a command line: --map "Age=age:number" --map "Joined=joined:date:day_first"
// --map "Notes=-". What is not said stays as the API has proposed it.
import { Misused } from './command.ts';

export interface Column {
  readonly header: string;
  readonly to: string;
  readonly name?: string;
  readonly type?: string;
  readonly order?: string;
  readonly decimal?: string;
  readonly country?: string;
}

const places = [
  ...['email', 'user', 'tags', 'channel'],
  ...['consent', 'consent_at', 'unsubscribed', 'withdrawn_at'],
  ...['answered_at', 'suppressed', 'topics', 'keys', 'attributes'],
];
/** A column that says no is heard, whichever others say so, too. */
const repeatable = new Set(['tags', 'consent', 'unsubscribed']);
const types = ['text', 'number', 'boolean', 'date', 'phone'];
/** What a third word says of a column of that type. */
const details: Readonly<Record<string, string>> = { number: 'decimal', phone: 'country' };

/** Throws Misused for what is not understood, and for columns that are not there. */
export function mapped(proposed: readonly Column[], wishes: readonly string[]): Column[] {
  const wished = new Map(wishes.map(wishOf));
  const known = new Set(proposed.map(({ header }) => header));
  const unknown = [...wished.keys()].find((header) => !known.has(header));
  if (unknown !== undefined)
    throw new Misused(`There is no column "${unknown}": there are ${[...known].join(', ')}`);
  const taken = new Set([...wished.values()].map(placeOf));
  return proposed.map((column) => {
    const wish = wished.get(column.header);
    if (wish) return { header: column.header, ...wish };
    // Who gives a place to another column takes it from the one that was proposed for it.
    return taken.has(placeOf(column)) && !repeatable.has(column.to)
      ? { header: column.header, to: 'ignore' }
      : column;
  });
}

type Wish = Omit<Column, 'header'>;

const placeOf = ({ to, name }: Wish): string => (to === 'attribute' ? `attribute ${name}` : to);

function wishOf(text: string): readonly [string, Wish] {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new Misused(`--map "${text}" is not of the form "Column=place"`);
  return [text.slice(0, at), destination(text.slice(at + 1))];
}

function destination(text: string): Wish {
  const [name = '', type, detail] = text.split(':');
  if (name === '-') return { to: 'ignore' };
  if (places.includes(name)) return { to: name, ...(type !== undefined && { order: type }) };
  return { to: 'attribute', name, ...typeOf(text, type, detail) };
}

function typeOf(text: string, type = 'text', detail?: string): Pick<Wish, 'type'> {
  if (text.startsWith(':') || text === '' || !types.includes(type))
    throw new Misused(
      `"${text}" is no place: a name, and :text, :number, :boolean, :date or :phone`,
    );
  return { type, ...(detail !== undefined && { [details[type] ?? 'order']: detail }) };
}

/** "First Name → first_name", one line each. */
export const told = (columns: readonly Column[]): string[] =>
  columns.map((column) => {
    const { header, to, name, type, order, decimal, country } = column;
    const place = to === 'attribute' ? [name, type, order, decimal, country] : [to, order];
    return `  ${header} → ${to === 'ignore' ? 'left out' : place.filter(Boolean).join(':')}`;
  });
