// Live campaigns with what they did this week, beside those they held out.
import { Anchor, Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, Rows } from '../../parts/paged-table.tsx';
import { useFormats } from '../../words/use-formats.ts';
import type { Overview } from './pages.tsx';

type Live = Overview['campaigns'][number];

export function LiveCampaigns({ campaigns }: Pick<Overview, 'campaigns'>) {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
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
    { label: t('Entered'), isNumber: true, show: ({ treatment }) => number(treatment.entered) },
    { label: t('Mails'), isNumber: true, show: ({ sent }) => number(sent) },
    { label: t('Goals'), isNumber: true, show: ({ treatment }) => number(treatment.goals) },
    { label: t('Goal rate'), isNumber: true, show: ({ treatment }) => rate(treatment) },
    { label: t('Goal rate, held out'), isNumber: true, show: ({ holdout }) => rate(holdout) },
  ];
  return (
    <Paper withBorder radius="lg" style={{ overflow: 'hidden' }}>
      <Rows
        label={t('Live campaigns, this week')}
        rows={campaigns}
        columns={columns}
        keyOf={({ id }) => id}
      />
    </Paper>
  );
}
