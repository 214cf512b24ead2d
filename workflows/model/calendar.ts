// Local time: from a day and a time of day in a zone to an instant, and back. Reads no clock of its own.
// A day is written "2026-03-29" and a time "09:00"; only the calendar files know the time library.
import { Temporal } from 'temporal-polyfill';
import type { Instant } from './time.ts';

const zoned = (at: Instant, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/**
 * When the clocks of `zone` show this time on this day ("compatible" in RFC 5545 and in Temporal): a
 * time that the clocks skip is moved forward by what they skip, of a repeated one the earlier counts.
 */
export const instantOf = (day: string, time: string, zone: string): Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time })
    .epochMilliseconds;

/** The same, but of a repeated time the later one. */
export const lastInstantOf = (day: string, time: string, zone: string): Instant =>
  Temporal.PlainDate.from(day)
    .toPlainDateTime(time)
    .toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;

/** The day of the calendar there. */
export const localDay = (at: Instant, zone: string): string =>
  zoned(at, zone).toPlainDate().toString();

/** The time that the clocks show there, "09:00"; seconds are dropped. */
export const localTime = (at: Instant, zone: string): string =>
  zoned(at, zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

/** The first instant of the local day. Where clocks skip midnight, that is one o'clock. */
export const startOfDay = (at: Instant, zone: string): Instant =>
  zoned(at, zone).startOfDay().epochMilliseconds;

/** Days of the calendar, not 24 hours each: the clocks show the same time then. */
export const addDays = (at: Instant, days: number, zone: string): Instant =>
  zoned(at, zone).add({ days }).epochMilliseconds;

/** A month later on the same day; the 31st becomes the last day of a shorter month. */
export const addMonths = (at: Instant, months: number, zone: string): Instant =>
  zoned(at, zone).add({ months }).epochMilliseconds;

/** `days` later, or earlier when negative. */
export const dayAfter = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** As `addMonths`, of a day alone. */
export const monthsAfter = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString();

/** How many days lie from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

interface DaySearch {
  /** "09:00". */
  readonly time: string;
  readonly zone: string;
  /** Whether a day counts; every day does when absent. */
  readonly suits?: (day: string) => boolean;
}

/** Far enough for any weekday, a month of holidays, and the 29th of a February. */
const searchedDays = 400;

/**
 * The next moment, at or after `at`, at which the clocks show `time` on a day that suits. Undefined when
 * no day of more than a year does.
 */
export function nextTime(at: Instant, { time, zone, suits }: DaySearch): Instant | undefined {
  let day = localDay(at, zone);
  for (let count = 0; count < searchedDays; count += 1) {
    if (suits?.(day) ?? true) {
      const found = instantOf(day, time, zone);
      if (found >= at) return found;
    }
    day = dayAfter(day, 1);
  }
  return undefined;
}
