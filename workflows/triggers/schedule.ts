// Trigger: a moment of the clock, once or again and again, for everybody in the audience. The run brings people in;
// nothing that a contact does leads here.
import * as z from 'zod';
import { type Schedule, scheduleSentence, schedule as scheduleShape } from '../model/recurrence.ts';
import type { TriggerType } from './trigger.ts';

const scheduleTrigger = z.strictObject({ schedule: scheduleShape });

interface ScheduleTrigger {
  readonly schedule: Schedule;
}

export const schedule: TriggerType<ScheduleTrigger> = {
  type: 'schedule',
  label: 'A time of the clock comes',
  schema: scheduleTrigger,
  sentence: (trigger) => scheduleSentence(trigger.schedule, "the workspace's zone"),
  keys: () => [],
};
