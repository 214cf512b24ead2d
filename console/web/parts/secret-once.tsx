// A secret that was just made: shown this once, to be copied.
import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Copied } from './copied.tsx';

interface SecretOnceParts {
  /** Undefined while there is none to show. */
  readonly secret: string | undefined;
  readonly title: string;
  close(): void;
}

export function SecretOnce({ secret, title, close }: SecretOnceParts) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={secret !== undefined}
      onClose={close}
      title={title}
      centered
      closeOnClickOutside={false}
    >
      <Stack>
        <Alert icon={<IconKey aria-hidden />}>
          {t('Copy it now: it is shown this once, and nobody can read it later.')}
        </Alert>
        <Copied label={t('Secret')} text={secret ?? ''} />
        <Group justify="flex-end">
          <Button onClick={close}>{t('I have copied it')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
