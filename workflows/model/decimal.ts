// Decimal text: money and other exact numbers, kept as "12.5" and added without binary rounding.
// Refuses exponents, and more than 15 digits before the point or 9 after it.
import * as z from 'zod';
import type { Json } from './event.ts';

const places = 9;
const unit = 10n ** BigInt(places);
const form = /^([+-]?)(\d{1,15})(?:\.(\d{1,9}))?$/;

const message = 'a decimal such as "19.90", of at most 15 digits and 9 after the point';

/** A decimal in a document: a text such as "19.90", or a number. Kept as canonical text. */
export const decimalText = z
  .union([z.string(), z.number()], { error: message })
  .transform((value, context) => {
    const text = decimal(value);
    if (text !== undefined) return text;
    context.issues.push({ code: 'custom', message, input: value });
    return z.NEVER;
  });

/** The same for what cannot be less than nothing, such as a price. */
export const amountText = decimalText.refine(
  (text) => !text.startsWith('-'),
  'less than 0 cannot be',
);

/** The canonical text of a number or of a text that is one; undefined for everything else. */
export function decimal(value: Json | undefined): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const units = unitsOf(String(value).trim());
  return units === undefined ? undefined : textOf(units);
}

export const add = (a: string, b: string): string => textOf(read(a) + read(b));
export const subtract = (a: string, b: string): string => textOf(read(a) - read(b));
/** Rounded half away from zero at the ninth place. */
export const multiply = (a: string, b: string): string => textOf(divided(read(a) * read(b), unit));
/** Negative, 0 or positive, as sorting wants it. */
export const compare = (a: string, b: string): number => {
  const difference = read(a) - read(b);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
};

function unitsOf(text: string): bigint | undefined {
  const [, sign, whole = '', fraction = ''] = form.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const units = BigInt(whole) * unit + BigInt(fraction.padEnd(places, '0'));
  return sign === '-' ? -units : units;
}

/** Throws on what is no decimal text: it should have been checked at the door. Sums may outgrow 15 digits. */
function read(text: string): bigint {
  const [, whole = '', fraction = ''] = /^[+-]?(\d+)(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  if (whole === '') throw new Error(`Not a decimal: ${text}`);
  const units = BigInt(whole) * unit + BigInt(fraction.padEnd(places, '0'));
  return text.startsWith('-') ? -units : units;
}

function divided(value: bigint, by: bigint): bigint {
  const half = value < 0n ? -by / 2n : by / 2n;
  return (value + half) / by;
}

function textOf(units: bigint): string {
  const size = units < 0n ? -units : units;
  const fraction = String(size % unit)
    .padStart(places, '0')
    .replace(/0+$/, '');
  const text = fraction === '' ? String(size / unit) : `${size / unit}.${fraction}`;
  return units < 0n ? `-${text}` : text;
}
