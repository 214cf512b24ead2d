// Mails of each day of the week, as bars with their figures. Plain boxes: the chart library would be half of what the
// first page has to load.
import { Box, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.ts';
import type { Overview } from './pages.tsx';

const tallest = 150;

export function WeekBars({ days }: Pick<Overview, 'days'>) {
  const { t } = useTranslation();
  const { dayOfWeek, number } = useFormats();
  const most = Math.max(1, ...days.map(({ sent }) => sent));
  return (
    <Paper withBorder radius="lg" p="lg" component="figure" m={0}>
      <Text component="figcaption" size="sm" c="dimmed" mb="md">
        {t('Mails sent')}
      </Text>
      <Group component="ol" p={0} m={0} gap="xs" align="flex-end" wrap="nowrap">
        {days.map(({ day, sent }) => (
          <Stack component="li" key={day} flex={1} miw={0} gap={4} align="center">
            <Text size="sm" fw={600}>
              {number(sent)}
            </Text>
            <Box
              w="100%"
              maw={64}
              h={Math.max(2, (tallest * sent) / most)}
              bg="leaf.5"
              style={{ borderRadius: 4 }}
            />
            <Text size="xs" c="dimmed" ta="center">
              {dayOfWeek(Date.parse(day))}
            </Text>
          </Stack>
        ))}
      </Group>
    </Paper>
  );
}
