// Who may have an offer, as a rule about the contact. The builder is asked for when there is a rule.
import { Button, Group, Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../../../parts/paged-table.tsx';
import type { OfferParts } from './offer-form.tsx';

const ConditionBuilder = lazy(async () => {
  const { ConditionBuilder: builder } = await import(
    '../../../parts/condition/condition-builder.tsx'
  );
  return { default: builder };
});

export function Eligibility({ body: { eligibility }, change }: OfferParts) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="group" aria-label={t('Who may have it')}>
      <Text size="sm" fw={500}>
        {t('Who may have it')}
      </Text>
      {eligibility ? (
        <Suspense fallback={<Waiting rows={2} />}>
          <ConditionBuilder
            value={eligibility}
            onChange={(to) => change({ eligibility: to as typeof eligibility })}
          />
        </Suspense>
      ) : (
        <Text size="xs">{t('Without a rule, everybody.')}</Text>
      )}
      <Group>
        <Button
          size="xs"
          variant="default"
          onClick={() => change({ eligibility: eligibility ? undefined : { op: 'everyone' } })}
        >
          {eligibility ? t('Everybody may have it') : t('Say who may have it')}
        </Button>
      </Group>
    </Stack>
  );
}
