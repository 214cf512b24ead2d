// How far from a date: on it, or so long before or after. A number counts days; "-2 hours" is two hours before.
import { Group, Input, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Unit } from '../condition/span.ts';
import { SpanInput } from '../span-input.tsx';
import { type FieldParts, wordsOf } from './field.ts';

type Side = 'on' | 'before' | 'after';

const units: readonly Unit[] = ['minute', 'hour', 'day', 'week', 'month'];

function readOffset(value: unknown): { readonly side: Side; readonly span: string } {
  const text = typeof value === 'number' ? `${value} days` : String(value ?? '');
  if (text === '' || /^-?0 ?[a-z]+$/.test(text)) return { side: 'on', span: '' };
  const isBefore = text.startsWith('-');
  return { side: isBefore ? 'before' : 'after', span: isBefore ? text.slice(1) : text };
}

export function OffsetField(parts: FieldParts) {
  const { label, value, isReadOnly, onChange } = parts;
  const { t } = useTranslation();
  const { side, span } = readOffset(value);
  const write = (to: Side, length = '1 day') =>
    onChange(to === 'on' ? undefined : `${to === 'before' ? '-' : ''}${length}`);
  return (
    <Input.Wrapper {...wordsOf(parts, t)} labelElement="div">
      <Group gap="xs" mt={4} align="flex-start">
        <Select
          aria-label={label}
          w={150}
          data={[
            { value: 'on', label: t('on the date') },
            { value: 'before', label: t('before it') },
            { value: 'after', label: t('after it') },
          ]}
          value={side}
          readOnly={isReadOnly}
          allowDeselect={false}
          onChange={(to) => write(to as Side, span || undefined)}
        />
        {side !== 'on' && (
          <SpanInput
            label={t('How long')}
            isBare
            value={span}
            units={units}
            isReadOnly={isReadOnly}
            isNeeded
            onChange={(to) => to && write(side, to)}
          />
        )}
      </Group>
    </Input.Wrapper>
  );
}
