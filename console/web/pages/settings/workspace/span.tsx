// A span of time as a number and its unit: "16 hours".
import { Group, NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const units = ['minute', 'hour', 'day', 'week'] as const;
const spoken = /^(\d+(?:\.\d+)?) (minute|hour|day|week)s?$/;

interface SpanParts {
  readonly label: string;
  readonly value: string;
  change(to: string): void;
}

/* t('unit: minute') t('unit: hour') t('unit: day') t('unit: week') */
export function Span({ label, value, change }: SpanParts) {
  const { t } = useTranslation();
  const [, count = '1', unit = 'day'] = spoken.exec(value) ?? [];
  const write = (number: number, one: string) =>
    change(`${number} ${one}${number === 1 ? '' : 's'}`);
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <NumberInput
        label={label}
        min={1}
        maw={180}
        value={Number(count)}
        onChange={(to) => write(Number(to) || 1, unit)}
      />
      <Select
        aria-label={t('{{label}}: unit', { label })}
        w={140}
        data={units.map((one) => ({ value: one, label: t(`unit: ${one}`) }))}
        value={unit}
        allowDeselect={false}
        onChange={(to) => write(Number(count), to ?? 'day')}
      />
    </Group>
  );
}
