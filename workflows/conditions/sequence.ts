// Events one after another: A, then B, then C, all within a time. Of each step the newest 20 occurrences are looked at.
import * as z from 'zod';
import type { Instant } from '../model/time.ts';
import { filtersOf, type Where, where, whereWords } from './filter.ts';
import { type Finding, operator } from './operator.ts';
import { eventName } from './performed.ts';
import { counts, leaves, type SpanRule, spanNeeds, spanShape, spanWords } from './span.ts';
import type { Subject } from './subject.ts';
import { watch } from './watch.ts';
import { windowOf, windowText, windowWords } from './window.ts';
import { clock, quoted } from './words.ts';

interface Step {
  readonly event: string;
  readonly where?: Where;
}

interface Sequence extends SpanRule {
  readonly steps: readonly Step[];
  /** From the first step to the last. */
  readonly lasting?: string | undefined;
}

const depth = 20;

const watchOf = ({ event, where }: Step) => watch({ event, where: filtersOf(where), depth });

/** A way through the steps so far: it is the better, the later it began. */
interface Way {
  readonly began: Instant;
  readonly at: Instant;
}

function answer(rule: Sequence, subject: Subject): Finding {
  const longest = rule.lasting === undefined ? Number.POSITIVE_INFINITY : windowOf(rule.lasting);
  const ways = waysOf(rule, subject).filter(({ began, at }) => at - began <= longest);
  const began = ways.length > 0 ? Math.max(...ways.map((one) => one.began)) : undefined;
  if (began === undefined) return { held: false, found: 'not in this order' };
  const held = counts(began, rule, subject);
  const until = held ? leaves(began, rule) : undefined;
  return { held, found: `began at ${clock(began)}`, until };
}

/** Each step comes strictly later than the one before it. */
function waysOf({ steps }: Sequence, { contact }: Subject): readonly Way[] {
  const moments = steps.map((step) =>
    (contact.history[watchOf(step).key]?.recent ?? []).map(([at]) => at),
  );
  const [first = [], ...others] = moments;
  return others.reduce<readonly Way[]>(
    (ways, next) => next.flatMap((at) => lastBefore(ways, at)),
    first.map((at) => ({ began: at, at })),
  );
}

function lastBefore(ways: readonly Way[], at: Instant): Way[] {
  const before = ways.filter((way) => way.at < at).map(({ began }) => began);
  return before.length > 0 ? [{ began: Math.max(...before), at }] : [];
}

const stepWords = (step: Step) => `${quoted(step.event)}${whereWords(step.where)}`;

export const sequenceOperators = [
  operator(
    'sequence',
    {
      steps: z
        .array(z.strictObject({ event: eventName, where }))
        .min(2)
        .max(5),
      lasting: z.optional(windowText),
      ...spanShape,
    },
    {
      words: (rule) => {
        const lasting =
          rule.lasting === undefined ? '' : ` in at most ${windowWords(rule.lasting)}`;
        return `has done ${rule.steps.map(stepWords).join(', then ')}${lasting}${spanWords(rule)}`;
      },
      answer,
      needs: (rule) => ({ events: rule.steps.map(({ event }) => event), ...spanNeeds(rule) }),
      watches: (rule) => rule.steps.map(watchOf),
    },
  ),
] as const;
