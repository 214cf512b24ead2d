// Phrases of conditions about where somebody belongs, and who they are.
import { countryName } from './fields/countries.ts';
import type { Rule } from './rule.ts';
import type { Wording } from './sentence.ts';
import { spanWords } from './span.ts';
import { consentWords, suppressionWords } from './standing-words.ts';

export function standingPhrase(rule: Rule, words: Wording): string {
  if (rule.op === 'consent') return consentPhrase(rule, words);
  if (rule.op === 'suppressed') return suppressedPhrase(rule, words);
  return memberPhrase(rule, words);
}

function memberPhrase(rule: Rule, { t, called }: Wording): string {
  const isSegment = 'segment' in rule;
  const name = isSegment
    ? called('segments', rule.segment) || '…'
    : called('lists', rule.list) || '…';
  const isIn = rule.op.startsWith('in_');
  const joined =
    rule.joined_within === undefined
      ? ''
      : t(', for less than {{span}}', { span: spanWords(rule.joined_within, t) });
  if (isSegment)
    return isIn
      ? t('are in the segment “{{name}}”{{joined}}', { name, joined })
      : t('are not in the segment “{{name}}”', { name });
  return isIn
    ? t('are on the list “{{name}}”{{joined}}', { name, joined })
    : t('are not on the list “{{name}}”', { name });
}

function consentPhrase({ status, topic, method, since, within }: Rule, words: Wording): string {
  const { t, called } = words;
  const about =
    topic === undefined
      ? t('to marketing mail')
      : t('to the topic {{name}}', { name: called('topics', topic) });
  const details = [
    within === undefined ? '' : t(' in the last {{span}}', { span: spanWords(within, t) }),
    since === undefined ? '' : t(', since {{day}}', { day: String(since) }),
    method === undefined ? '' : t(', by {{method}}', { method: String(method) }),
  ];
  return `${consentWords(t)[String(status)] ?? String(status)} ${about}${details.join('')}`;
}

const suppressedPhrase = ({ reason }: Rule, { t }: Wording): string =>
  reason === undefined
    ? t('have an address that must not be mailed')
    : `${t('have an address that must not be mailed')} ${suppressionWords(t)[String(reason)] ?? String(reason)}`;

export function personPhrase(rule: Rule, words: Wording): string {
  const { t, number, language } = words;
  if (rule.op === 'everyone') return t('are there at all');
  if (rule.op === 'random_bucket')
    return t('are in the random part from {{from}}% up to {{to}}%', {
      from: number(Number(rule.from ?? 0)),
      to: number(Number(rule.to ?? 0)),
    });
  if (rule.op === 'has_been') return unchangedPhrase(rule, words);
  const countries = (rule.in as readonly string[]).map((code) =>
    code === 'eu' ? t('the European Union') : countryName(code, language),
  );
  return t('live in {{countries}}', { countries: countries.join(t(', ')) || '…' });
}

function unchangedPhrase(rule: Rule, { t }: Wording): string {
  const said = { name: String(rule.attribute || '…'), value: String(rule.value ?? '…') };
  return rule.less_than === undefined
    ? t('{{name}} is “{{value}}” for at least {{span}}', { ...said, span: spanWords(rule.for, t) })
    : t('{{name}} is “{{value}}” for less than {{span}}', {
        ...said,
        span: spanWords(rule.less_than, t),
      });
}
