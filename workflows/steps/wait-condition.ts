// Wait until a condition holds: `{ for: 7 days, until: { condition: … } }`. It is asked on arrival, whenever the contact
// changes, and whenever time alone may have changed the answer. At the end it is not asked again: the end was first.
import * as z from 'zod';
import { condition, propertiesRead } from '../conditions/condition.ts';
import { type Answer, evaluate } from '../conditions/evaluate.ts';
import { sentence } from '../conditions/sentence.ts';
import { duration, durationText, type Instant } from '../model/time.ts';
import type { Outcome } from './step.ts';
import { endOf, isOver, type WaitKind, waitUntil } from './wait-kind.ts';

const schema = z.strictObject({
  for: durationText,
  until: z.strictObject({ condition }),
});

export type WaitCondition = z.infer<typeof schema>;

export const waitCondition: WaitKind<WaitCondition> = {
  schema,
  paths: ['onTimeout'],
  sentence: ({ for: length, until }) => `until ${sentence(until.condition)}, for at most ${length}`,
  conditions: ({ until }) => [until.condition],
  reads: ({ until }) => propertiesRead(until.condition),
  arrive: ({ for: length, until }, moment) => {
    const answer = evaluate(until.condition, moment.subject());
    return goOn(answer) ?? { do: 'wait', until: earlier(answer, endOf(length, moment)) };
  },
  look: ({ until }, moment) => {
    const known = moment.enrollment.until;
    if (isOver(moment) || known === undefined) return undefined;
    const answer = evaluate(until.condition, moment.subject());
    return goOn(answer) ?? waitUntil(earlier(answer, known), moment);
  },
  timeOut: ({ for: length, until }, moment) => {
    const { since = moment.movedAt, until: rung = moment.now } = moment.enrollment;
    const end = since + duration(length);
    const because = `${length} have passed, and not: ${sentence(until.condition)}`;
    const over: Outcome = { do: 'go_on', path: 'onTimeout', because };
    if (rung >= end) return over;
    const answer = evaluate(until.condition, moment.subject());
    if (answer.held || moment.now >= end) return goOn(answer) ?? over;
    return { do: 'wait', until: earlier(answer, end) };
  },
};

const goOn = ({ held, because }: Answer): Outcome | undefined =>
  held ? { do: 'go_on', because } : undefined;

const earlier = ({ until = Number.POSITIVE_INFINITY }: Answer, end: Instant): Instant =>
  Math.min(until, end);
