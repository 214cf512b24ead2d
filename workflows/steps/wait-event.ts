// Wait until an event: `{ for: 3 days, until: { event: Report Created, where: … } }`. It counts from the moment the
// wait began to the last before its end, by the time of the deed; the engine lets none through that came later.
import * as z from 'zod';
import { condition } from '../conditions/condition.ts';
import { evaluate } from '../conditions/evaluate.ts';
import { sentence } from '../conditions/sentence.ts';
import type { Fields } from '../model/event.ts';
import { line } from '../model/text.ts';
import { endOf, type WaitKind } from './wait-kind.ts';

const until = z
  .strictObject({
    event: line(200).meta({ title: 'Event', format: 'event-name' }),
    where: z.optional(
      condition.meta({
        title: 'Where',
        format: 'condition',
        description: 'Only an event of which it holds counts.',
      }),
    ),
  })
  .meta({ title: 'An event happens' });

export interface WaitEvent {
  readonly for: string;
  readonly until: z.infer<typeof until>;
}

export const waitEvent: WaitKind<WaitEvent> = {
  until,
  lasts: true,
  paths: ['onTimeout'],
  sentence: ({ for: length, until: { event, where } }) =>
    `until "${event}" happens${where ? ` and ${sentence(where)}` : ''}, for at most ${length}`,
  conditions: ({ until: { where } }) => (where ? [where] : []),
  arrive: (wait, moment) => ({ do: 'wait', until: endOf(wait.for, moment) }),
  hear: ({ until: wish }, event, { enrollment, subject }) => {
    if (wish.event !== event.name || event.timestamp < (enrollment.since ?? 0)) return undefined;
    const answer = wish.where && evaluate(wish.where, subject((event.properties ?? {}) as Fields));
    if (answer?.held === false) return undefined;
    const detail = answer ? `, ${answer.because}` : '';
    return { do: 'go_on', because: `"${event.name}" happened${detail}` };
  },
  timeOut: (wait) => {
    const because = `${wait.for} have passed without "${wait.until.event}"`;
    return { do: 'go_on', path: 'onTimeout', because };
  },
};
