// What a condition still wants from whoever writes it, in their language. Finer faults are told by the rule language itself.
import type { TFunction } from 'i18next';
import type { Rule } from './rule.ts';
import { operandOf } from './value-operators.ts';

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The operands that must be there, in the order in which they are read. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  performed: ['event'],
  first_performed: ['event'],
  last_performed: ['event'],
  in_segment: ['segment'],
  not_in_segment: ['segment'],
  in_list: ['list'],
  not_in_list: ['list'],
  region: ['in'],
  random_bucket: ['from', 'to'],
  has_been: ['attribute', 'value'],
};

const compared = ['value', 'several', 'pattern', 'number', 'date', 'span', 'days'];

function operandsOf(rule: Rule): readonly string[] {
  const operand = operandOf(rule.op);
  if (operand === undefined) return wanted[rule.op] ?? [];
  const about = 'property' in rule ? 'property' : 'attribute';
  if (compared.includes(operand)) return [about, 'value'];
  return operand === 'none' || operand === 'length' ? [about] : [about, 'from', 'to'];
}

/** Undefined when nothing is left to fill in. */
export function missingIn(rule: Rule, t: TFunction): string | undefined {
  const words: Readonly<Record<string, string>> = {
    event: t('Which event?'),
    attribute: t('Which attribute?'),
    property: t('Which property?'),
    segment: t('Which segment?'),
    list: t('Which list?'),
    in: t('Which countries?'),
  };
  const empty = operandsOf(rule).find((one) => isEmpty(rule[one]));
  return empty === undefined ? undefined : (words[empty] ?? t('A value is missing.'));
}
