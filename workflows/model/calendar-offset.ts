// Offsets from a date: "-3 days" is three days before it. Days and months are the calendar's, hours and minutes exact.
import * as z from 'zod';
import { addDays, addMonths, dayAfter, instantOf, monthsAfter } from './calendar.ts';
import type { ReadDate } from './calendar-date.ts';
import type { Instant, Milliseconds } from './time.ts';

interface Offset {
  readonly months: number;
  readonly days: number;
  readonly exact: Milliseconds;
}

const none: Offset = { months: 0, days: 0, exact: 0 };

const units: Readonly<Record<string, (count: number) => Offset>> = {
  minute: (count) => ({ ...none, exact: count * 60_000 }),
  hour: (count) => ({ ...none, exact: count * 3_600_000 }),
  day: (days) => ({ ...none, days }),
  week: (count) => ({ ...none, days: count * 7 }),
  month: (months) => ({ ...none, months }),
};

const words = /^(-?\d{1,6}) ?(minute|hour|day|week|month)s?$/;
/** Ten years, as durations have it. */
const longest = { months: 120, days: 3_660, exact: 3_660 * 86_400_000 };

function parse(text: string): Offset | undefined {
  const found = words.exec(text);
  return found ? units[found[2] ?? '']?.(Number(found[1])) : undefined;
}

const isShort = ({ months, days, exact }: Offset): boolean =>
  Math.abs(months) <= longest.months &&
  Math.abs(days) <= longest.days &&
  Math.abs(exact) <= longest.exact;

/** An offset in a document. */
export const offsetText = z.string().refine((text) => {
  const offset = parse(text);
  return offset !== undefined && isShort(offset);
}, 'an offset such as "-3 days", "2 hours" or "1 month", of at most ten years');

/** Whether it counts in days of the calendar, so that a time of day may go with it. */
export const isOfDays = (text: string): boolean => parse(text)?.exact === 0;

/** "3 days before ", "2 hours after "; nothing for an offset of none. */
export function offsetWords(text: string): string {
  const [, count = '0', unit = ''] = words.exec(text) ?? [];
  const size = Math.abs(Number(count));
  if (size === 0) return '';
  return `${size} ${unit}${size === 1 ? '' : 's'} ${count.startsWith('-') ? 'before' : 'after'} `;
}

interface Shift {
  /** None when absent. */
  readonly offset?: string;
  /** The time of day that counts instead of the date's own. A whole day has none: it begins. */
  readonly at?: string;
  readonly zone: string;
}

/** The moment so far from a date. Throws for text that `offsetText` refuses. */
export function shifted(date: ReadDate, { offset = '0 days', at, zone }: Shift): Instant {
  const parsed = parse(offset);
  if (!parsed) throw new Error(`Not an offset: ${offset}`);
  const { months, days, exact } = parsed;
  if (at === undefined && !date.isWholeDay)
    return addDays(addMonths(date.at, months, zone), days, zone) + exact;
  const day = dayAfter(monthsAfter(date.day, months), days);
  return instantOf(day, at ?? '00:00', zone) + exact;
}
