// One cell as a value of its column's type. What does not fit is told, and never bent into something else.
import { foldDigits } from '../../workflows/conditions/fold.ts';
import { answeredPlainly } from '../answers-yes-no.ts';
import { cleanText } from '../sources/clean.ts';
import { readDate } from './date.ts';
import type { Attribute } from './settings.ts';

export type Cell = { readonly value: string | number | boolean } | { readonly fault: string };

/** Phones are read by whoever carries the numbering plans of the world. */
type Plain = Omit<Attribute, 'type' | 'country'> & {
  readonly type: Exclude<Attribute['type'], 'phone'>;
};

export function readCell(text: string, { type, decimal = '.', order = 'iso' }: Plain): Cell {
  switch (type) {
    case 'text':
      return { value: cleanText(text) };
    case 'number':
      return readNumber(text, decimal);
    case 'boolean':
      return readBoolean(text);
    case 'date': {
      const date = readDate(text, order);
      return date ? { value: date.text } : { fault: 'is not a date' };
    }
    default:
      return type satisfies never;
  }
}

const plain = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** "1 234,50" where the comma is the decimal; "1,234.50" where it is not. "1,5" is neither, and no 15. */
function readNumber(written: string, decimal: '.' | ','): Cell {
  const bare = foldDigits(written).replace(/[\s'’]/g, '');
  const english = decimal === ',' ? swapped(bare) : bare.replaceAll('٬', ',').replaceAll('٫', '.');
  if (!plain.test(english) && !grouped.test(english)) return { fault: 'is not a number' };
  const value = Number(english.replaceAll(',', ''));
  const isExact =
    Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  return isExact ? { value } : { fault: 'has too many digits for a number: keep it as text' };
}

const swapped = (text: string): string =>
  text.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ','));

/** Not "opted in", which answers another question. */
function readBoolean(text: string): Cell {
  const answer = answeredPlainly(text);
  return answer ? { value: answer === 'yes' } : { fault: 'is neither yes nor no' };
}

/** "vip|newsletter" and `"vip","newsletter"` alike. */
export const readTags = (text: string): string[] =>
  text
    .split(/[|,;]/)
    .map((tag) => cleanText(tag.replace(/^[\s"]+|[\s"]+$/g, '')))
    .filter((tag) => tag !== '');

/** Exports put an apostrophe before what a spreadsheet would take for a formula. */
export const unescaped = (text: string): string => text.replace(/^'(?=[=+\-@＝＋－＠\t\r])/u, '');
