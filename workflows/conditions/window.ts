// Spans of time in rules: "30 days", "P3D", "2 months". They roll: a day is exactly 24 hours, a week 7 days, a month 30.
import * as z from 'zod';
import { durationText, type Milliseconds, parseDuration } from '../model/time.ts';

const months = /^(\d{1,3}) ?months?$/;
const day = 86_400_000;

const parse = (text: string): Milliseconds | undefined => {
  const count = months.exec(text)?.[1];
  return count === undefined ? parseDuration(text) : Number(count) * 30 * day;
};

/** At most ten years, as all durations. */
export const windowText = z.string().refine((text) => {
  const parsed = parse(text) ?? 0;
  return months.test(text) ? parsed > 0 && parsed <= 3_660 * day : isDuration(text);
}, 'a time such as "30 days", "12 hours" or "2 months", of at most ten years');

const isDuration = (text: string) => durationText.safeParse(text).success;

/** Of a text that a schema has accepted; throws otherwise. */
export function windowOf(text: string): Milliseconds {
  const parsed = parse(text);
  if (parsed === undefined) throw new Error(`Not a time: ${text}`);
  return parsed;
}

const units: readonly (readonly [string, Milliseconds])[] = [
  ['day', day],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** "3 days" for "P3D"; what is words already stays. */
export function windowWords(text: string): string {
  if (!text.startsWith('P')) return text;
  const span = windowOf(text);
  const [unit, size] = units.find(([, size]) => span % size === 0) ?? ['second', 1_000];
  return `${span / size} ${unit}${span === size ? '' : 's'}`;
}
