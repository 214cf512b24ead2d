// Phrases of conditions about one value: "plan is pro".
import type { Rule } from './rule.ts';
import type { Wording } from './sentence.ts';
import { spanWords } from './span.ts';
import { operandOf, operatorWords } from './value-operators.ts';

export function valuePhrase(rule: Rule, words: Wording): string {
  const { t } = words;
  const name = String(rule.attribute ?? rule.property ?? '') || '…';
  const said = [name, operatorWords(t)[rule.op] ?? rule.op, operandWords(rule, words)];
  return `${said.filter(Boolean).join(' ')}${missingWords(rule, words)}`;
}

const shown = (value: unknown, { number }: Wording): string => {
  if (value === undefined || value === '') return '…';
  return typeof value === 'number' ? number(value) : `“${String(value)}”`;
};

function operandWords(rule: Rule, words: Wording): string {
  const { t } = words;
  switch (operandOf(rule.op)) {
    case 'none':
      return '';
    case 'several':
      return ([rule.value].flat() as unknown[]).map((one) => shown(one, words)).join(t(', '));
    case 'numbers':
    case 'dates':
      return between(shown(rule.from, words), shown(rule.to, words), words);
    case 'spans':
      return between(spanWords(rule.from, t), spanWords(rule.to, t), words);
    case 'span':
    case 'days':
      return spanWords(rule.value, t);
    case 'length':
      return comparisonWords(rule, words);
    default:
      return shown(rule.value, words);
  }
}

const between = (from: string, to: string, { t }: Wording): string =>
  t('{{from}} and {{to}}', { from, to });

/** "at least 2" */
export function comparisonWords(
  rule: { readonly [comparison: string]: unknown },
  { t, number }: Wording,
): string {
  const { at_least, at_most, exactly } = rule;
  if (typeof at_most === 'number') return t('at most {{amount}}', { amount: number(at_most) });
  if (typeof exactly === 'number') return t('exactly {{amount}}', { amount: number(exactly) });
  const amount = typeof at_least === 'number' ? number(at_least) : '…';
  return t('at least {{amount}}', { amount });
}

function missingWords({ op, include_missing }: Rule, { t }: Wording): string {
  const isNegative = op.includes('not_') || op === 'list_contains_none';
  if (include_missing === undefined || include_missing === isNegative) return '';
  return include_missing ? t(' or is not known') : t(' and is known at all');
}
