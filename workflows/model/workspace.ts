// The rules of a workspace: what holds for every campaign unless it says otherwise.
import * as z from 'zod';
import { budget } from './budget.ts';
import { calendarDate, timeOfDay } from './calendar-words.ts';
import { zoneName } from './calendar-zone.ts';
import { quietHours } from './sending-window.ts';
import { durationText } from './time.ts';
import { topics } from './topic.ts';

const percent = z.number().min(0).max(100);

export const workspaceRules = z.strictObject({
  /** The zone of contacts who have none of their own, and of the marketers. */
  zone: zoneName.default('UTC'),
  /** ISO weekdays, Monday is 1. */
  weekend: z.array(z.int().min(1).max(7)).max(6).default([6, 7]),
  /** Local time on every day that is neither weekend nor holiday; `to` is after `from`. */
  businessHours: z
    .strictObject({ from: timeOfDay, to: timeOfDay })
    .refine(({ from, to }) => from < to, {
      error: 'business hours end on the day they begin: to is after from',
      path: ['to'],
    })
    .default({ from: '09:00', to: '17:00' }),
  holidays: z.array(calendarDate).max(1_000).default([]),
  /** Marketing mail is skipped when the contact had one within this time; false switches it off. */
  smartSending: z
    .union([durationText, z.literal(false)], { error: 'a time such as "16 hours", or false' })
    .default('16 hours'),
  /** Frequency caps on marketing mail; all of them hold, in any window of that length. */
  caps: z
    .array(z.strictObject({ at_most: z.int().min(1).max(budget.sends), within: durationText }))
    .max(10)
    .default([]),
  /** No marketing mail in these hours of the contact's day; they may cross midnight. */
  quietHours: z.optional(quietHours),
  /** Percent of those who enter a campaign that are held out, unless the campaign says otherwise. */
  holdout: percent.default(10),
  /** Percent of all contacts that no campaign ever mails. */
  controlGroup: percent.default(0),
  /** What mail may be about, as people are asked. */
  topics: topics.default([]),
  /** A consent by a form counts once it is confirmed by a mail to that address. */
  doubleOptIn: z.boolean().default(true),
});

export type WorkspaceRules = Readonly<z.infer<typeof workspaceRules>>;

export const defaultWorkspace: WorkspaceRules = workspaceRules.parse({});
