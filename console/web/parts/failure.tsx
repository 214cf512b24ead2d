// A part of a page that could not be read: why, and a way to try again.
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { explain } from './explain.ts';

export function Failure({ error, again }: { readonly error: unknown; again?(): void }) {
  const { t } = useTranslation();
  const { title, message } = explain(error, t);
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={title} role="alert">
      <Group justify="space-between">
        <Text size="sm">{message}</Text>
        {again && (
          <Button size="xs" variant="default" onClick={again}>
            {t('Try again')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
