// The window in which occurrences count: the last so many days, since the campaign was entered, or ever.
import * as z from 'zod';
import type { Watched } from '../model/history.ts';
import type { Instant } from '../model/time.ts';
import type { Subject } from './subject.ts';
import { windowOf, windowText, windowWords } from './window.ts';

export const spanShape = {
  within: z.optional(windowText),
  since_entry: z.optional(z.literal(true)),
};

export interface SpanRule {
  readonly within?: string | undefined;
  readonly since_entry?: boolean | undefined;
}

/** Whether all of the past counts. */
export const isEver = ({ within, since_entry }: SpanRule): boolean =>
  within === undefined && !since_entry;

/** Whether an occurrence at that moment counts. Who never entered has done nothing since. */
export function counts(at: Instant, rule: SpanRule, { now, since }: Subject): boolean {
  if (rule.since_entry && at < (since ?? Number.POSITIVE_INFINITY)) return false;
  return rule.within === undefined || at + windowOf(rule.within) > now;
}

/** The newest occurrences that count, oldest first. */
export const counted = (watched: Watched | undefined, rule: SpanRule, subject: Subject) =>
  (watched?.recent ?? []).filter(([at]) => counts(at, rule, subject));

/** The first moment at which an occurrence that counts does no more. */
export const leaves = (at: Instant | undefined, { within }: SpanRule): Instant | undefined =>
  at === undefined || within === undefined ? undefined : at + windowOf(within);

export const spanWords = ({ within, since_entry }: SpanRule): string =>
  `${within === undefined ? '' : ` in the last ${windowWords(within)}`}${since_entry ? ' since entering' : ''}`;

export const spanNeeds = ({ within, since_entry }: SpanRule) => ({
  time: within !== undefined,
  entry: since_entry === true,
});
