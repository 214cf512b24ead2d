// What came of a broadcast so far: reached, mailed, opened, clicked; and whom no mail went to, with the reason.

import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { serverNow } from '../../../api/server-time.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { useFormats } from '../../../words/use-formats.ts';
import { reasonWords } from '../reasons.ts';
import { isOpen, useRuns } from '../use-runs.ts';

const often = 3_000;

/** Mails follow their people: they are counted on for a while after the run is over. */
const tail = 10 * 60_000;

function useResults(id: string) {
  const { data: runs } = useRuns(id);
  const isGoing = runs?.items.some(
    (run) => isOpen(run) || serverNow() - Number(run.finishedAt ?? 0) < tail,
  );
  return useQuery({
    queryKey: ['/api/campaigns', id, 'results'],
    queryFn: () =>
      answered(client.GET('/api/campaigns/{id}/results', { params: { path: { id } } })),
    staleTime: 0,
    refetchInterval: isGoing ? often : false,
  });
}

export function Figures({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
  const { data, error, refetch } = useResults(id);
  if (error) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting rows={2} />;
  const { treatment, holdout, messages } = data;
  const rate = (share: number | undefined) => (share === undefined ? '' : percent(share));
  const cards = [
    {
      label: t('People chosen'),
      value: treatment.entered,
      about: holdout.entered > 0 ? t('{{held}} held out', { held: number(holdout.entered) }) : '',
    },
    { label: t('Mails sent'), value: messages.sent, about: '' },
    {
      label: t('Delivered'),
      value: messages.delivered,
      about: t('{{bounced}} bounced', { bounced: number(messages.bounced) }),
    },
    { label: t('Opened'), value: messages.opened, about: rate(messages.openRate) },
    { label: t('Clicked'), value: messages.clicked, about: rate(messages.clickRate) },
  ];
  return (
    <Stack gap="md" component="section">
      <Title order={2} size="h4">
        {t('What came of it')}
      </Title>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }}>
        {cards.map(({ label, value, about }) => (
          <Paper key={label} withBorder radius="lg" p="md">
            <Text size="sm">{label}</Text>
            <Text fz={26} fw={650} data-figure={label}>
              {number(value)}
            </Text>
            <Text size="xs">{about}</Text>
          </Paper>
        ))}
      </SimpleGrid>
      <Withheld withheld={messages.withheld} />
    </Stack>
  );
}

function Withheld({ withheld }: { readonly withheld: Readonly<Record<string, number>> }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const reasons = Object.entries(withheld).filter(([, count]) => count > 0);
  if (reasons.length === 0) return null;
  const words = reasonWords(t);
  return (
    <Paper withBorder radius="lg" p="lg" maw={560}>
      <Title order={3} size="h5" mb="sm">
        {t('Whom no mail went to')}
      </Title>
      {reasons.map(([reason, count]) => (
        <Group key={reason} justify="space-between">
          <Text size="sm">{words[reason] ?? reason}</Text>
          <Text size="sm">{number(count)}</Text>
        </Group>
      ))}
    </Paper>
  );
}
