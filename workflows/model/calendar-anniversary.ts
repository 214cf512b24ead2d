// Anniversaries: birthdays, renewals, years of membership. The day of origin itself is none.
import { Temporal } from 'temporal-polyfill';
import { dayAfter, instantOf, localDay } from './calendar.ts';
import type { Instant } from './time.ts';

/** Whoever was born on the 29th of February celebrates on the 28th in a common year. */
export const anniversaryIn = (day: string, year: number): string =>
  Temporal.PlainDate.from(day).with({ year }).toString();

interface AnniversarySearch {
  /** Found at or after this moment. */
  readonly from: Instant;
  readonly zone: string;
  /** Local time on the day, "09:00". */
  readonly at: string;
  /** Days from the anniversary: −3 is three days before it. At most a year either way. */
  readonly offsetDays?: number;
}

/** The next moment that lies so many days from an anniversary of `day`. */
export function nextAnniversary(
  day: string,
  { from, zone, at, offsetDays = 0 }: AnniversarySearch,
): Instant {
  // A day with its offset may belong to the anniversary of the year before, or after.
  let year = Math.max(yearOf(localDay(from, zone)) - 2, yearOf(day) + 1);
  while (true) {
    const found = instantOf(dayAfter(anniversaryIn(day, year), offsetDays), at, zone);
    if (found >= from) return found;
    year += 1;
  }
}

const yearOf = (day: string): number => Temporal.PlainDate.from(day).year;
