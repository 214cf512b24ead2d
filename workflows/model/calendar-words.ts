// Days and times as marketers write them: "monday", "09:00", "2026-12-24". Refuses what no calendar has.
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/** Monday first, as in ISO 8601. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

type Weekday = (typeof weekdays)[number];

export const weekday = z.enum(weekdays);

/** Monday is 1, Sunday is 7. */
export const isoWeekday = (name: Weekday): number => weekdays.indexOf(name) + 1;

/** A time of day, "00:00" to "23:59". */
export const timeOfDay = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as "09:00"');

/** A day of the calendar, "2026-12-24". */
export const calendarDate = z
  .string()
  .refine(
    (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDate(text),
    'a date such as "2026-12-24"',
  );

function isDate(text: string): boolean {
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** "monday", "monday and friday", "monday, tuesday and friday"; or "or" instead. */
export function listed(words: readonly (string | number)[], link: 'and' | 'or' = 'and'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? String(last) : `${words.slice(0, -1).join(', ')} ${link} ${last}`;
}
