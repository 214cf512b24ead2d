// What came of a broadcast so far: reached, mailed, opened, clicked; and whom no mail went to, with the reason.

import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { withheldWords } from '../../../parts/decision/withheld-words.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { useFormats } from '../../../words/use-formats.ts';
import { useResults, waitingIn } from '../use-results.ts';

export function Figures({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
  const { data, error, refetch } = useResults(id);
  if (error) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting rows={2} />;
  const { treatment, holdout, messages } = data;
  const waiting = waitingIn(data);
  const rate = (share: number | undefined) => (share === undefined ? '' : percent(share));
  const cards = [
    {
      label: t('People chosen'),
      value: treatment.entered,
      about: holdout.entered > 0 ? t('{{held}} held out', { held: number(holdout.entered) }) : '',
    },
    {
      label: t('Mails sent'),
      value: messages.sent,
      about: waiting > 0 ? t('{{waiting}} still to come', { waiting: number(waiting) }) : '',
    },
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
  const words = withheldWords(t);
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
