// At least, at most or exactly so many.
import { Group, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Choice } from './choice.tsx';

export const comparisons = ['at_least', 'at_most', 'exactly'] as const;
export type Comparing = (typeof comparisons)[number];

interface ComparisonParts {
  readonly rule: { readonly [comparison: string]: unknown };
  readonly isReadOnly?: boolean;
  readonly least: number;
  set(by: Readonly<Record<Comparing, number | undefined>>): void;
}

const none = { at_least: undefined, at_most: undefined, exactly: undefined };

export const comparingOf = (rule: ComparisonParts['rule']): Comparing =>
  comparisons.find((one) => rule[one] !== undefined) ?? 'at_least';

export function ComparisonInput({ rule, isReadOnly = false, least, set }: ComparisonParts) {
  const { t } = useTranslation();
  const by = comparingOf(rule);
  const wished = rule[by];
  const words = { at_least: t('at least'), at_most: t('at most'), exactly: t('exactly') };
  return (
    <Group gap={4} wrap="nowrap">
      <Choice
        label={t('Comparison')}
        data={comparisons.map((value) => ({ value, label: words[value] }))}
        value={by}
        isReadOnly={isReadOnly}
        onChange={(to) => set({ ...none, [to]: typeof wished === 'number' ? wished : least })}
      />
      <NumberInput
        aria-label={t('How many')}
        w={96}
        min={least}
        readOnly={isReadOnly}
        value={typeof wished === 'number' ? wished : ''}
        onChange={(to) => set({ ...none, [by]: typeof to === 'number' ? to : undefined })}
      />
    </Group>
  );
}
