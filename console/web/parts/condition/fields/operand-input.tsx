// What an attribute or a property is compared with, as its operator wants it.
import { Group, NumberInput, TagsInput, Text, TextInput } from '@mantine/core';
import type { FC } from 'react';
import { useTranslation } from 'react-i18next';
import { operandOf, type ValueType } from '../value-operators.ts';
import { BareSpan } from './bare-span.tsx';
import { ComparisonInput } from './comparison-input.tsx';
import type { FieldParts } from './parts.ts';

interface OperandParts extends FieldParts {
  readonly type: ValueType | undefined;
}

export function OperandInput({ rule, type, isReadOnly = false, set }: OperandParts) {
  const { t } = useTranslation();
  const input = { isReadOnly, rule, set };
  switch (operandOf(rule.op)) {
    case 'value':
      return type === 'number' ? (
        <NumberOperand {...input} of="value" label={t('Value')} />
      ) : (
        <TextOperand {...input} of="value" label={t('Value')} />
      );
    case 'pattern':
      return <TextOperand {...input} of="value" label={t('Pattern')} />;
    case 'several':
      return <SeveralOperand {...input} type={type} />;
    case 'number':
      return <NumberOperand {...input} of="value" label={t('Value')} />;
    case 'numbers':
      return <Two {...input} Input={NumberOperand} />;
    case 'length':
      return <ComparisonInput rule={rule} isReadOnly={isReadOnly} set={set} least={0} />;
    case 'date':
      return <DateOperand {...input} of="value" label={t('Day')} />;
    case 'dates':
      return <Two {...input} Input={DateOperand} />;
    case 'spans':
      return <Two {...input} Input={SpanOperand} />;
    case 'span':
    case 'days':
      return <SpanOperand {...input} of="value" label={t('How long')} />;
    default:
      return null;
  }
}

interface OneParts extends FieldParts {
  readonly of: 'value' | 'from' | 'to';
  readonly label: string;
}

const TextOperand = ({ rule, of, label, isReadOnly, set }: OneParts) => (
  <TextInput
    aria-label={label}
    placeholder={label}
    w={170}
    dir="auto"
    readOnly={isReadOnly}
    value={rule[of] === undefined ? '' : String(rule[of])}
    onChange={(event) => set({ [of]: event.currentTarget.value })}
  />
);

const NumberOperand = ({ rule, of, label, isReadOnly, set }: OneParts) => (
  <NumberInput
    aria-label={label}
    placeholder={label}
    w={100}
    readOnly={isReadOnly}
    value={rule[of] === undefined ? '' : (rule[of] as number | string)}
    onChange={(to) => set({ [of]: typeof to === 'number' ? to : undefined })}
  />
);

/** A moment with its hour is shown as it is written. */
function DateOperand({ rule, of, label, isReadOnly, set }: OneParts) {
  const value = typeof rule[of] === 'string' ? rule[of] : '';
  return (
    <TextInput
      aria-label={label}
      w={170}
      type={value.length > 10 ? 'text' : 'date'}
      readOnly={isReadOnly}
      value={value}
      onChange={(event) => set({ [of]: event.currentTarget.value || undefined })}
    />
  );
}

const SpanOperand = ({ rule, of, label, isReadOnly = false, set }: OneParts) => (
  <BareSpan
    label={label}
    value={rule[of]}
    isReadOnly={isReadOnly}
    isInDays={operandOf(rule.op) === 'days'}
    onChange={(to) => set({ [of]: to })}
  />
);

function Two({ Input: One, ...parts }: FieldParts & { readonly Input: FC<OneParts> }) {
  const { t } = useTranslation();
  return (
    <Group gap={6} wrap="nowrap">
      <One {...parts} of="from" label={t('From')} />
      <Text size="sm">{t('up to')}</Text>
      <One {...parts} of="to" label={t('To')} />
    </Group>
  );
}

/** Numbers among them stay numbers. */
function SeveralOperand({ rule, type, isReadOnly, set }: OperandParts) {
  const { t } = useTranslation();
  const values = Array.isArray(rule.value) ? (rule.value as readonly unknown[]) : [];
  const read = (text: string) =>
    values.find((one) => String(one) === text) ??
    (type === 'number' && Number.isFinite(Number(text)) ? Number(text) : text);
  return (
    <TagsInput
      aria-label={t('Values')}
      placeholder={values.length === 0 ? t('Write one, then Enter') : ''}
      miw="min(100%, 200px)"
      readOnly={isReadOnly}
      value={values.map(String)}
      acceptValueOnBlur
      onChange={(texts) => set({ value: texts.map(read) })}
    />
  );
}
