// Phrases of conditions about what somebody did, or what became of our mail.
import { filtersOf } from './filters.ts';
import { mailWords } from './mail-words.ts';
import type { Rule } from './rule.ts';
import type { Wording } from './sentence.ts';
import { comparisonWords, valuePhrase } from './sentence-of-values.ts';
import { spanWords } from './span.ts';

const named = (name: unknown): string => `“${String(name ?? '') || '…'}”`;

export function whenWords({ within, since_entry }: Rule, { t }: Wording): string {
  if (since_entry) return t(' since entering the campaign');
  return within === undefined ? '' : t(' in the last {{span}}', { span: spanWords(within, t) });
}

function whereWords(where: unknown, words: Wording): string {
  const filters = filtersOf(where).map((one) => valuePhrase(one, words));
  if (filters.length === 0) return '';
  return words.t(' where {{conditions}}', { conditions: filters.join(words.t(' and ')) });
}

export function eventPhrase(rule: Rule, words: Wording): string {
  const { t } = words;
  const { event, count, sum } = rule;
  const said = {
    event: named(event),
    when: whenWords(rule, words),
    where: whereWords(rule.where, words),
  };
  if (sum) {
    const { of, ...wished } = sum as Readonly<Record<string, unknown>>;
    const amount = comparisonWords(wished, words);
    return t('did {{event}} with “{{property}}” adding up to {{amount}}{{when}}{{where}}', {
      ...said,
      ...{ property: String(of), amount },
    });
  }
  if (count === undefined) return t('did {{event}}{{when}}{{where}}', said);
  if (count === 'never') return t('never did {{event}}{{when}}{{where}}', said);
  const often = comparisonWords(count as Record<string, unknown>, words);
  return t('did {{event}} {{often}}×{{when}}{{where}}', { ...said, often });
}

export function turningPhrase(rule: Rule, words: Wording): string {
  const { t } = words;
  const said = {
    event: named(rule.event),
    when: whenWords(rule, words),
    where: `${whereWords(rule.where, words)}${whereWords(rule.has, words)}`,
  };
  return rule.op === 'first_performed'
    ? t('did {{event}} for the first time{{when}}{{where}}', said)
    : t('did {{event}} for the last time{{when}}{{where}}', said);
}

export function sequencePhrase(rule: Rule, words: Wording): string {
  const { t } = words;
  const steps = rule.steps as readonly Readonly<Record<string, unknown>>[];
  const said = steps.map(({ event, where }) => `${named(event)}${whereWords(where, words)}`);
  const lasting = rule.lasting
    ? t(', all within {{span}}', { span: spanWords(rule.lasting, t) })
    : '';
  const events = said.join(t(', then '));
  return t('did {{events}}{{lasting}}{{when}}', { events, lasting, when: whenWords(rule, words) });
}

export function mailPhrase(rule: Rule, words: Wording): string {
  const { t, called } = words;
  const { became, campaign, link, count, machines } = rule;
  const often =
    count === undefined || count === 'never'
      ? ''
      : ` ${comparisonWords(count as Record<string, unknown>, words)}×`;
  const parts = [
    `${mailWords(t)[String(became)] ?? String(became)}${often}`,
    campaign === undefined
      ? ''
      : t(' of campaign “{{name}}”', { name: called('campaigns', campaign) }),
    link === undefined ? '' : t(' on a link with “{{part}}”', { part: String(link) }),
    whenWords(rule, words),
    machines ? t(', machines included') : '',
  ].join('');
  return count === 'never'
    ? t('it never happened that they {{happening}}', { happening: parts })
    : parts;
}
