// Reads dates as senders write them into attributes and properties. What is no date is undefined, never a guess.
import { Temporal } from 'temporal-polyfill';
import { foldDigits } from '../conditions/fold.ts';
import { localDay } from './calendar.ts';
import type { Json } from './event.ts';
import type { Instant } from './time.ts';

/** `day` is the day of the calendar that the value names; `at` its instant, of a whole day its first. */
export interface ReadDate {
  readonly day: string;
  readonly at: Instant;
  readonly isWholeDay: boolean;
}

const wholeDay = /^\d{4}-\d{2}-\d{2}$/;
const dayAndTime =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)(Z|[+-]\d{2}(?::?\d{2})?)?(?:\[([A-Za-z0-9_/+-]+)\])?$/i;
const digits = /^-?\d{9,14}$/;

/**
 * Reads "2026-05-01", ISO 8601 with or without an offset (without one it is local in `zone`), and
 * seconds or milliseconds since the epoch, also as text of 9 to 14 digits. Numbers from 10^11 on are
 * milliseconds. Persian and Arabic digits are read as ours. Years 1 to 9998.
 *
 * A time that is midnight where it was written names that day, whatever the zone: so a birthday that a
 * library made to "1990-05-01T00:00:00.000Z" stays on the 1st of May.
 */
export function readDate(value: Json | undefined, zone: string): ReadDate | undefined {
  try {
    const read =
      typeof value === 'string'
        ? readText(foldDigits(value.trim()), zone)
        : readNumber(value, zone);
    return read && isWithinYears(read.at) ? read : undefined;
  } catch (error) {
    // Shaped as a date, and yet none: the 30th of February, or a zone that nobody knows.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readText(text: string, zone: string): ReadDate | undefined {
  if (wholeDay.test(text)) {
    const day = Temporal.PlainDate.from(text);
    return { day: text, at: day.toZonedDateTime(zone).epochMilliseconds, isWholeDay: true };
  }
  if (digits.test(text)) return readNumber(Number(text), zone);
  const parts = dayAndTime.exec(text);
  if (!parts) return undefined;
  const [, day = '', time = '', offset, named] = parts;
  const at = instantAt(`${day}T${time.replace(',', '.')}`, offset, named ?? zone);
  const isMidnight = /^00:00(?::00(?:[.,]0+)?)?$/.test(time);
  return { day: isMidnight ? day : localDay(at, zone), at, isWholeDay: false };
}

function instantAt(written: string, offset: string | undefined, zone: string): Instant {
  if (offset !== undefined) return Temporal.Instant.from(`${written}${offset}`).epochMilliseconds;
  return Temporal.PlainDateTime.from(written).toZonedDateTime(zone).epochMilliseconds;
}

const dayLength = 86_400_000;

function readNumber(value: Json | undefined, zone: string): ReadDate | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const at = Math.round(Math.abs(value) < 1e11 ? value * 1_000 : value);
  const day = localDay(at, at % dayLength === 0 ? 'UTC' : zone);
  return { day, at, isWholeDay: false };
}

/** The years 1 to 9998, so that there is room for an offset. */
const isWithinYears = (at: Instant): boolean =>
  at >= -62_135_596_800_000 && at < 253_370_764_800_000;

/** "--05-04", "05-04" and "05/04" are birthdays of people who keep their year to themselves. */
const yearless = /^(?:--)?(\d{2})[-/](\d{2})$/;

/** The day in a leap year, "1972-05-04"; undefined when it is none, or has a year. */
export function dayWithoutYear(text: string): string | undefined {
  const [found, month, day] = yearless.exec(foldDigits(text.trim())) ?? [];
  return found === undefined ? undefined : readDate(`1972-${month}-${day}`, 'UTC')?.day;
}
