// When mail may go out: quiet hours, in which none may, and time windows, outside of which none may. Both follow
// the clocks of the person's zone: an hour that comes twice is quiet twice, one that is skipped is nobody's.
import * as z from 'zod';
import { dayAfter, instantOf, lastInstantOf, localDay, localTime, weekdayOf } from './calendar.ts';
import { isoWeekday, listed, timeOfDay, weekday } from './calendar-words.ts';
import type { Instant } from './time.ts';

/** From `from` to before `to`, over midnight when `to` is the earlier. */
const hours = { from: timeOfDay, to: timeOfDay };

export const quietHours = z.strictObject(hours).refine(({ from, to }) => from !== to, {
  error: 'from and to are the same: that is no span of time',
  path: ['to'],
});

/**
 * Days, hours or both, such as Monday to Friday from 09:00 to 17:00. Hours over midnight belong to the
 * day on which they begin.
 */
export const timeWindow = z
  .strictObject({
    on: z.optional(z.array(weekday).min(1).max(7).meta({ title: 'On days' })),
    from: z.optional(timeOfDay.meta({ title: 'From', format: 'time-of-day' })),
    to: z.optional(timeOfDay.meta({ title: 'To', format: 'time-of-day' })),
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    error: 'from and to go together',
    path: ['to'],
  })
  .refine(({ on, from }) => on ?? from, 'a time window has days, hours, or both')
  .refine(({ from, to }) => from === undefined || from !== to, {
    error: 'from and to are the same: leave both out for whole days',
    path: ['to'],
  });

type QuietHours = Readonly<z.infer<typeof quietHours>>;
type TimeWindow = Readonly<z.infer<typeof timeWindow>>;

/** What holds at once: of the workspace, of the campaign, or of the step. */
export interface SendingWindow {
  readonly quietHours?: QuietHours;
  readonly window?: TimeWindow;
}

/** `because` says what held it back; absent when `at` is the very moment that was asked. */
interface Allowed {
  readonly at: Instant;
  readonly because?: string;
}

/** A fortnight of quiet nights and closed days. What is not allowed by then never is. */
const attempts = 30;

/** The first moment from `at` on at which mail may go; undefined when the rules leave none. */
export function nextAllowed(rules: SendingWindow, at: Instant, zone: string): Allowed | undefined {
  let moment = at;
  const reasons = new Set<string>();
  for (let count = 0; count < attempts; count += 1) {
    const hold = heldBy(rules, moment, zone);
    if (!hold) return reasons.size === 0 ? { at } : { at: moment, because: told(reasons, zone) };
    if (hold.until === undefined) return undefined;
    reasons.add(hold.because);
    moment = hold.until;
  }
  return undefined;
}

const told = (reasons: ReadonlySet<string>, zone: string) => `${[...reasons].join(', ')} (${zone})`;

interface Hold {
  readonly until: Instant | undefined;
  readonly because: string;
}

function heldBy(
  { quietHours: quiet, window }: SendingWindow,
  at: Instant,
  zone: string,
): Hold | undefined {
  if (quiet && isWithin(quiet, localTime(at, zone)))
    return { until: endOf(quiet, at, zone), because: `quiet hours ${quiet.from}–${quiet.to}` };
  if (window && !isOpen(window, at, zone))
    return { until: openingOf(window, at, zone), because: `outside ${shown(window)}` };
  return undefined;
}

const isWithin = ({ from, to }: QuietHours, time: string): boolean =>
  from < to ? from <= time && time < to : from <= time || time < to;

/** Later than `at`: in an hour that comes twice the end may lie behind, and comes again. */
function endOf({ to }: QuietHours, at: Instant, zone: string): Instant {
  const today = localDay(at, zone);
  const day = localTime(at, zone) < to ? today : dayAfter(today, 1);
  const end = instantOf(day, to, zone);
  return end > at ? end : lastInstantOf(day, to, zone);
}

/** Whole days begin at midnight and end at the next one. */
const wholeDay = '00:00';

function isOpen(window: TimeWindow, at: Instant, zone: string): boolean {
  const { from = wholeDay, to = wholeDay } = window;
  const [day, time] = [localDay(at, zone), localTime(at, zone)];
  if (from < to) return from <= time && time < to && isOn(window, day);
  return (from <= time && isOn(window, day)) || (time < to && isOn(window, dayAfter(day, -1)));
}

const isOn = ({ on }: TimeWindow, day: string): boolean =>
  on?.some((name) => isoWeekday(name) === weekdayOf(day)) ?? true;

/** Undefined when the clocks skip every opening there is. */
function openingOf(window: TimeWindow, at: Instant, zone: string): Instant | undefined {
  let day = localDay(at, zone);
  // A week, and one more for a day that lost its opening to the clocks.
  for (let count = 0; count <= 14; count += 1) {
    const { from = wholeDay } = window;
    const openings = [instantOf(day, from, zone), lastInstantOf(day, from, zone)];
    const opening = openings.find((one) => one > at && isOpen(window, one, zone));
    if (opening !== undefined) return opening;
    day = dayAfter(day, 1);
  }
  return undefined;
}

function shown({ on, from, to }: TimeWindow): string {
  const days = on ? [listed(on)] : [];
  return [...days, ...(from === undefined ? [] : [`${from}–${to}`])].join(' ');
}
