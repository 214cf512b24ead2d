// Schedules of broadcasts: once, or again and again, by the clocks of a zone or of each person's own.
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { instantOf, localDay, localTime, nextTime, weekdayOf } from './calendar.ts';
import { calendarDate, isoWeekday, listed, timeOfDay, weekday } from './calendar-words.ts';
import { zoneName } from './calendar-zone.ts';
import { oneOf } from './one-of.ts';
import type { Instant } from './time.ts';

const localDateTime = z
  .string()
  .refine(
    (text) => text[10] === 'T' && isDayAndTime(text),
    'a local date and time such as "2026-12-01T09:00"',
  );

function isDayAndTime(text: string): boolean {
  const [day, time] = [text.slice(0, 10), text.slice(11)];
  return calendarDate.safeParse(day).success && timeOfDay.safeParse(time).success;
}

/** `local` is the same time on everybody's own clocks; else `zone` counts, or the workspace's. */
const where = {
  zone: z.optional(
    zoneName.meta({
      title: 'Zone',
      format: 'time-zone',
      description: 'Whose clocks count; without one, those of the workspace.',
    }),
  ),
  local: z.optional(
    z.literal(true).meta({
      title: 'By everybody’s own clocks',
      description: 'Nine in the morning is nine wherever they live.',
    }),
  ),
};
const span = {
  from: z.optional(calendarDate.meta({ title: 'From', format: 'date' })),
  until: z.optional(calendarDate.meta({ title: 'Until the day', format: 'date' })),
};

const once = z
  .strictObject({ at: localDateTime.meta({ title: 'At', format: 'datetime-local' }), ...where })
  .meta({ title: 'Once' });
const repeated = {
  at: timeOfDay.meta({ title: 'At', format: 'time-of-day' }),
  ...where,
  ...span,
};
const daily = z.strictObject({ every: z.literal('day'), ...repeated }).meta({ title: 'Every day' });
const weekly = z
  .strictObject({
    every: z.literal('week'),
    on: z.array(weekday).min(1).max(7).meta({ title: 'On days' }),
    ...repeated,
  })
  .meta({ title: 'On days of the week' });
const monthly = z
  .strictObject({
    every: z.literal('month'),
    on: z.array(z.int().min(1).max(31)).min(1).max(31).meta({
      title: 'On days',
      description: 'From 1 to 31; in a short month its last day stands for those it lacks.',
    }),
    ...repeated,
  })
  .meta({ title: 'On days of the month' });

const rhythms = { day: daily, week: weekly, month: monthly };

const shapes =
  'a schedule is one moment { at: "2026-12-01T09:00" }, or { every: day, week or month, on: days, at: "09:00" }';

/** By its rhythm, if it has one. */
function shapeOf(value: unknown) {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { path: [], message: shapes };
  if (!('every' in value)) return 'at' in value ? once : { path: [], message: shapes };
  const [, found] = Object.entries(rhythms).find(([every]) => every === value.every) ?? [];
  return found ?? { path: ['every'], message: `every is one of: day, week, month; ${shapes}` };
}

/** Of a month that is too short, its last day stands for the 29th, 30th and 31st. */
export const schedule = oneOf([once, daily, weekly, monthly], shapeOf)
  .refine(({ zone, local }) => !(zone && local), {
    error: 'zone and local exclude each other',
    path: ['local'],
  })
  .refine((one) => !('every' in one && one.from && one.until) || one.from <= one.until, {
    error: 'until is before from',
    path: ['until'],
  });

export type Schedule = Readonly<z.infer<typeof schedule>>;
type Repeated = Extract<Schedule, { every: string }>;

/** Where a day begins first: no clock in the world is ahead of these. */
const earliestZone = 'Pacific/Kiritimati';

/**
 * The next run strictly after `after`; undefined when there is none. The run of a `local` schedule
 * begins when the first clocks in the world show its time: see `runFor`.
 */
export function nextRun(one: Schedule, after: Instant, workspaceZone: string): Instant | undefined {
  const zone = zoneOfRuns(one, workspaceZone);
  const run = 'every' in one ? nextRepeated(one, after, zone) : instantOfOnce(one.at, zone);
  return run !== undefined && run > after ? run : undefined;
}

/** When a run reaches somebody who lives in `zone`: up to 26 hours after its begin when it is `local`. */
export function runFor(one: Schedule, run: Instant, zone: string): Instant {
  return one.local
    ? instantOf(localDay(run, earliestZone), localTime(run, earliestZone), zone)
    : run;
}

const zoneOfRuns = ({ local, zone }: Schedule, workspaceZone: string): string =>
  local ? earliestZone : (zone ?? workspaceZone);

const instantOfOnce = (at: string, zone: string): Instant =>
  instantOf(at.slice(0, 10), at.slice(11), zone);

function nextRepeated(one: Repeated, after: Instant, zone: string): Instant | undefined {
  const { from, until } = one;
  const start =
    from === undefined ? after + 1 : Math.max(after + 1, instantOf(from, '00:00', zone));
  const suits = (day: string) => (until === undefined || day <= until) && isDayOf(one, day);
  return nextTime(start, { time: one.at, zone, suits });
}

function isDayOf(one: Repeated, day: string): boolean {
  switch (one.every) {
    case 'day':
      return true;
    case 'week':
      return one.on.some((name) => isoWeekday(name) === weekdayOf(day));
    case 'month':
      return isOnDayOfMonth(one.on, day);
    default:
      return one satisfies never;
  }
}

function isOnDayOfMonth(on: readonly number[], day: string): boolean {
  const { day: number, daysInMonth } = Temporal.PlainDate.from(day);
  return on.some((wished) => Math.min(wished, daysInMonth) === number);
}

/** One plain sentence for the marketer. */
export function scheduleSentence(one: Schedule, workspaceZone: string): string {
  const zone = one.local ? "in everybody's own time zone" : `(${one.zone ?? workspaceZone})`;
  if (!('every' in one)) return `Once, on ${one.at.slice(0, 10)} at ${one.at.slice(11)} ${zone}`;
  const from = one.from === undefined ? '' : `, from ${one.from}`;
  const until = one.until === undefined ? '' : `, until ${one.until}`;
  return `${rhythm(one)} at ${one.at} ${zone}${from}${until}`;
}

function rhythm(one: Repeated): string {
  switch (one.every) {
    case 'day':
      return 'Every day';
    case 'week':
      return `Every ${listed(one.on)}`;
    case 'month':
      return `On day ${listed(one.on)} of every month${shortMonths(one.on)}`;
    default:
      return one satisfies never;
  }
}

const shortMonths = (on: readonly number[]) =>
  on.some((day) => day > 28) ? ', or on the last day of a shorter one,' : '';
