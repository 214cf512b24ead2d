// Trigger: an event that has not happened again for so long. The clock starts anew with every occurrence.
import * as z from 'zod';
import { filtersOf, where } from '../conditions/filter.ts';
import { watch } from '../conditions/watch.ts';
import { line } from '../model/text.ts';
import { duration, durationText } from '../model/time.ts';
import type { TriggerType } from './trigger.ts';

const inactivityTrigger = z.strictObject({
  inactivity: z.strictObject({
    event: line(200).meta({ title: 'Event', format: 'event-name' }),
    where: where.meta({
      title: 'Where',
      format: 'filters',
      description: 'Only an event of which it holds counts.',
    }),
    for: durationText.meta({ title: 'For', description: 'How long it has not happened again.' }),
  }),
});

type InactivityTrigger = z.infer<typeof inactivityTrigger>;

const watched = ({ inactivity }: InactivityTrigger) =>
  watch({ event: inactivity.event, where: filtersOf(inactivity.where), depth: 1 });

export const inactivity: TriggerType<InactivityTrigger> = {
  type: 'inactivity',
  label: 'Something stops happening',
  schema: inactivityTrigger,
  sentence: (trigger) =>
    `when "${trigger.inactivity.event}" has not happened for ${trigger.inactivity.for}`,
  keys: (trigger) => [`watch:${watched(trigger).key}`],
  watches: (trigger) => [watched(trigger)],
  next: (trigger, { contact }, after) => {
    const last = contact.history[watched(trigger).key]?.last;
    if (last === undefined) return undefined;
    const due = last + duration(trigger.inactivity.for);
    return due > after ? due : undefined;
  },
  because: ({ inactivity: { event, for: time } }) => `no "${event}" for ${time}`,
};
