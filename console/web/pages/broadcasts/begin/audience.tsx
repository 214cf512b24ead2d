// Whom a broadcast goes to: everybody, a segment, or conditions of its own.
import { SegmentedControl, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionBuilder } from '../../../parts/condition/condition-builder.tsx';
import type { Rule } from '../../../parts/condition/rule.ts';
import { useNamed } from '../../../parts/condition/use-names.ts';
import type { PlanParts } from './new-broadcast.tsx';

const begins: Readonly<Record<string, Rule>> = {
  segment: { op: 'in_segment', segment: '' },
  own: { op: 'and', rules: [] },
  everybody: { op: 'everyone' },
};

export function Audience({ plan, isChecked, change }: PlanParts) {
  const { t } = useTranslation();
  const [by, setBy] = useState('own');
  const choose = (to: string) => {
    setBy(to);
    change({ audience: begins[to] ?? plan.audience });
  };
  return (
    <Stack>
      <SegmentedControl
        aria-label={t('Whom')}
        data={[
          { value: 'own', label: t('By conditions') },
          { value: 'segment', label: t('A segment') },
          { value: 'everybody', label: t('Everybody') },
        ]}
        value={by}
        onChange={choose}
      />
      {by === 'own' && (
        <ConditionBuilder
          value={plan.audience}
          isChecked={isChecked}
          onChange={(audience) => change({ audience })}
        />
      )}
      {by === 'segment' && <BySegment {...{ plan, isChecked, change }} />}
    </Stack>
  );
}

function BySegment({ plan, isChecked, change }: PlanParts) {
  const { t } = useTranslation();
  const segments = useNamed('segments');
  const chosen = String(plan.audience.segment ?? '');
  return (
    <Select
      label={t('Segment')}
      placeholder={t('Choose a segment')}
      required
      searchable
      data={[...segments]}
      value={chosen === '' ? null : chosen}
      error={isChecked && chosen === '' && t('Which segment?')}
      onChange={(segment) => change({ audience: { op: 'in_segment', segment: segment ?? '' } })}
    />
  );
}
