// Operators on days that come back every year, in the contact's zone: birthdays, renewals.
// Of 29 February the anniversary is 28 February in common years. The first one is a year after the date.
import { dayAfter, localDay, monthsAfter } from '../model/calendar.ts';
import { anniversaryIn } from '../model/calendar-anniversary.ts';
import { dayWithoutYear } from '../model/calendar-date.ts';
import type { Json } from '../model/event.ts';
import type { Instant } from '../model/time.ts';
import { dateOf, dayStart } from './calendar-day.ts';
import { type Moment, valueOperator } from './value.ts';
import { windowOf, windowText, windowWords } from './window.ts';

/** Days of the calendar are texts, "2026-05-04", and sort as such. */
interface Anniversary {
  readonly day: string;
  /** The first year in which it is one. */
  readonly from: number;
}

function anniversaryOf(value: Json, zone: string): Anniversary | undefined {
  const yearless = typeof value === 'string' ? dayWithoutYear(value) : undefined;
  const day = yearless ?? dateOf(value, zone)?.day;
  return day === undefined
    ? undefined
    : { day, from: yearless === undefined ? yearOf(day) + 1 : 1 };
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

const inYear = ({ day, from }: Anniversary, year: number): string =>
  anniversaryIn(day, Math.max(year, from));

/** The next one, today included. */
function next(anniversary: Anniversary, today: string): string {
  const one = inYear(anniversary, yearOf(today));
  return one < today ? inYear(anniversary, yearOf(today) + 1) : one;
}

interface Days {
  /** The first day on which the rule holds, and the first on which it does no more. */
  readonly first: string;
  readonly after: string;
}

/** The days around the anniversary for which a rule holds: the earliest that are not over. */
type Around<R> = (anniversary: Anniversary, today: string, rule: R) => Days;

function daily<R>(around: Around<R>) {
  const find = (actual: Json, rule: R, { now, zone }: Moment) => {
    const anniversary = anniversaryOf(actual, zone);
    const today = localDay(now, zone);
    const days = anniversary && around(anniversary, today, rule);
    return days && { ...days, hasBegun: days.first <= today };
  };
  return {
    test: (actual: Json, rule: R, moment: Moment): boolean =>
      find(actual, rule, moment)?.hasBegun ?? false,
    until: (actual: Json, rule: R, moment: Moment): Instant | undefined => {
      const found = find(actual, rule, moment);
      return found && dayStart(found.hasBegun ? found.after : found.first, moment.zone);
    },
    zone: true,
  };
}

function onTheDay(anniversary: Anniversary, today: string): Days {
  const first = next(anniversary, today);
  return { first, after: dayAfter(first, 1) };
}

const monthOf = (day: string): string => `${day.slice(0, 8)}01`;

/** The month is not over before its last day, whichever day of it the anniversary is. */
function inTheMonth(anniversary: Anniversary, today: string): Days {
  const first = monthOf(next(anniversary, monthOf(today)));
  return { first, after: monthsAfter(first, 1) };
}

const wholeDays = (text: string): number => windowOf(text) / 86_400_000;

export const anniversaryOperators = [
  valueOperator(
    'anniversary_today',
    {},
    {
      ...daily(onTheDay),
      words: () => 'has its anniversary today',
    },
  ),
  valueOperator(
    'anniversary_month',
    {},
    {
      ...daily(inTheMonth),
      words: () => 'has its anniversary this month',
    },
  ),
  // Today counts: "in the next 7 days" is today and the seven days that follow.
  valueOperator(
    'anniversary_in_next',
    { value: windowText },
    {
      ...daily((anniversary, today, { value }: { value: string }) => {
        const one = next(anniversary, today);
        return { first: dayAfter(one, -wholeDays(value)), after: dayAfter(one, 1) };
      }),
      words: ({ value }) => `has its anniversary in the next ${windowWords(value)}`,
      check: ({ value }) =>
        Number.isInteger(wholeDays(value)) && wholeDays(value) <= 300
          ? undefined
          : { at: 'value', message: 'anniversaries are counted in whole days, at most 300' },
    },
  ),
] as const;
