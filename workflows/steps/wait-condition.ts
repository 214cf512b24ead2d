// Wait until a condition holds: `{ for: 7 days, until: { condition: … } }`. It is asked on arrival, whenever the contact
// changes, and whenever time alone may have changed the answer. At the end it is not asked again: the end was first.
import * as z from 'zod';
import { condition, propertiesRead } from '../conditions/condition.ts';
import { type Answer, evaluate } from '../conditions/evaluate.ts';
import { sentence } from '../conditions/sentence.ts';
import { duration, type Instant } from '../model/time.ts';
import type { Outcome } from './step.ts';
import { endOf, isOver, type WaitKind, waitUntil } from './wait-kind.ts';

const until = z
  .strictObject({
    condition: condition.meta({ title: 'Condition', format: 'condition' }),
  })
  .meta({ title: 'A condition holds' });

export interface WaitCondition {
  readonly for: string;
  readonly until: z.infer<typeof until>;
}

export const waitCondition: WaitKind<WaitCondition> = {
  until,
  lasts: true,
  paths: ['onTimeout'],
  sentence: ({ for: length, until: wish }) =>
    `until ${sentence(wish.condition)}, for at most ${length}`,
  conditions: (wait) => [wait.until.condition],
  reads: (wait) => propertiesRead(wait.until.condition),
  arrive: ({ for: length, until: wish }, moment) => {
    const answer = evaluate(wish.condition, moment.subject());
    return goOn(answer) ?? { do: 'wait', until: earlier(answer, endOf(length, moment)) };
  },
  look: ({ until: wish }, moment) => {
    const known = moment.enrollment.until;
    if (isOver(moment) || known === undefined) return undefined;
    const answer = evaluate(wish.condition, moment.subject());
    return goOn(answer) ?? waitUntil(earlier(answer, known), moment);
  },
  timeOut: ({ for: length, until: wish }, moment) => {
    const { since = moment.movedAt, until: rung = moment.now } = moment.enrollment;
    const end = since + duration(length);
    const because = `${length} have passed, and not: ${sentence(wish.condition)}`;
    const over: Outcome = { do: 'go_on', path: 'onTimeout', because };
    if (rung >= end) return over;
    const answer = evaluate(wish.condition, moment.subject());
    if (answer.held || moment.now >= end) return goOn(answer) ?? over;
    return { do: 'wait', until: earlier(answer, end) };
  },
};

const goOn = ({ held, because }: Answer): Outcome | undefined =>
  held ? { do: 'go_on', because } : undefined;

const earlier = ({ until = Number.POSITIVE_INFINITY }: Answer, end: Instant): Instant =>
  Math.min(until, end);
