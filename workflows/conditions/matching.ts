// Operators on patterns: regular expressions, of the kind that always end soon.
import * as z from 'zod';
import type { Json } from '../model/event.ts';
import { type Automaton, automaton, finds } from './automaton.ts';
import { composed, foldScript } from './fold.ts';
import { patternText } from './pattern.ts';
import { valueOperator } from './value.ts';
import { quoted } from './words.ts';

const operands = {
  value: patternText((pattern) => automaton(pattern)),
  exact: z.optional(z.boolean()),
};

interface Wish {
  readonly value: string;
  readonly exact?: boolean | undefined;
}

/** A rule is asked many times of many contacts. */
const built = new WeakMap<Wish, Automaton>();

/** Case is left to the pattern: \D folded to \d would mean the opposite. */
function automatonOf(rule: Wish): Automaton {
  const known = built.get(rule);
  if (known) return known;
  const made = automaton(rule.exact ? rule.value : foldScript(rule.value), rule.exact);
  built.set(rule, made);
  return made;
}

function matches(actual: Json, rule: Wish): boolean {
  if (Array.isArray(actual)) return actual.some((one: Json) => matches(one, rule));
  if (typeof actual === 'object') return false;
  const text = composed(String(actual));
  return finds(automatonOf(rule), rule.exact ? text : foldScript(text));
}

export const matchingOperators = [
  valueOperator('matches', operands, {
    test: matches,
    words: ({ value }) => `matches the pattern ${quoted(value)}`,
  }),
  valueOperator('not_matches', operands, {
    test: matches,
    negative: true,
    words: ({ value }) => `does not match the pattern ${quoted(value)}`,
  }),
] as const;
