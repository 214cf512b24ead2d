// Trigger: an event by its name, and by what it says.
import * as z from 'zod';
import { condition } from '../conditions/condition.ts';
import { evaluate } from '../conditions/evaluate.ts';
import { line } from '../model/text.ts';
import type { TriggerType } from './trigger.ts';

export const eventTrigger = z.strictObject({
  event: line(200).meta({ title: 'Event', format: 'event-name' }),
  where: z.optional(
    condition.meta({
      title: 'Where',
      format: 'condition',
      description: 'Only an event of which it holds counts.',
    }),
  ),
});

export type EventTrigger = z.infer<typeof eventTrigger>;

export const event: TriggerType<EventTrigger> = {
  type: 'event',
  label: 'An event happens',
  schema: eventTrigger,
  sentence: (trigger) => `when "${trigger.event}" happens`,
  keys: (trigger) => [`event:${trigger.event}`],
  answer: (trigger, touch, subject) => {
    if (touch.kind !== 'event' || touch.event.name !== trigger.event) return undefined;
    const where = trigger.where && evaluate(trigger.where, subject);
    const because = [`"${trigger.event}" happened`, where?.because].filter(Boolean).join(', ');
    return { held: where?.held ?? true, because: where?.held === false ? where.because : because };
  },
};
