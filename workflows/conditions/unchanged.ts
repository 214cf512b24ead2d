// How long an attribute has been what it is. Known from the first change that was seen; before that, not held.
import * as z from 'zod';
import { isSame } from './fold.ts';
import { type Finding, operator } from './operator.ts';
import { locate } from './path.ts';
import type { Subject } from './subject.ts';
import { scalar } from './text.ts';
import { attributeWatch } from './watch.ts';
import { windowOf, windowText, windowWords } from './window.ts';
import { clock, shown } from './words.ts';

interface HasBeen {
  readonly attribute: string;
  readonly value: string | number | boolean;
  /** At least so long. */
  readonly for?: string | undefined;
  readonly less_than?: string | undefined;
}

const spanWords = (rule: HasBeen): string =>
  rule.for === undefined
    ? `less than ${windowWords(rule.less_than ?? '')}`
    : `at least ${windowWords(rule.for)}`;

function answer(rule: HasBeen, { contact, now }: Subject): Finding {
  const { values } = locate(contact.traits, rule.attribute);
  const [actual] = values;
  if (actual === undefined) return { held: false, found: 'unknown' };
  if (!isSame(actual, rule.value)) return { held: false, found: shown(actual) };
  const since = contact.history[attributeWatch(rule.attribute).key]?.last;
  if (since === undefined)
    return { held: false, found: `${shown(actual)}, nobody knows since when` };
  const due = since + windowOf(rule.for ?? rule.less_than ?? '');
  return {
    held: now >= due === (rule.for !== undefined),
    found: `${shown(actual)} since ${clock(since)}`,
    until: now < due ? due : undefined,
  };
}

export const unchangedOperators = [
  operator(
    'has_been',
    {
      attribute: z.string().min(1).max(200),
      value: scalar,
      for: z.optional(windowText),
      less_than: z.optional(windowText),
    },
    {
      words: (rule) => `${rule.attribute} has been ${shown(rule.value)} for ${spanWords(rule)}`,
      answer,
      needs: ({ attribute }) => ({ attributes: [attribute], time: true }),
      watches: ({ attribute }) => [attributeWatch(attribute)],
      check: (rule) =>
        (rule.for === undefined) === (rule.less_than === undefined)
          ? 'one of: for, less_than'
          : undefined,
    },
  ),
] as const;
