// How far a broadcast is, and its runs so far.
import { Alert, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Moment } from '../../../parts/moment.tsx';
import { Rows } from '../../../parts/paged-table.tsx';
import { StateBadge } from '../../../parts/state-badge.tsx';
import { useFormats } from '../../../words/use-formats.ts';
import { type Run, useRuns } from '../use-runs.ts';

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** People are chosen first; their mails follow at the pace of the sender. */
export function Progressing({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
  const share = numberOf(run.doneChunks) / Math.max(1, numberOf(run.chunks));
  return (
    <Alert
      color={run.state === 'paused' ? 'yellow' : 'blue'}
      title={run.state === 'paused' ? t('The run is paused') : t('It is running')}
      role="status"
    >
      <Stack gap="xs">
        <Text size="sm">
          {t('{{scanned}} contacts asked, {{matched}} chosen so far ({{share}} done).', {
            scanned: number(run.scanned),
            matched: number(run.matched),
            share: percent(share),
          })}
        </Text>
        <Progress value={share * 100} aria-label={t('How far it is')} />
        <Text size="sm">{t('You can leave this page: it goes on by itself.')}</Text>
      </Stack>
    </Alert>
  );
}

export function RunsTable({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { data } = useRuns(id);
  if (!data || data.items.length === 0) return null;
  return (
    <Stack gap="md" component="section">
      <Title order={2} size="h4">
        {t('Runs')}
      </Title>
      <Paper withBorder radius="lg" style={{ overflow: 'hidden' }}>
        <Rows
          label={t('Runs')}
          rows={data.items}
          keyOf={(run) => run.id}
          columns={[
            {
              label: t('Began'),
              show: ({ startedAt }) => <Moment at={numberOf(startedAt)} exact />,
            },
            { label: t('State'), show: ({ state }) => <StateBadge state={state} /> },
            {
              label: t('Contacts asked'),
              isNumber: true,
              show: ({ scanned }) => number(scanned),
            },
            {
              label: t('People chosen'),
              isNumber: true,
              show: ({ matched }) => number(matched),
            },
          ]}
        />
      </Paper>
    </Stack>
  );
}
