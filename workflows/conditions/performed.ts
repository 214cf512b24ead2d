// Whether an event was done, and how often, or how much its values add up to.
import * as z from 'zod';
import { add, compare, decimal } from '../model/decimal.ts';
import type { Watched } from '../model/history.ts';
import { line } from '../model/text.ts';
import {
  type Comparison,
  comparison,
  comparisonWords,
  onlyOne,
  suits,
  wishOf,
} from './comparison.ts';
import { filtersOf, type Where, where, whereWords } from './filter.ts';
import { type Finding, operator } from './operator.ts';
import { counted, isEver, leaves, type SpanRule, spanNeeds, spanShape, spanWords } from './span.ts';
import type { Subject } from './subject.ts';
import { deepest, watch } from './watch.ts';
import { clock, quoted, times } from './words.ts';

export interface Performed extends SpanRule {
  readonly event: string;
  readonly where?: Where;
  /** At least once, unless said otherwise. */
  readonly count?: Comparison | 'never' | undefined;
  /** The sum of a property's values instead of a count. */
  readonly sum?: (Comparison & { readonly of: string }) | undefined;
  /** Only what Perennial itself has seen happen. */
  readonly ours?: true;
}

const times200 = z.int().min(1).max(deepest);
const counting = z.strictObject(comparison(times200)).superRefine(checkOne);
const adding = z.strictObject({ of: line(200), ...comparison(z.number()) }).superRefine(checkOne);

function checkOne(rule: Comparison, context: z.RefinementCtx): void {
  const message = onlyOne(rule);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
}

export const eventName = line(200);
export const countShape = z.optional(
  z.union([z.literal('never'), counting], { error: 'either "never", or such as { at_least: 2 }' }),
);

/** A sum in a window adds up the newest so many occurrences at most. */
const added = 100;

const wishedCount = (rule: Performed): Comparison =>
  rule.count === 'never' ? { exactly: 0 } : (rule.count ?? { at_least: 1 });

/** To see a count of exactly n, or of at most n, one more must be kept. */
function depthOf(rule: Performed): number {
  if (isEver(rule)) return 1;
  if (rule.sum) return added;
  const count = wishedCount(rule);
  return count.at_least ?? wishOf(count) + 1;
}

export const watchOf = (rule: Performed) =>
  watch({
    event: rule.event,
    where: filtersOf(rule.where),
    ...(rule.sum && { measure: rule.sum.of }),
    ours: rule.ours,
    depth: depthOf(rule),
  });

export function answerPerformed(rule: Performed, subject: Subject): Finding {
  const watched = subject.contact.history[watchOf(rule).key];
  return rule.sum
    ? answerSum(rule, { ...rule.sum, watched }, subject)
    : answerCount(rule, watched, subject);
}

function answerCount(rule: Performed, watched: Watched | undefined, subject: Subject): Finding {
  const wish = wishedCount(rule);
  const some = counted(watched, rule, subject);
  const count = isEver(rule) ? (watched?.count ?? 0) : some.length;
  const held = suits(Math.sign(count - wishOf(wish)), wish);
  return { held, found: foundCount(count, watched), until: countChanges(rule, some) };
}

/** The count passes the wish when the occurrence that makes it, or the one that spoils it, leaves the window. */
function countChanges(rule: Performed, some: Watched['recent']): number | undefined {
  const wish = wishedCount(rule);
  const wished = wishOf(wish);
  const spoils = leaves(some.at(-1 - wished)?.[0], rule);
  if (wish.at_most !== undefined) return spoils;
  return wish.exactly !== undefined && spoils !== undefined
    ? spoils
    : leaves(wished === 0 ? undefined : some.at(-wished)?.[0], rule);
}

function foundCount(count: number, watched: Watched | undefined): string {
  if (!watched) return 'never';
  const last = `last at ${clock(watched.last)}`;
  return count > 0 ? `${times(count)}, ${last}` : `not in that time, ${last}`;
}

interface Sum extends Comparison {
  readonly watched: Watched | undefined;
}

function answerSum(rule: Performed, { watched, ...wish }: Sum, subject: Subject): Finding {
  const some = counted(watched, rule, subject);
  const sum = isEver(rule)
    ? (watched?.sum ?? '0')
    : some.reduce((total, [, , value]) => add(total, value ?? '0'), '0');
  const wished = decimal(wishOf(wish)) ?? '0';
  const held = suits(compare(sum, wished), wish);
  return { held, found: sum, until: leaves(some[0]?.[0], rule) };
}

function performedWords(rule: Performed, done: string): string {
  const event = `${done} ${quoted(rule.event)}`;
  const rest = `${spanWords(rule)}${whereWords(rule.where)}`;
  if (rule.sum)
    return `has ${event} with ${rule.sum.of} adding up to ${comparisonWords(rule.sum)}${rest}`;
  return `${countWords(rule, event)}${rest}`;
}

export function countWords({ count }: Pick<Performed, 'count'>, done: string): string {
  if (count === 'never') return `has never ${done}`;
  if (count === undefined || count.at_least === 1) return `has ${done}`;
  const wished = wishOf(count);
  return `has ${done} ${comparisonWords(count).replace(` ${wished}`, '')} ${times(wished)}`;
}

export const performedOperators = [
  operator(
    'performed',
    { event: eventName, where, count: countShape, sum: z.optional(adding), ...spanShape },
    {
      words: (rule) => performedWords(rule, 'done'),
      answer: answerPerformed,
      needs: (rule) => ({ events: [rule.event], ...spanNeeds(rule) }),
      watches: (rule) => [watchOf(rule)],
      check: ({ count, sum }) =>
        count !== undefined && sum !== undefined
          ? { at: 'sum', message: 'one of the two: count or sum' }
          : undefined,
    },
  ),
] as const;
