// Types of attributes: what a value that arrives is taken for. A value is coerced only where nothing of it is lost;
// what does not fit is left out with the reason, and never costs the event it came with.
import { foldDigits, numberOf } from '../conditions/fold.ts';
import { shown } from '../conditions/words.ts';
import { dayWithoutYear, readDate } from './calendar-date.ts';
import type { Fields, Json } from './event.ts';
import { nameOf, reservedTypes } from './reserved-attributes.ts';

export const attributeTypes = ['text', 'number', 'boolean', 'date', 'list'] as const;
export type AttributeType = (typeof attributeTypes)[number];

export interface DeclaredAttribute {
  /** "plan"; of an account "account.plan". */
  readonly name: string;
  readonly type: AttributeType;
  readonly description?: string;
}

/** By name. */
export type Attributes = ReadonlyMap<string, Pick<DeclaredAttribute, 'type'>>;

/** What the owner has declared, before what the name says by itself; undefined where anything goes. */
export const typeOf = (declared: Attributes | undefined, name: string): AttributeType | undefined =>
  declared?.get(name)?.type ?? reservedTypes.get(name);

export interface Mistyped {
  readonly name: string;
  readonly because: string;
}

interface Typed {
  /** Under the names that they are kept by. */
  readonly fields: Fields;
  readonly refused: readonly Mistyped[];
}

/** Null clears, whatever the type. `of` is what names are declared with: "account." for those of an account. */
export function typed(fields: Fields, declared?: Attributes, of = ''): Typed {
  const kept: [string, Json][] = [];
  const refused: Mistyped[] = [];
  for (const [given, value] of Object.entries(fields)) {
    const name = nameOf(given);
    const type = typeOf(declared, `${of}${name}`);
    const one = type === undefined || value === null ? value : asType(value, type);
    if (one !== undefined) kept.push([name, one]);
    else
      refused.push({
        name: `${of}${name}`,
        because: `${articles[type ?? 'text']}, not ${shown(value)}`,
      });
  }
  return { fields: Object.fromEntries(kept), refused };
}

/** "age is a number, not old": for a timeline, of bounded length. */
export const refusedWords = (refused: readonly Mistyped[]): string =>
  refused
    .map(({ name, because }) => `${name} is ${because}`)
    .join('; ')
    .slice(0, 500)
    .toWellFormed();

const articles: Readonly<Record<AttributeType, string>> = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date such as 2026-05-01',
  list: 'a list',
};

/** The value as that type; undefined when it cannot be, or when something of it would be lost. */
export function asType(value: Json, type: AttributeType): Json | undefined {
  switch (type) {
    case 'text':
      return typeof value === 'object' ? undefined : String(value);
    case 'number':
      return asNumber(value);
    case 'boolean':
      return booleans.get(
        typeof value === 'object' ? '' : foldDigits(String(value)).trim().toLowerCase(),
      );
    case 'date':
      return asDate(value);
    case 'list':
      return Array.isArray(value) ? value : asOnlyMember(value);
    default:
      return type satisfies never;
  }
}

/** A form with one box ticked sends no list. */
const asOnlyMember = (value: Json): Json | undefined =>
  typeof value === 'object' ? undefined : [value];

/** As forms, spreadsheets and other systems write them. */
const booleans: ReadonlyMap<string, boolean> = new Map([
  ...['true', '1', 'yes', 'on'].map((text) => [text, true] as const),
  ...['false', '0', 'no', 'off'].map((text) => [text, false] as const),
]);

/** Digits of a long id that a number cannot hold would be lost. */
function asNumber(value: Json): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const text = foldDigits(value.trim()).replaceAll('٬', '').replace('٫', '.');
  const number = numberOf(text);
  const isWhole = /^[+-]?\d+$/.test(text);
  if (!Number.isFinite(number) || (isWhole && !Number.isSafeInteger(number))) return undefined;
  return number;
}

/** Days and moments stay as they were written; seconds and milliseconds since 1970 become moments. */
function asDate(value: Json): string | undefined {
  if (typeof value === 'object' || typeof value === 'boolean') return undefined;
  const text = foldDigits(String(value).trim());
  const read = readDate(typeof value === 'number' ? value : text, 'UTC');
  if (!read) return dayWithoutYear(text) === undefined ? undefined : text;
  return typeof value === 'number' || /^-?\d+$/.test(text) ? new Date(read.at).toISOString() : text;
}
