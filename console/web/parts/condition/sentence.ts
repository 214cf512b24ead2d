// A condition as a sentence in the reader's language: what stands after "Everybody who". Languages order their words
// differently, so every phrase takes its time and its "where" as parts of its own.
import type { TFunction } from 'i18next';
import { isDrawn } from './drawn.ts';
import { asGroup, groupOf, type Rule } from './rule.ts';
import { eventPhrase, mailPhrase, sequencePhrase, turningPhrase } from './sentence-of-events.ts';
import { personPhrase, standingPhrase } from './sentence-of-standing.ts';
import { valuePhrase } from './sentence-of-values.ts';

/** How things are called, and how the language writes. */
export interface Wording {
  readonly t: TFunction;
  readonly language: string;
  number(value: number): string;
  called(kind: 'segments' | 'lists' | 'campaigns' | 'topics', id: unknown): string;
}

type Phrase = (rule: Rule, words: Wording) => string;

const phrases: Readonly<Record<string, Phrase>> = {
  performed: eventPhrase,
  first_performed: turningPhrase,
  last_performed: turningPhrase,
  sequence: sequencePhrase,
  email: mailPhrase,
  in_segment: standingPhrase,
  not_in_segment: standingPhrase,
  in_list: standingPhrase,
  not_in_list: standingPhrase,
  consent: standingPhrase,
  suppressed: standingPhrase,
  region: personPhrase,
  random_bucket: personPhrase,
  has_been: personPhrase,
  everyone: personPhrase,
};

export function phraseOf(rule: Rule, words: Wording): string {
  const group = groupOf(rule);
  if (group) return groupPhrase(rule, words);
  if (!isDrawn(rule)) return JSON.stringify(rule);
  return (phrases[rule.op] ?? valuePhrase)(rule, words);
}

/** Inner groups stand in brackets, so that "and" and "or" do not run together. */
function groupPhrase(rule: Rule, words: Wording): string {
  const { mode, rules } = asGroup(rule);
  const { t } = words;
  const link = mode === 'all' ? t(' and ') : t(' or ');
  const parts = rules.map((one) => {
    const phrase = phraseOf(one, words);
    return (groupOf(one)?.rules.length ?? 0) > 1 ? `(${phrase})` : phrase;
  });
  const joined = parts.length > 0 ? parts.join(link) : '…';
  return mode === 'none'
    ? t('none of this holds: ({{conditions}})', { conditions: joined })
    : joined;
}

/** "Everybody who has done “Order Completed” in the last 30 days and plan is pro." */
export const sentenceOf = (rule: Rule, words: Wording): string =>
  words.t('Everybody of whom it holds: {{conditions}}.', { conditions: phraseOf(rule, words) });
