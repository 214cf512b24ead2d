// A condition about an attribute of theirs, or a property of an event: its name, an operator that suits its type, a value.
import { useTranslation } from 'react-i18next';
import { changed, type Rule } from '../rule.ts';
import type { Attribute } from '../use-names.ts';
import { firstOperator, operatorsFor, operatorWords, withOperator } from '../value-operators.ts';
import { Choice, NameInput } from './choice.tsx';
import { OperandInput } from './operand-input.tsx';

interface ValueFieldParts {
  readonly rule: Rule;
  readonly about: 'attribute' | 'property';
  readonly known: readonly Attribute[];
  readonly isReadOnly?: boolean;
  replace(rule: Rule): void;
}

export function ValueField({ rule, about, known, isReadOnly = false, replace }: ValueFieldParts) {
  const { t } = useTranslation();
  const name = String(rule[about] ?? '');
  const type = known.find((one) => one.name === name)?.type;
  const words = operatorWords(t);
  const offered = operatorsFor(type);
  const shown = offered.includes(rule.op) ? offered : [rule.op, ...offered];
  const rename = (to: string) => {
    const found = known.find((one) => one.name === to)?.type;
    const fits = found === undefined || operatorsFor(found).includes(rule.op);
    const same = changed(rule, { [about]: to });
    replace(fits ? same : withOperator(same, firstOperator(found)));
  };
  return (
    <>
      <NameInput
        label={about === 'attribute' ? t('Attribute') : t('Property')}
        names={known.map((one) => one.name)}
        value={name}
        isReadOnly={isReadOnly}
        onChange={rename}
      />
      <Choice
        label={t('Operator')}
        data={shown.map((value) => ({ value, label: words[value] ?? value }))}
        value={rule.op}
        isReadOnly={isReadOnly}
        isSearchable
        onChange={(op) => replace(withOperator(rule, op))}
      />
      <OperandInput {...{ rule, type, isReadOnly }} set={(by) => replace(changed(rule, by))} />
    </>
  );
}
