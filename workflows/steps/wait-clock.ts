// Wait until the clocks where the contact lives show a time, `{ until: { time: '09:00', on: [monday] } }`, or for the
// workspace's business hours there, `{ until: { business_hours: true } }`. A contact who moves is looked at anew.
import * as z from 'zod';
import { nextTime, weekdayOf } from '../model/calendar.ts';
import { nextBusinessMoment } from '../model/calendar-business.ts';
import { isoWeekday, listed, timeOfDay, weekday } from '../model/calendar-words.ts';
import type { Instant } from '../model/time.ts';
import type { Moment, Outcome } from './step.ts';
import { isMissed, isOver, type WaitKind, waitUntil, zoneWords } from './wait-kind.ts';

const untilTime = z
  .strictObject({
    time: timeOfDay.meta({
      title: 'Time of day',
      format: 'time-of-day',
      description: 'By the clocks where the contact lives.',
    }),
    on: z.optional(
      z
        .array(weekday)
        .min(1)
        .max(7)
        .meta({ title: 'On days', description: 'Any day, unless some are chosen.' }),
    ),
  })
  .meta({ title: 'A time of day comes' });

export interface WaitTime {
  readonly until: z.infer<typeof untilTime>;
}

export const waitTime: WaitKind<WaitTime> = {
  until: untilTime,
  lasts: false,
  paths: [],
  sentence: ({ until }) => `until ${shown(until)} where the contact lives`,
  arrive: (wait, moment) => ({ do: 'wait', until: firstTime(wait, moment.movedAt, moment) }),
  look: (wait, moment) => {
    if (isOver(moment)) return undefined;
    const due = firstTime(wait, moment.enrollment.since ?? moment.movedAt, moment);
    return waitUntil(due > moment.now ? due : timeFrom(wait, moment.now, moment), moment);
  },
  timeOut: (wait, moment) => {
    const { enrollment, now } = moment;
    if (isMissed(enrollment.until ?? now, now))
      return { do: 'wait', until: timeFrom(wait, now, moment) };
    return { do: 'go_on', because: `it is ${shown(wait.until)} ${zoneWords(moment)}` };
  },
};

/**
 * The first such time since the wait began. A time that has just ended another wait is over: of two
 * waits until nine in a row the second ends a day later. The first step of a walk may find its time come.
 */
function firstTime(wait: WaitTime, began: Instant, moment: Moment): Instant {
  const from = began === moment.enrollment.triggeredAt ? began : began + 1;
  const due = timeFrom(wait, from, moment);
  return isMissed(due, moment.now) ? timeFrom(wait, moment.now, moment) : due;
}

function timeFrom({ until: { time, on } }: WaitTime, from: Instant, { zone }: Moment): Instant {
  const suits = (day: string) => on?.some((name) => isoWeekday(name) === weekdayOf(day)) ?? true;
  const found = nextTime(from, { time, zone, suits });
  if (found === undefined) throw new Error(`No ${time} on ${on} in ${zone}`);
  return found;
}

const shown = ({ time, on }: WaitTime['until']) => (on ? `${time} on ${listed(on, 'or')}` : time);

const untilBusiness = z
  .strictObject({
    business_hours: z.literal(true).meta({ title: 'Business hours' }),
  })
  .meta({ title: 'Business hours begin' });

export interface WaitBusiness {
  readonly until: z.infer<typeof untilBusiness>;
}

export const waitBusiness: WaitKind<WaitBusiness> = {
  until: untilBusiness,
  lasts: false,
  paths: [],
  sentence: () => 'for business hours where the contact lives',
  arrive: (_, moment) => openOrWait(moment),
  look: (_, moment) => {
    const outcome = isOver(moment) ? undefined : openOrWait(moment);
    return outcome?.do === 'wait' ? waitUntil(outcome.until, moment) : outcome;
  },
  timeOut: (_, moment) => openOrWait(moment),
};

/** However late the work is, business hours are those of the moment at which it is done. */
function openOrWait(moment: Moment): Outcome {
  const { now, zone, workspace } = moment;
  const { from, to } = workspace.businessHours;
  const next = nextBusinessMoment(now, workspace, zone);
  if (next === undefined) return { do: 'go_on', because: 'no business day in more than a year' };
  if (next > now) return { do: 'wait', until: next };
  return { do: 'go_on', because: `within business hours ${from}–${to} ${zoneWords(moment)}` };
}
