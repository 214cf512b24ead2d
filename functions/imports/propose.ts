// Proposes where each column of a file goes and of what type it is, by its name and by the first rows. Whoever imports
// has the last word.
import { foldDigits } from '../../workflows/conditions/fold.ts';
import { answered } from '../answers-yes-no.ts';
import { readCell, unescaped } from './cells.ts';
import { readDate } from './date.ts';
import type { Place } from './header-names.ts';
import { attributeName, isVague, type Product, placeOf, saysOfMail } from './recognize.ts';
import type { Column, DateOrder } from './settings.ts';

export function propose(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  product: Product,
): Column[] {
  const taken = new Set<string>();
  return header.map((name, index) => {
    const cells = rows
      .map((row) => unescaped((row[index] ?? '').trim()))
      .filter((cell) => cell !== '');
    return placed(name, { cells, product, taken });
  });
}

interface Beside {
  /** Of the first rows, without the empty ones. */
  readonly cells: readonly string[];
  readonly product: Product;
  /** What columns before it go to. */
  readonly taken: Set<string>;
}

function placed(header: string, { cells, product, taken }: Beside): Column {
  const place = heard(header, cells, placeOf(header, product));
  if ('to' in place && (repeatable.has(place.to) || isFree(taken, place.to)))
    return isMoment(place.to)
      ? { header, to: place.to, ...orderOf(cells) }
      : { header, to: place.to };
  const wished = 'attribute' in place ? place.attribute : `${place.to}_2`;
  const isPhone = phones.test(wished) && cells.length > 0 && cells.every(isInternational);
  const typed = isPhone ? ({ type: 'phone' } as const) : typeOf(wished, cells);
  return { header, to: 'attribute', ...unique(wished, taken), ...typed };
}

/**
 * What is called a consent in other words is one where its cells say yes or no; and "Status" is an attribute where
 * none of them does.
 */
function heard(header: string, cells: readonly string[], place: Place): Place {
  const says = cells.some((cell) => answered(cell) !== undefined);
  if (isVague(header) && cells.length > 0 && !says) return { attribute: attributeName(header) };
  const to = saysOfMail(header);
  return 'to' in place || !says || to === undefined ? place : { to };
}

const isInternational = (cell: string): boolean => international.test(foldDigits(cell));

const repeatable = new Set(['ignore', 'tags', 'consent', 'unsubscribed']);

const isMoment = (to: string): to is 'consent_at' | 'withdrawn_at' | 'answered_at' =>
  to.endsWith('_at');

/** Of two columns for one place the first has it. */
function isFree(taken: Set<string>, place: string): boolean {
  if (taken.has(place)) return false;
  taken.add(place);
  return true;
}

function unique(wished: string, taken: Set<string>): { readonly name: string } {
  const names = [wished, ...Array.from({ length: 2_000 }, (_, count) => `${wished}_${count + 2}`)];
  const name = names.find((one) => isFree(taken, `attribute ${one}`)) ?? wished;
  return { name };
}

type Typed = Omit<Parameters<typeof readCell>[1], 'header' | 'to' | 'name'>;

const phones = /phone|mobile|telefon|komork|تلفن|موبایل|همراه/;
/** With the code of its country. */
const international = /^(?:\+|00)[\d\s().-]{8,24}$/;

/** Digits that are a name and no amount: one does not add them up, and their leading zeros count. */
const names =
  /phone|mobile|fax|zip|post|code|(?:^|_)id(?:$|_)|number|numer|telefon|nip|pesel|کد|تلفن|شماره/;

function typeOf(name: string, cells: readonly string[]): Typed {
  if (cells.length === 0) return { type: 'text' };
  const holds = (typed: Typed) =>
    cells.every(
      (cell) => 'value' in readCell(cell, { header: '', to: 'attribute', name, ...typed }),
    );
  const found = candidates(name, cells).find(holds);
  return found ?? { type: 'text' };
}

function candidates(name: string, cells: readonly string[]): Typed[] {
  const hasZeros = cells.some((cell) => /^[+0]\d/.test(cell));
  const numbers: Typed[] = [{ type: 'number' }, { type: 'number', decimal: ',' }];
  const isWords = cells.every((cell) => !/\d/.test(cell));
  return [
    ...(isWords ? [{ type: 'boolean' } as const] : []),
    ...(hasZeros || names.test(name) ? [] : numbers),
    { type: 'date', ...orderOf(cells) },
  ];
}

/** By the first cell in which only one of both can be the day; else the day is first but in America's slashes. */
function orderOf(cells: readonly string[]): { readonly order?: DateOrder } {
  const fits = (order: DateOrder) =>
    cells.length > 0 && cells.every((cell) => readDate(cell, order));
  if (fits('iso')) return {};
  const [dayFirst, monthFirst] = [fits('day_first'), fits('month_first')];
  const usual = cells.some((cell) => cell.includes('/')) ? 'month_first' : 'day_first';
  if (dayFirst && monthFirst) return { order: usual };
  if (dayFirst) return { order: 'day_first' };
  return monthFirst ? { order: 'month_first' } : {};
}
