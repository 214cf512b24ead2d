// What came of the campaign where it happened: beside each step, at the beginning and at the end. Estimates.
import { Group, Text, Tooltip, VisuallyHidden } from '@mantine/core';
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

/** What happened at a step: sent, went on, withheld and why. */
export function StepCounts({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { campaign, isLive, insideAt } = useSteps();
  const { data } = useResults(campaign, isLive);
  const counts = data?.steps[id] ?? {};
  const { requested, sent, waiting, resumed, acted } = counts;
  const shown = [
    { label: t('Here now'), value: insideAt(id) || undefined },
    { label: t('Asked to send'), value: requested },
    { label: t('Sent'), value: sent },
    { label: t('Waited'), value: waiting },
    { label: t('Went on'), value: resumed },
    { label: t('Done'), value: acted },
  ].filter((one): one is { label: string; value: number } => one.value !== undefined);
  return (
    <Group gap="sm" mt={4} style={{ rowGap: 0 }}>
      {shown.map(({ label, value }) => (
        <Count key={label} label={label} value={value} />
      ))}
      <WithheldCount counts={counts} />
    </Group>
  );
}

type Counted = Readonly<Record<string, number>>;

/** By reason, the most frequent first. */
export const withheldIn = (counts: Counted): (readonly [string, number])[] =>
  Object.entries(counts)
    .filter(([name]) => name.startsWith('withheld.'))
    .map(([name, count]) => [name.slice('withheld.'.length), count] as const)
    .sort(([, a], [, b]) => b - a);

function WithheldCount({ counts }: { readonly counts: Counted }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const all = withheldIn(counts);
  if (all.length === 0) return null;
  const reasons = all.map(([reason, count]) => `${t(`withheld: ${reason}`)} ${number(count)}`);
  return (
    <Tooltip label={reasons.join(', ')} multiline maw={320}>
      <div>
        <Count label={t('Withheld')} value={all.reduce((sum, [, count]) => sum + count, 0)} />
        <VisuallyHidden>{reasons.join(', ')}</VisuallyHidden>
      </div>
    </Tooltip>
  );
}

/** How many took a path. */
export function PathCount({ step, path }: { readonly step: string; readonly path: string }) {
  const { number } = useFormats();
  const { campaign, isLive } = useSteps();
  const { data } = useResults(campaign, isLive);
  const count = data?.steps[step]?.[`branched.${path}`];
  return count === undefined ? null : <b>{number(count)}</b>;
}
