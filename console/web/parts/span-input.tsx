// How long: a number and what it counts. What is written in another way, such as "P3DT12H", stays, and can be written over.
import { Group, NumberInput, type NumberInputProps, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
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
  /** While there is no number it stays what it was, and stands there again once the field is left. */
  readonly isNeeded?: boolean;
  /** Undefined while there is no number, unless it is needed. */
  onChange(span: string | undefined): void;
}

/* t('unit: minute') t('unit: hour') t('unit: day') t('unit: week') t('unit: month') t('unit: business day') */
export function SpanInput(parts: SpanInputParts) {
  const { label, isBare = false, value, units, isReadOnly, ...rest } = parts;
  const { onChange, isNeeded: _, ...look } = rest;
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

/** What its number and its unit show, and what they write. */
function useCounted({ units, isNeeded = false, onChange }: SpanInputParts, span: Span | undefined) {
  const usual: Unit = units.find((one) => one === 'day') ?? 'minute';
  const [isEmpty, setEmpty] = useState(false);
  const [last, setLast] = useState<Unit>(usual);
  const { count, unit = last } = span ?? {};
  const write = (to: number, of: Unit) => onChange(writeSpan({ count: to, unit: of }));
  return {
    count: isEmpty ? '' : (count ?? ''),
    unit,
    putCount: (to: number | string) => {
      setEmpty(typeof to !== 'number');
      setLast(unit);
      if (typeof to === 'number') write(to, unit);
      else if (!isNeeded) onChange(undefined);
    },
    putUnit: (to: Unit) => (count === undefined ? setLast(to) : write(count, to)),
    leave: () => setEmpty(false),
  };
}

function Counted({ parts, given, span }: CountedParts) {
  const { t } = useTranslation();
  const { label, isBare, units } = parts;
  const { count, unit, putCount, putUnit, leave } = useCounted(parts, span);
  return (
    <Group gap={isBare ? 4 : 'xs'} align="flex-end" wrap="nowrap">
      <NumberInput
        {...given}
        {...(isBare ? { w: 76, min: 1, allowDecimal: false } : { min: 0 })}
        max={36_500}
        value={count}
        onChange={putCount}
        onBlur={leave}
      />
      <Select
        aria-label={t('{{label}}: unit', { label })}
        w={isBare ? 116 : 150}
        data={units.map((one) => ({ value: one, label: t(`unit: ${one}`) }))}
        value={unit}
        readOnly={given.readOnly ?? false}
        allowDeselect={false}
        onChange={(to) => putUnit(to as Unit)}
      />
    </Group>
  );
}
