// What came of a campaign: those it treated beside those it held out, its mails, and why some did not go.

import { Grid, Group, Paper, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client.ts';
import { serverNow } from '../../../api/server-time.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { useFormats } from '../../../words/use-formats.ts';
import type { TabParts } from '../campaign-page.tsx';
import { LiftText } from './lift-text.tsx';
import { MailTable } from './mail-table.tsx';

export type Results = Schemas['getCampaignsIdResultsAnswer'];

const spans = { all: undefined, month: 30, week: 7 } as const;
type Span = keyof typeof spans;

const sinceOf = (days: number | undefined): string | undefined =>
  days === undefined
    ? undefined
    : new Date(serverNow() - days * 86_400_000).toISOString().slice(0, 10);

/* t('span: all') t('span: month') t('span: week') */
export default function ResultsTab({ campaign }: TabParts) {
  const { t } = useTranslation();
  const [span, setSpan] = useState<Span>('all');
  const since = sinceOf(spans[span]);
  const params = { path: { id: campaign.id }, query: since ? { since } : {} };
  const isLive = campaign.version !== undefined;
  const results = api.useQuery(
    'get',
    '/api/campaigns/{id}/results',
    { params },
    { enabled: isLive },
  );
  if (!isLive)
    return (
      <Empty icon={<IconChartBar aria-hidden />} title={t('Nothing to report yet')}>
        {t(
          'Once it is published, this compares those whom the campaign treated with those whom it held out.',
        )}
      </Empty>
    );
  if (results.error) return <Failure error={results.error} again={results.refetch} />;
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t('Time')}
          value={span}
          onChange={(to) => setSpan(to as Span)}
          data={Object.keys(spans).map((value) => ({ value, label: t(`span: ${value}`) }))}
        />
        <Text size="sm" c="dimmed">
          {t('All numbers are estimates.')}
        </Text>
      </Group>
      {results.data ? <Reported results={results.data} /> : <Waiting />}
    </Stack>
  );
}

function Reported({ results }: { readonly results: Results }) {
  const { t } = useTranslation();
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Paper withBorder radius="lg" p="lg" h="100%">
          <Title order={2} size="h4" mb="md">
            {t('Treated and held out')}
          </Title>
          <Groups results={results} />
          <LiftText results={results} />
        </Paper>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <Paper withBorder radius="lg" p="lg" h="100%">
          <Title order={2} size="h4" mb="md">
            {t('Mails')}
          </Title>
          <MailTable messages={results.messages} />
        </Paper>
      </Grid.Col>
    </Grid>
  );
}

function Groups({
  results: { treatment, holdout, completed, exited },
}: {
  readonly results: Results;
}) {
  const { t } = useTranslation();
  const { number, percent, sums } = useFormats();
  const rows = [
    { label: t('Entered'), of: (one: typeof treatment) => number(one.entered) },
    { label: t('Reached the goal'), of: (one: typeof treatment) => number(one.goals) },
    {
      label: t('Share'),
      of: ({ rate }: typeof treatment) => (rate === undefined ? '—' : percent(rate)),
    },
    { label: t('Value of the goals'), of: ({ values }: typeof treatment) => sums(values) },
  ];
  return (
    <Table.ScrollContainer minWidth={260} type="native" tabIndex={0} aria-label={t('Both groups')}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            <Table.Th ta="end">{t('Treated')}</Table.Th>
            <Table.Th ta="end">{t('Held out')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ label, of }) => (
            <Table.Tr key={label}>
              <Table.Th fw={400}>{label}</Table.Th>
              <Table.Td ta="end">{of(treatment)}</Table.Td>
              <Table.Td ta="end">{of(holdout)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" mt="sm">
        {t('{{completed}} walked to the end, {{exited}} left before.', {
          completed: number(completed),
          exited: number(exited),
        })}
      </Text>
    </Table.ScrollContainer>
  );
}
