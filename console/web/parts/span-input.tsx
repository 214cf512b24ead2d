// How long: a number and what it counts. What is written in another way, such as "P3DT12H", stays, and can be written over.
import { Group, NumberInput, type NumberInputProps, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readSpan, type Span, type Unit, writeSpan } from './condition/span.ts';

interface SpanInputParts
  extends Pick<NumberInputProps, 'description' | 'required' | 'error' | 'w' | 'placeholder'> {
  readonly label: string;
  /** Inside a sentence the label is told and not shown. */
  readonly isBare?: boolean;
  readonly value: unknown;
  /** What may be counted; the first is offered first. */
  readonly units: readonly Unit[];
  readonly isReadOnly?: boolean | undefined;
  /** Undefined while there is no number. */
  onChange(span: string | undefined): void;
}

/* t('unit: minute') t('unit: hour') t('unit: day') t('unit: week') t('unit: month') t('unit: business day') */
export function SpanInput(parts: SpanInputParts) {
  const { label, isBare = false, value, units, isReadOnly, onChange, ...look } = parts;
  const named = isBare ? { 'aria-label': label } : { label, flex: 1 };
  const given = { ...look, ...named, readOnly: isReadOnly ?? false };
  const span = readSpan(value);
  const isCounted = span !== undefined && units.includes(span.unit);
  if (!isCounted && typeof value === 'string' && value !== '')
    return (
      <TextInput
        {...given}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      />
    );
  return <Counted {...{ parts, given, span }} />;
}

interface CountedParts {
  readonly parts: SpanInputParts;
  readonly given: NumberInputProps;
  readonly span: Span | undefined;
}

function Counted({ parts: { label, isBare, units, onChange }, given, span }: CountedParts) {
  const { t } = useTranslation();
  const usual: Unit = units.find((one) => one === 'day') ?? 'minute';
  const { count = '', unit = usual } = span ?? {};
  const write = (to: number, of = unit) => onChange(writeSpan({ count: to, unit: of }));
  return (
    <Group gap={isBare ? 4 : 'xs'} align="flex-end" wrap="nowrap">
      <NumberInput
        {...given}
        {...(isBare ? { w: 76, min: 1, allowDecimal: false } : { min: 0 })}
        max={36_500}
        value={count}
        onChange={(to) => (typeof to === 'number' ? write(to) : onChange(undefined))}
      />
      <Select
        aria-label={t('{{label}}: unit', { label })}
        w={isBare ? 116 : 150}
        data={units.map((one) => ({ value: one, label: t(`unit: ${one}`) }))}
        value={unit}
        readOnly={given.readOnly ?? false}
        allowDeselect={false}
        onChange={(to) => write(Number(count || 1), to as Unit)}
      />
    </Group>
  );
}
