// What was sent, bounced and complained about, by the provider of the mailbox, beside the lines at which providers act.
import { Group, Paper, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconMailbox } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { type Column, Rows, Waiting } from '../../parts/paged-table.tsx';
import { useFormats } from '../../words/use-formats.ts';
import { Rate } from './rate.tsx';
import { Standing } from './standing.tsx';

type Told = Schemas['getDeliverabilityAnswer'];
type Fared = Told['domains'][number];

export function Mailboxes() {
  const { t } = useTranslation();
  const { number } = useFormats();
  const [days, setDays] = useState('7');
  const query = { days: Number(days) };
  const { data, error, refetch } = api.useQuery('get', '/api/deliverability', {
    params: { query },
  });
  return (
    <Stack gap="lg">
      <Group>
        <SegmentedControl
          aria-label={t('Period')}
          value={days}
          onChange={setDays}
          data={[7, 30, 90].map((count) => ({
            value: String(count),
            label: t('{{days}} days', { days: number(count) }),
          }))}
        />
      </Group>
      {error && <Failure error={error} again={refetch} />}
      {data ? <Figures told={data} /> : !error && <Waiting />}
    </Stack>
  );
}

function Figures({ told }: { readonly told: Told }) {
  const { t } = useTranslation();
  const { total, lines, domains } = told;
  if (domains.length === 0)
    return (
      <Empty icon={<IconMailbox aria-hidden />} title={t('No mail in these days')}>
        {t('Once mail goes out, you see here how each mailbox provider takes it.')}
      </Empty>
    );
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Rate
          label={t('Bounces')}
          about={t('SES reviews an account at the first line, and pauses it at the second.')}
          percent={total.bounceRate}
          line={lines.bounces}
        />
        <Rate
          label={t('Complaints')}
          about={t('Gmail and Yahoo ask for less than the first line, and block at the second.')}
          percent={total.complaintRate}
          line={lines.complaints}
        />
      </SimpleGrid>
      <Providers domains={domains} />
      <Text size="sm" c="dimmed">
        {t('Counted as it happens; estimates, good to look at.')}
      </Text>
    </Stack>
  );
}

function Providers({ domains }: Pick<Told, 'domains'>) {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
  const count = (label: string, name: 'sent' | 'delivered' | 'bounced' | 'delayed') => ({
    ...{ label, isNumber: true },
    show: (row: Fared) => number(row[name]),
  });
  const rate = (label: string, name: 'bounceRate' | 'complaintRate') => ({
    ...{ label, isNumber: true },
    show: (row: Fared) => (row[name] === undefined ? '—' : percent(row[name] / 100)),
  });
  const columns: Column<Fared>[] = [
    { label: t('Provider'), show: ({ domain }) => (domain === 'other' ? t('All others') : domain) },
    count(t('Sent'), 'sent'),
    // Counted only where the provider reports deliveries.
    ...(domains.some(({ delivered }) => delivered > 0) ? [count(t('Delivered'), 'delivered')] : []),
    count(t('Bounced'), 'bounced'),
    count(t('Delayed'), 'delayed'),
    rate(t('Bounce rate'), 'bounceRate'),
    rate(t('Complaint rate'), 'complaintRate'),
    { label: t('Standing'), show: ({ standing }) => <Standing standing={standing} /> },
  ];
  return (
    <Paper withBorder radius="lg" style={{ overflow: 'hidden' }}>
      <Rows
        label={t('Mailbox providers')}
        rows={domains}
        columns={columns}
        keyOf={({ domain }) => domain}
      />
    </Paper>
  );
}
