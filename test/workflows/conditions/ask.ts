// Asks a rule of a past told in hours before now, seen by ourselves unless told by a source; answers whether it held, and for how many hours it will.
import { condition } from '../../../workflows/conditions/condition.ts';
import { evaluate } from '../../../workflows/conditions/evaluate.ts';
import type { Fields } from '../../../workflows/model/event.ts';
import { remembered } from './arbitrary-rules.ts';
import { now, subjectOf } from './subject.ts';

export const hour = 3_600_000;

type Deed = readonly [event: string, hoursAgo: number, properties?: Fields, by?: 'source'];
export type Past = readonly Deed[];

export function ask(given: object, past: Past, since?: number) {
  const rule = condition.parse(given);
  const all = past.map(([event, ago, properties = {}, by], index) => ({
    id: `evt-${index}`,
    event,
    at: now - ago * hour,
    properties,
    ...(by === undefined && { ours: true as const }),
  }));
  const contact = remembered(rule, {}, all);
  const { held, until } = evaluate(rule, subjectOf({ contact, ...(since && { since }) }));
  return [held, until === undefined ? undefined : (until - now) / hour];
}
