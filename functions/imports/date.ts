// Dates as spreadsheets and other products write them. Which part is the day is said by the column and never guessed
// from a single cell.
import { foldDigits } from '../../workflows/conditions/fold.ts';
import type { Instant } from '../../workflows/model/time.ts';

import type { DateOrder } from './settings.ts';

export interface ReadDate {
  /** Midnight UTC where the cell says no time. */
  readonly at: Instant;
  /** "2025-12-31", or with its time, in UTC. */
  readonly text: string;
}

const time = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?(Z|UTC|[+-]\d{2}:?\d{2}|am|pm)?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}$`, 'i');
const yearLast = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${time}$`, 'i');

/** A year first needs no order. Undefined for what is no date, such as the 31st of February. */
export function readDate(written: string, order: DateOrder): ReadDate | undefined {
  const cell = foldDigits(written.trim());
  const parts = yearFirst.exec(cell)?.slice(1) ?? turned(yearLast.exec(cell)?.slice(1), order);
  if (!parts) return undefined;
  const [year = '', month = '', day = '', hour, minute = '0', second = '0', zone = 'Z'] = parts;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // Other calendars, too: the year 1403 of the Persian one is no year of anybody alive.
  if (!isCalendarDay(midnight, Number(month), Number(day)) || Number(year) < 1800) return undefined;
  const text = new Date(midnight).toISOString().slice(0, 10);
  if (hour === undefined) return { at: midnight, text };
  const clock = clockOf({ hour, minute, second, zone });
  if (clock === undefined) return undefined;
  const at = midnight + clock;
  return { at, text: new Date(at).toISOString() };
}

function turned(parts: readonly string[] | undefined, order: DateOrder) {
  if (!parts || order === 'iso') return undefined;
  const [one = '', two = '', year = '', ...rest] = parts;
  return order === 'day_first' ? [year, two, one, ...rest] : [year, one, two, ...rest];
}

const isCalendarDay = (midnight: Instant, month: number, day: number): boolean => {
  const date = new Date(midnight);
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
};

interface Clock {
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly zone: string;
}

/** Milliseconds since midnight UTC. */
function clockOf({ hour, minute, second, zone }: Clock): number | undefined {
  const half = zone.toLowerCase();
  const isHalf = half === 'am' || half === 'pm';
  const hours = isHalf ? (Number(hour) % 12) + (half === 'pm' ? 12 : 0) : Number(hour);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const [, sign, offsetHours = '0', offsetMinutes = '0'] =
    /([+-])(\d{2}):?(\d{2})/.exec(zone) ?? [];
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1);
  return ((hours * 60 + Number(minute) - offset) * 60 + Number(second)) * 1000;
}
