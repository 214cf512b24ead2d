// The first and the last time an event was done: when that was, and what it was like.
import type { Watched } from '../model/history.ts';
import { filtersOf, type Where, where, whereWords } from './filter.ts';
import { type Finding, operator } from './operator.ts';
import { eventName } from './performed.ts';
import { counts, leaves, type SpanRule, spanNeeds, spanShape, spanWords } from './span.ts';
import type { Subject } from './subject.ts';
import { watch } from './watch.ts';
import { clock, quoted } from './words.ts';

interface Turning extends SpanRule {
  readonly event: string;
  readonly where?: Where;
  readonly has?: Where;
}

type Which = 'first' | 'last';

const depth = 1;

const allOf = ({ event, where }: Turning) => watch({ event, where: filtersOf(where), depth });

/** Those that are as wished; the first of them may be the first of all. */
const wishedOf = ({ event, where, has }: Turning) =>
  watch({ event, where: [...filtersOf(where), ...filtersOf(has)], depth });

function answer(rule: Turning, which: Which, subject: Subject): Finding {
  const { history } = subject.contact;
  const at = history[allOf(rule).key]?.[which];
  if (at === undefined) return { held: false, found: 'never' };
  const suits = isSuch(history[wishedOf(rule).key], which, at);
  const within = counts(at, rule, subject);
  const found = `${which} at ${clock(at)}${suits ? '' : ', which was not so'}`;
  return {
    held: suits && within,
    found,
    until: suits && within ? leaves(at, rule) : undefined,
  };
}

/** Of several in the same millisecond one is enough. */
const isSuch = (wished: Watched | undefined, which: Which, at: number) => wished?.[which] === at;

const words = (rule: Turning, which: Which) =>
  `has done ${quoted(rule.event)}${whereWords(rule.where)} for the ${which} time${spanWords(rule)}${hasWords(rule.has)}`;

const hasWords = (has: Where) => whereWords(has).replace(/^ where/, ', when');

const turning = <O extends string>(op: O, which: Which) =>
  operator(
    op,
    { event: eventName, where, has: where, ...spanShape },
    {
      words: (rule) => words(rule as Turning, which),
      answer: (rule, subject) => answer(rule as Turning, which, subject),
      needs: (rule) => ({ events: [(rule as Turning).event], ...spanNeeds(rule as Turning) }),
      watches: (rule) =>
        (rule as Turning).has === undefined
          ? [allOf(rule as Turning)]
          : [allOf(rule as Turning), wishedOf(rule as Turning)],
      check: (rule) => checkTurning(rule as Turning),
    },
  );

const checkTurning = ({ has, within, since_entry }: Turning): string | undefined =>
  has === undefined && within === undefined && !since_entry
    ? 'say what it has, or when it was: has, within, since_entry'
    : undefined;

export const turningOperators = [
  turning('first_performed', 'first'),
  turning('last_performed', 'last'),
] as const;
