// Live campaigns with what they did this week, beside those they held out.
import { Anchor, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, Rows } from '../../parts/paged-table.tsx';
import { useFormats } from '../../words/use-formats.ts';
import type { Overview } from './pages.tsx';

type Live = Overview['campaigns'][number];

/** How much a campaign did. */
const doneBy = ({ sent, treatment, holdout }: Live): number =>
  sent + treatment.entered + treatment.goals + holdout.entered;

const isBusy = (one: Live): boolean => doneBy(one) > 0;

export function LiveCampaigns({ campaigns }: Pick<Overview, 'campaigns'>) {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
  const busy = campaigns.filter(isBusy).sort((one, other) => doneBy(other) - doneBy(one));
  const rate = ({ entered, goals }: Live['treatment']) =>
    entered > 0 ? percent(goals / entered) : '—';
  const columns: Column<Live>[] = [
    {
      label: t('Campaign'),
      show: ({ id, name }) => (
        <Anchor component={Link} to={`/campaigns/${id}`}>
          {name}
        </Anchor>
      ),
    },
    {
      label: t('Entered'),
      isNumber: true,
      show: ({ treatment, holdout }) => number(treatment.entered + holdout.entered),
    },
    { label: t('Mails'), isNumber: true, show: ({ sent }) => number(sent) },
    { label: t('Goals'), isNumber: true, show: ({ treatment }) => number(treatment.goals) },
    { label: t('Goal rate'), isNumber: true, show: ({ treatment }) => rate(treatment) },
    { label: t('Goal rate, held out'), isNumber: true, show: ({ holdout }) => rate(holdout) },
  ];
  const quiet = campaigns.length - busy.length;
  return (
    <Stack gap="sm">
      {busy.length > 0 && (
        <Paper withBorder radius="lg" style={{ overflow: 'hidden' }}>
          <Rows
            label={t('Live campaigns, this week')}
            rows={busy}
            columns={columns}
            keyOf={({ id }) => id}
          />
        </Paper>
      )}
      {quiet > 0 && (
        <Text size="sm">
          {t('{{count}} live campaigns had nothing to do.', { count: quiet })}{' '}
          <Anchor component={Link} to="/campaigns" size="sm" underline="always">
            {t('All campaigns')}
          </Anchor>
        </Text>
      )}
    </Stack>
  );
}
