// A rate against its two lines: from the first on somebody should look, from the second on mail is held back.
import { Group, Paper, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.ts';
import { Standing } from './standing.tsx';

interface RateParts {
  readonly label: string;
  readonly about: string;
  /** From 0 to 100; undefined when nothing was sent. */
  readonly percent: number | undefined;
  readonly line: { readonly watch: number; readonly limit: number };
}

export function Rate({ label, about, percent, line }: RateParts) {
  const { t } = useTranslation();
  const formats = useFormats();
  const rate = percent ?? 0;
  const standing = rate >= line.limit ? 'bad' : rate >= line.watch ? 'watch' : 'good';
  const color = { good: 'leaf', watch: 'yellow', bad: 'red' }[standing];
  const shown = percent === undefined ? '—' : formats.percent(percent / 100);
  const lines = {
    watch: formats.percent(line.watch / 100),
    limit: formats.percent(line.limit / 100),
  };
  return (
    <Paper withBorder radius="lg" p="lg">
      <Group justify="space-between">
        <Text fw={600}>{label}</Text>
        <Standing standing={standing} />
      </Group>
      <Text fz={28} fw={650}>
        {shown}
      </Text>
      <Progress
        value={Math.min(100, (100 * rate) / line.limit)}
        color={color}
        my="xs"
        aria-label={label}
      />
      <Text size="sm" c="dimmed">
        {t('Lines: {{watch}} and {{limit}}.', lines)} {about}
      </Text>
    </Paper>
  );
}
