// Why a campaign lets nobody in: who paused or stopped it, when, and for what.
import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Moment } from '../../../parts/moment.tsx';
import { faultWords } from '../../../parts/said/faults.ts';
import type { Campaign } from '../use-campaign.ts';

export function WhyChanged({ campaign: { state, changed } }: { readonly campaign: Campaign }) {
  const { t } = useTranslation();
  if (!changed || (state !== 'paused' && state !== 'stopped')) return null;
  return (
    <Alert color="yellow" title={t(`state: ${state}`)}>
      <Text size="sm">
        <bdi>{faultWords(changed.because, t)}</bdi>
      </Text>
      <Text size="sm" c="dimmed">
        <bdi>{changed.by}</bdi> · <Moment at={changed.at} />
      </Text>
    </Alert>
  );
}
