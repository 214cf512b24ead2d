// How long: a number and what it counts. What is written in another way, such as "P3DT12H", stays as it is.
import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldParts } from './schema-fields.tsx';

const units = ['minute', 'hour', 'day', 'week'] as const;
const spoken = /^(\d+(?:\.\d+)?) ?(minute|hour|day|week)s?$/;

const written = (count: number, unit: string): string =>
  `${count} ${unit}${count === 1 ? '' : 's'}`;

/* t('unit: minute') t('unit: hour') t('unit: day') t('unit: week') */
export function SpanField({ label, schema, value, isRequired, isReadOnly, onChange }: FieldParts) {
  const { t } = useTranslation();
  const text = typeof value === 'string' ? value : '';
  const [, count = '', unit = 'day'] = spoken.exec(text) ?? [];
  if (text !== '' && count === '')
    return (
      <TextInput
        label={label}
        required={isRequired}
        readOnly={isReadOnly}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      />
    );
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <NumberInput
        label={label}
        description={schema.description}
        flex={1}
        min={0}
        required={isRequired}
        readOnly={isReadOnly}
        value={count === '' ? '' : Number(count)}
        onChange={(to) => onChange(typeof to === 'number' ? written(to, unit) : undefined)}
      />
      <Select
        aria-label={t('{{label}}: unit', { label })}
        w={140}
        data={units.map((one) => ({ value: one, label: t(`unit: ${one}`) }))}
        value={unit}
        readOnly={isReadOnly}
        allowDeselect={false}
        onChange={(to) => onChange(written(Number(count || 1), to ?? 'day'))}
      />
    </Group>
  );
}
