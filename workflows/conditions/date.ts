// Operators on dates: against a fixed date, and against now. Spans against now roll and are half-open:
// "in the last 30 days" holds from the moment itself up to, and without, exactly 30 times 24 hours later.
import type { Json } from '../model/event.ts';
import type { Instant } from '../model/time.ts';
import { dateText, type Span, spanOf } from './calendar-day.ts';
import { type Moment, valueOperator } from './value.ts';
import { windowOf, windowText, windowWords } from './window.ts';

const one = { value: dateText };
const range = { from: dateText, to: dateText };
const span = { value: windowText };
const spans = { from: windowText, to: windowText };

interface Fixed {
  readonly value: string;
}

interface Two {
  readonly from: string;
  readonly to: string;
}

type Compare = (actual: Span, wished: Span) => boolean;

const against =
  (compare: Compare) =>
  (actual: Json, { value }: Fixed, { zone }: Moment) =>
    both(spanOf(actual, zone), spanOf(value, zone), compare);

const both = (actual: Span | undefined, wished: Span | undefined, compare: Compare): boolean =>
  actual !== undefined && wished !== undefined && compare(actual, wished);

const isBefore: Compare = (actual, wished) => actual.start < wished.start;
const isAfter: Compare = (actual, wished) => actual.start >= wished.end;

/** When a rolling operator holds of a moment: from `start` on, before `end`. */
type Held<R> = (at: Instant, rule: R) => Span;

function rolling<R>(held: Held<R>) {
  const spanFor = (actual: Json, rule: R, zone: string) => {
    const found = spanOf(actual, zone);
    return found && held(found.start, rule);
  };
  return {
    test: (actual: Json, rule: R, { now, zone }: Moment): boolean => {
      const found = spanFor(actual, rule, zone);
      return found !== undefined && found.start <= now && now < found.end;
    },
    until: (actual: Json, rule: R, { now, zone }: Moment): Instant | undefined => {
      const { start, end } = spanFor(actual, rule, zone) ?? { start: now, end: now };
      return [start, end].find((at) => at > now && at < Number.POSITIVE_INFINITY);
    },
    zone: true,
  };
}

const forever = Number.POSITIVE_INFINITY;

export const dateOperators = [
  valueOperator('before', one, {
    test: against(isBefore),
    words: ({ value }) => `is before ${value}`,
    zone: true,
  }),
  valueOperator('after', one, {
    test: against(isAfter),
    words: ({ value }) => `is after ${value}`,
    zone: true,
  }),
  valueOperator('between_dates', range, {
    test: (actual, { from, to }, moment) =>
      !against(isBefore)(actual, { value: from }, moment) &&
      against((found, wished) => found.start < wished.end)(actual, { value: to }, moment),
    words: ({ from, to }) => `is from ${from} to ${to}`,
    zone: true,
    check: ({ from, to }) =>
      both(spanOf(to, 'UTC'), spanOf(from, 'UTC'), isBefore)
        ? { at: 'to', message: 'from is later than to' }
        : undefined,
  }),
  valueOperator('in_the_last', span, {
    ...rolling<Fixed>((at, { value }) => ({ start: at, end: at + windowOf(value) })),
    words: ({ value }) => `is in the last ${windowWords(value)}`,
  }),
  valueOperator('more_than_ago', span, {
    ...rolling<Fixed>((at, { value }) => ({ start: at + windowOf(value), end: forever })),
    words: ({ value }) => `is more than ${windowWords(value)} ago`,
  }),
  valueOperator('in_the_next', span, {
    ...rolling<Fixed>((at, { value }) => ({ start: at - windowOf(value), end: at })),
    words: ({ value }) => `is in the next ${windowWords(value)}`,
  }),
  valueOperator('between_ago', spans, {
    ...rolling<Two>((at, { from, to }) => ({ start: at + windowOf(from), end: at + windowOf(to) })),
    words: ({ from, to }) => `is from ${windowWords(from)} to ${windowWords(to)} ago`,
    check: ({ from, to }) =>
      windowOf(from) >= windowOf(to)
        ? { at: 'to', message: 'from is not less than to' }
        : undefined,
  }),
] as const;
