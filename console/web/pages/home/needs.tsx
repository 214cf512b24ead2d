// What waits for a person, each with the way to it; or that nothing does.
import { Anchor, Group, Paper, SimpleGrid, Stack, Text, ThemeIcon } from '@mantine/core';
import {
  IconAlertTriangle,
  IconChecklist,
  IconCircleCheck,
  IconInbox,
  IconMailQuestion,
  IconPlugX,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { faultWords } from '../../parts/said/faults.ts';
import { unanswered } from '../../parts/unanswered.ts';
import type { Overview } from './pages.tsx';

interface Need {
  readonly key: string;
  readonly title: string;
  readonly about: string;
  readonly to: string;
  readonly icon: ReactNode;
  readonly color: 'red' | 'orange' | 'blue';
}

export function Needs({ needs }: Pick<Overview, 'needs'>) {
  const { t } = useTranslation();
  const all = [...paused(needs, t), ...others(needs, t)];
  if (all.length === 0) return <Calm />;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
      {all.map(({ key, ...need }) => (
        <NeedCard key={key} {...need} />
      ))}
    </SimpleGrid>
  );
}

const paused = ({ guardRails, webhooks }: Overview['needs'], t: TFunction): Need[] => [
  ...guardRails.map(({ id, name, because }) => ({
    ...{ key: `rails ${id}`, to: `/campaigns/${id}`, color: 'red' as const },
    title: t('{{name}} was paused by its guard rails', { name }),
    about: faultWords(because, t),
    icon: <IconAlertTriangle aria-hidden />,
  })),
  ...webhooks.map(({ id, because }) => ({
    ...{ key: `webhook ${id}`, to: '/settings/webhooks', color: 'red' as const },
    title: t('The server {{id}} takes no notices', { id }),
    about: unanswered(because, t),
    icon: <IconPlugX aria-hidden />,
  })),
];

function others({ quarantined, doubts, tasks }: Overview['needs'], t: TFunction): Need[] {
  const all: (Need & { readonly count: number })[] = [
    {
      ...{ key: 'quarantine', to: '/sources/quarantine', color: 'orange', count: quarantined },
      title: t('{{count}} requests were set aside', { count: quarantined }),
      about: t('Something in them could not be read as an event. Mend it and replay it.'),
      icon: <IconInbox aria-hidden />,
    },
    {
      ...{ key: 'doubts', to: '/deliverability/doubts', color: 'orange', count: doubts },
      title: t('{{count}} mails are in doubt', { count: doubts }),
      about: t('Nobody can say yet whether they went out. They resolve by themselves.'),
      icon: <IconMailQuestion aria-hidden />,
    },
    {
      ...{
        key: 'tasks',
        to: '/tasks',
        color: tasks.overdue > 0 ? 'red' : 'blue',
        count: tasks.open,
      },
      title: t('{{count}} tasks are open', { count: tasks.open }),
      about: t('Overdue: {{overdue}}', { overdue: tasks.overdue }),
      icon: <IconChecklist aria-hidden />,
    },
  ];
  return all.filter(({ count }) => count > 0);
}

const NeedCard = ({ title, about, to, icon, color }: Omit<Need, 'key'>) => (
  <Paper withBorder radius="lg" p="md">
    <Group wrap="nowrap" align="flex-start">
      <ThemeIcon variant="light" color={color} size="lg" radius="xl">
        {icon}
      </ThemeIcon>
      <Stack gap={2}>
        <Anchor component={Link} to={to} fw={600} c="var(--mantine-color-text)">
          {title}
        </Anchor>
        <Text size="sm" c="dimmed">
          {about}
        </Text>
      </Stack>
    </Group>
  </Paper>
);

function Calm() {
  const { t } = useTranslation();
  return (
    <Paper withBorder radius="lg" p="md">
      <Group>
        <ThemeIcon variant="light" size="lg" radius="xl">
          <IconCircleCheck aria-hidden />
        </ThemeIcon>
        <Text>{t('Nothing. Everything runs by itself.')}</Text>
      </Group>
    </Paper>
  );
}
