// How text and numbers of people and of rules are made comparable. Nothing here changes what is stored.
import type { Json } from '../model/event.ts';

/** Arabic letters that Persian writes otherwise. */
const letters: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک' };

const latin = (digit: string) => String((digit.codePointAt(0) ?? 0) & 0xf);

/** Persian and Arabic digits as 0–9. */
export const foldDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, latin);

/** One set of digits, and one form of the letters that Arabic and Persian share. */
export const foldScript = (text: string): string =>
  foldDigits(text).replace(/[يىك]/g, (one) => letters[one] ?? one);

/** Composed (NFC), of one case and one script. */
export const foldText = (text: string): string => foldScript(text.normalize('NFC').toLowerCase());

/** As it is, but composed. */
export const composed = (text: string): string => text.normalize('NFC');

/** Lists, objects and what is missing are no text. */
export function textOf(value: Json | undefined, exact = false): string | undefined {
  if (value === undefined || typeof value === 'object') return undefined;
  return exact ? composed(String(value)) : foldText(String(value));
}

const numeral = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** A number, or a text that is one: "5", " 7.0 ", "۱۲". Everything else is NaN. */
export function numberOf(value: Json | undefined): number {
  if (typeof value === 'number') return value;
  const text = typeof value === 'string' ? foldDigits(value.trim()) : '';
  return numeral.test(text) ? Number(text) : Number.NaN;
}

export type Scalar = string | number | boolean;

/** Two numbers are compared as numbers, whichever of them is written as text; all else as text. */
export function isSame(actual: Json | undefined, wished: Scalar, exact = false): boolean {
  if (typeof wished === 'number' || typeof actual === 'number') {
    const number = numberOf(wished);
    if (!Number.isNaN(number)) return numberOf(actual) === number;
  }
  return textOf(actual, exact) === textOf(wished, exact);
}
