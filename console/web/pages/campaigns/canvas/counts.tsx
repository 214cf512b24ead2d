// What came of the campaign where it happened: beside each step, at the beginning and at the end. Estimates.
import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { useFormats } from '../../../words/use-formats.ts';
import { useSteps } from './use-steps.ts';

export function useResults(campaign: string, isAsked = true) {
  const params = { path: { id: campaign } };
  return api.useQuery(
    'get',
    '/api/campaigns/{id}/results',
    { params },
    { staleTime: 60_000, enabled: isAsked },
  );
}

function Count({ label, value }: { readonly label: string; readonly value: number }) {
  const { number } = useFormats();
  return (
    <Text size="xs" component="span">
      {label} <b>{number(value)}</b>
    </Text>
  );
}

export function StartCounts() {
  const { t } = useTranslation();
  const { campaign, isLive } = useSteps();
  const { data } = useResults(campaign, isLive);
  if (!data) return null;
  return (
    <Group gap="sm" mt={2}>
      <Count label={t('Entered')} value={data.treatment.entered} />
      <Count label={t('Held out')} value={data.holdout.entered} />
    </Group>
  );
}

export function EndCounts({ hasGoal }: { readonly hasGoal: boolean }) {
  const { t } = useTranslation();
  const { campaign, isLive } = useSteps();
  const { data } = useResults(campaign, isLive);
  if (!data || !hasGoal) return null;
  return <Count label={t('Goal')} value={data.treatment.goals} />;
}

export function StepCounts({ id }: { readonly id: string }) {
  const { campaign, isLive } = useSteps();
  const { data } = useResults(campaign, isLive);
  return data && id ? null : null;
}
