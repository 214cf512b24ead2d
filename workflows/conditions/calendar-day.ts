// Dates as spans of time: a day lasts until the next one begins, a moment for its millisecond.
import * as z from 'zod';
import { dayAfter, instantOf } from '../model/calendar.ts';
import { type ReadDate, readDate } from '../model/calendar-date.ts';
import type { Json } from '../model/event.ts';
import type { Instant } from '../model/time.ts';
import { foldDigits } from './fold.ts';

/** `end` is exclusive. */
export interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

/** The first moment of the day: midnight, or the hour after clocks skipped it. */
export const dayStart = (day: string, zone: string): Instant => instantOf(day, '00:00', zone);

/** "2026-05-01" is a day of the contact's calendar; all other dates are moments. Undefined for what is no date. */
export function spanOf(value: Json, zone: string): Span | undefined {
  const read = dateOf(value, zone);
  if (!read) return undefined;
  const end = read.isWholeDay ? dayStart(dayAfter(read.day, 1), zone) : read.at + 1;
  return { start: read.at, end };
}

export const dateOf = (value: Json, zone: string): ReadDate | undefined =>
  readDate(typeof value === 'string' ? foldDigits(value) : value, zone);

const isUnmistakable = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}(?:$|.*(?:Z|[+-]\d{2}:?\d{2})$)/i.test(text);

/** A date in a rule: a day, or a moment with its offset. */
export const dateText = z
  .string()
  .refine(
    (text) => isUnmistakable(text) && readDate(text, 'UTC') !== undefined,
    'a date such as "2026-12-24", or a moment such as "2026-12-24T18:00:00Z"',
  );
