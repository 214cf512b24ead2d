// Trigger: a date among the contact's attributes, or its anniversary, some days before or after it, at a local time.
import * as z from 'zod';
import { dayAfter, instantOf } from '../model/calendar.ts';
import { nextAnniversary } from '../model/calendar-anniversary.ts';
import { readDate } from '../model/calendar-date.ts';
import { timeOfDay } from '../model/calendar-words.ts';
import type { TriggerType } from './trigger.ts';

const dateTrigger = z.strictObject({
  date: z.strictObject({
    attribute: z.string().min(1).max(100).meta({ title: 'Attribute', format: 'attribute' }),
    /** Every year on that day, the day of origin itself not. */
    anniversary: z.optional(
      z.boolean().meta({ title: 'Every year', description: 'As for birthdays.' }),
    ),
    /** Days from the date: −3 is three days before it. */
    offset: z
      .int()
      .min(-366)
      .max(366)
      .default(0)
      .meta({ title: 'Days from the date', description: '−3 is three days before it.' }),
    at: timeOfDay.default('09:00').meta({
      title: 'At',
      format: 'time-of-day',
      description: 'By the clocks where the contact lives.',
    }),
  }),
});

type DateTrigger = z.infer<typeof dateTrigger>;

export const date: TriggerType<DateTrigger> = {
  type: 'date',
  label: 'A date comes',
  schema: dateTrigger,
  sentence: (trigger) => `when it is ${when(trigger)}`,
  // The hour is the contact's own, so moving house moves it.
  keys: ({ date: { attribute } }) => [
    `attribute:${attribute}`,
    'attribute:timezone',
    'attribute:last_timezone',
  ],
  next: ({ date: { attribute, anniversary, offset, at } }, { contact, zone }, after) => {
    const found = readDate(contact.traits[attribute], zone);
    if (!found) return undefined;
    if (anniversary)
      return nextAnniversary(found.day, { from: after + 1, zone, at, offsetDays: offset });
    const due = instantOf(dayAfter(found.day, offset), at, zone);
    return due > after ? due : undefined;
  },
  because: (trigger) => `it is ${when(trigger)}`,
};

function when({ date: { attribute, anniversary, offset, at } }: DateTrigger): string {
  const day = anniversary ? `the anniversary of ${attribute}` : attribute;
  const days = `${Math.abs(offset)} ${Math.abs(offset) === 1 ? 'day' : 'days'}`;
  if (offset === 0) return `${at} on ${day}`;
  return `${at}, ${days} ${offset < 0 ? 'before' : 'after'} ${day}`;
}
