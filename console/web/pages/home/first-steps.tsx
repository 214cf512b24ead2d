// A workspace where nothing is live yet, or nobody is there: how to begin, in the order in which it works best.
import { Anchor, List, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconBolt, IconMailbox, IconPlugConnected, IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Needs } from './needs.tsx';
import type { Overview } from './pages.tsx';

/** Where nothing runs yet it is no news that nothing is wrong. */
const waits = ({ guardRails, webhooks, quarantined, doubts, tasks }: Overview['needs']): boolean =>
  guardRails.length + webhooks.length + quarantined + doubts + tasks.open > 0;

interface FirstParts extends Pick<Overview, 'needs'> {
  /** Campaigns wait for people, as those of a sample workspace do. */
  readonly isLive: boolean;
}

export function FirstSteps({ needs, isLive }: FirstParts) {
  const { t } = useTranslation();
  const steps = [
    {
      to: '/settings',
      icon: IconMailbox,
      title: t('Say who you are'),
      about: t('The name and the postal address that the law wants in every mail.'),
    },
    {
      to: '/sources',
      icon: IconPlugConnected,
      title: t('Connect your site or shop'),
      about: t('Events arrive by a key, a form or a webhook.'),
    },
    {
      to: '/contacts/import',
      icon: IconUpload,
      title: t('Import your contacts'),
      about: t('A CSV file from your last tool. A dry run tells first what would happen.'),
    },
    {
      to: '/campaigns',
      icon: IconBolt,
      title: isLive ? t('See what is live') : t('Publish your first campaign'),
      about: isLive
        ? t('These campaigns wait for their events: read them, change them, or pause them.')
        : t('Begin with one of the four programs, or draw your own.'),
    },
  ];
  return (
    <Stack gap="lg">
      {waits(needs) && <Needs needs={needs} />}
      <Paper withBorder radius="lg" p="xl">
        <Title order={2} size="h4" mb="md">
          {isLive
            ? t('Nobody is here yet. Four steps to the first mail:')
            : t('Nothing is live yet. Four steps to the first mail:')}
        </Title>
        <List spacing="lg" center={false} type="ordered" listStyleType="none">
          {steps.map(({ to, icon: Icon, title, about }) => (
            <List.Item
              key={to}
              icon={
                <ThemeIcon variant="light" size="lg" radius="xl">
                  <Icon size={18} aria-hidden />
                </ThemeIcon>
              }
            >
              <Anchor component={Link} to={to} fw={600}>
                {title}
              </Anchor>
              <Text size="sm" c="dimmed">
                {about}
              </Text>
            </List.Item>
          ))}
        </List>
      </Paper>
    </Stack>
  );
}
