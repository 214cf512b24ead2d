// Wait until a date of the contact or of the trigger's event: `{ until: { date: { attribute: trial_ends_at, offset: -3 days,
// at: '09:00' } } }`. What is missing, no date or too far away takes `onMissing`; what is past takes `onPast`. Both go on.
import * as z from 'zod';
import { locate, prefixes } from '../conditions/path.ts';
import { localDay, localTime } from '../model/calendar.ts';
import { readDate } from '../model/calendar-date.ts';
import { isOfDays, offsetText, offsetWords, shifted } from '../model/calendar-offset.ts';
import { timeOfDay } from '../model/calendar-words.ts';
import { byKey } from '../model/one-of.ts';
import { type Instant, longest } from '../model/time.ts';
import type { Moment, Outcome } from './step.ts';
import { isMissed, isOver, type WaitKind, waitUntil, zoneWords } from './wait-kind.ts';

const name = z.string().min(1).max(100);
const when = {
  /** A number counts days: −3 is three days before the date. */
  offset: z.optional(
    z
      .union([z.int().min(-3_660).max(3_660), offsetText], {
        error: 'a number of days, or an offset such as "-2 hours"',
      })
      .meta({
        title: 'How far from the date',
        format: 'offset',
        description: 'On the day itself, unless you say how long before or after.',
      }),
  ),
  /** A local time on that day, instead of the date's own time. */
  at: z.optional(
    timeOfDay.meta({
      title: 'At',
      format: 'time-of-day',
      description: 'By the clocks where the contact lives; else the hour of the date itself.',
    }),
  ),
};

const date = byKey('the date', {
  attribute: z
    .strictObject({
      attribute: name.meta({
        title: 'Attribute',
        format: 'attribute',
        description: 'A date that is known of the contact.',
      }),
      ...when,
    })
    .meta({ title: 'A date of the contact' }),
  property: z
    .strictObject({
      property: name.meta({
        title: 'Property',
        format: 'property',
        description: 'A date that the event brought which let the contact in.',
      }),
      ...when,
    })
    .meta({ title: 'A date of the event' }),
}).refine(({ at, offset }) => at === undefined || typeof offset !== 'string' || isOfDays(offset), {
  error: '"at" goes with an offset in days, weeks or months',
  path: ['at'],
});

const until = z
  .strictObject({ date: date.meta({ title: 'Date' }) })
  .meta({ title: 'A date comes' });

export interface WaitDate {
  readonly until: z.infer<typeof until>;
}

export const waitDate: WaitKind<WaitDate> = {
  until,
  lasts: false,
  paths: ['onMissing', 'onPast'],
  sentence: (wait) => `until ${shown(wait)} where the contact lives`,
  reads: (wait) => ('property' in wait.until.date ? prefixes(wait.until.date.property) : []),
  arrive: (wait, moment) => {
    const found = dueOf(wait, moment);
    if ('missing' in found) return missing(found);
    const isPast = found.due < moment.movedAt || isMissed(found.due, moment.now);
    return isPast ? past(wait, found.due, moment) : { do: 'wait', until: found.due };
  },
  look: (wait, moment) => {
    if (isOver(moment)) return undefined;
    const found = dueOf(wait, moment);
    if ('missing' in found) return missing(found);
    return found.due < moment.now ? past(wait, found.due, moment) : waitUntil(found.due, moment);
  },
  timeOut: (wait, moment) => {
    const { enrollment, now } = moment;
    const due = enrollment.until ?? now;
    if (isMissed(due, now)) return past(wait, due, moment);
    return { do: 'go_on', because: `it is ${shown(wait)} ${zoneWords(moment)}` };
  },
};

interface Missing {
  readonly missing: string;
}

function dueOf(wait: WaitDate, moment: Moment): { readonly due: Instant } | Missing {
  const { date: given } = wait.until;
  const [fields, path] =
    'property' in given
      ? [moment.enrollment.event, given.property]
      : [moment.contact.traits, given.attribute];
  const [value] = locate(fields, path).values;
  if (value === undefined) return { missing: `${path} is not known` };
  const { zone } = moment;
  const read = readDate(value, zone);
  if (!read)
    return { missing: `${path} is no date: ${JSON.stringify(value).slice(0, 60).toWellFormed()}` };
  const due = shifted(read, { ...timesOf(given), zone });
  return due > moment.now + longest ? { missing: `${path} is more than ten years away` } : { due };
}

const missing = ({ missing: because }: Missing): Outcome => ({
  do: 'go_on',
  path: 'onMissing',
  because,
});

function past(wait: WaitDate, due: Instant, moment: Moment): Outcome {
  const { zone } = moment;
  const then = `${localDay(due, zone)} ${localTime(due, zone)} ${zoneWords(moment)}`;
  return { do: 'go_on', path: 'onPast', because: `${shown(wait)} is past: it was ${then}` };
}

type Given = WaitDate['until']['date'];

const timesOf = ({ offset, at }: Given) => ({
  ...(offset === undefined ? {} : { offset: offsetOf(offset) }),
  ...(at === undefined ? {} : { at }),
});

const offsetOf = (offset: string | number) =>
  typeof offset === 'number' ? `${offset} days` : offset;

function shown({ until: { date: given } }: WaitDate): string {
  const { offset = 0, at } = given;
  const of = 'property' in given ? given.property : given.attribute;
  return `${at === undefined ? '' : `${at}, `}${offsetWords(offsetOf(offset))}${of}`;
}
