// The line of a mail in a list of mails: who, what about, and how it begins.
import { Avatar, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface InboxLineParts {
  readonly subject: string;
  readonly preheader: string;
  readonly text: string;
}

export function InboxLine({ subject, preheader, text }: InboxLineParts) {
  const { t } = useTranslation();
  return (
    <Paper withBorder radius="md" px="sm" py="xs" role="group" aria-label={t('In the inbox')}>
      <Group gap="sm" wrap="nowrap">
        <Avatar radius="xl" size={32} color="leaf" aria-hidden />
        <div style={{ minWidth: 0, flex: 1 }}>
          <Text size="sm" fw={650} truncate dir="auto" data-testid="subject">
            {subject || t('(no subject)')}
          </Text>
          <Text size="sm" c="dimmed" truncate dir="auto">
            {preheader || text.slice(0, 140)}
          </Text>
        </div>
      </Group>
    </Paper>
  );
}
