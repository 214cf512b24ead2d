// How long: a number and what it counts. What is written in another way stays, and can be written over.
import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readSpan, type Unit, units, writeSpan } from '../span.ts';

interface SpanInputParts {
  readonly label: string;
  readonly value: unknown;
  readonly isReadOnly?: boolean;
  /** Anniversaries are counted in days. */
  readonly isInDays?: boolean;
  onChange(span: string): void;
}

export function SpanInput({ label, value, isReadOnly, isInDays, onChange }: SpanInputParts) {
  const { t } = useTranslation();
  const span = readSpan(value);
  if (!span && typeof value === 'string' && value !== '')
    return (
      <TextInput
        aria-label={label}
        w={110}
        readOnly={isReadOnly}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  const { count, unit } = span ?? { count: '', unit: 'day' as Unit };
  return (
    <Group gap={4} wrap="nowrap">
      <NumberInput
        aria-label={label}
        w={76}
        min={1}
        max={36_500}
        allowDecimal={false}
        readOnly={isReadOnly}
        value={count}
        onChange={(to) => onChange(typeof to === 'number' ? writeSpan({ count: to, unit }) : '')}
      />
      <Select
        aria-label={t('{{label}}: unit', { label })}
        w={116}
        data={wordsOf(t, isInDays)}
        value={unit}
        readOnly={isReadOnly}
        allowDeselect={false}
        onChange={(to) => onChange(writeSpan({ count: Number(count || 1), unit: to as Unit }))}
      />
    </Group>
  );
}

/* t('unit: minute') t('unit: hour') t('unit: day') t('unit: week') t('unit: month') */
const wordsOf = (t: (key: string) => string, isInDays = false) =>
  (isInDays ? (['day', 'week'] as const) : units).map((unit) => ({
    value: unit,
    label: t(`unit: ${unit}`),
  }));
