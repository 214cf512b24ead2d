// What came of a campaign in short: entered, sent, reached its goal. Asked for when its row comes into sight, and kept for a
// while.

import { Group, Skeleton, Stack, Text } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { serverNow } from '../../../api/server-time.ts';
import { useFormats } from '../../../words/use-formats.ts';

const day = 86_400_000;
const daysAgo = (count: number): string =>
  new Date(serverNow() - count * day).toISOString().slice(0, 10);

export function Funnel({ campaign }: { readonly campaign: string }) {
  const { t } = useTranslation();
  const params = { path: { id: campaign }, query: { since: daysAgo(30) } };
  const { ref, entry } = useIntersection<HTMLDivElement>({ rootMargin: '100px' });
  const isSeen = entry?.isIntersecting ?? false;
  const { data, isError } = api.useQuery(
    'get',
    '/api/campaigns/{id}/results',
    { params },
    { staleTime: 300_000, enabled: isSeen },
  );
  if (isError) return '–';
  if (!data) return <Skeleton ref={ref} height={36} width={180} />;
  const { treatment, messages } = data;
  return (
    <Group gap="lg" wrap="nowrap">
      <Figure label={t('Entered')} value={treatment.entered} of={treatment.entered} />
      <Figure label={t('Sent')} value={messages.sent} of={treatment.entered} />
      <Figure label={t('Goal')} value={treatment.goals} of={treatment.entered} />
    </Group>
  );
}

interface FigureParts {
  readonly label: string;
  readonly value: number;
  readonly of: number;
}

function Figure({ label, value, of }: FigureParts) {
  const { number } = useFormats();
  const share = of > 0 ? Math.min(1, value / of) : 0;
  return (
    <Stack gap={2} w={64}>
      <Text size="xs">{label}</Text>
      <Text size="sm" fw={600}>
        {number(value)}
      </Text>
      <div
        aria-hidden
        style={{ height: 4, borderRadius: 2, background: 'var(--mantine-color-default-border)' }}
      >
        <div
          style={{
            width: `${share * 100}%`,
            height: 4,
            borderRadius: 2,
            background: 'var(--mantine-primary-color-filled)',
          }}
        />
      </div>
    </Stack>
  );
}
