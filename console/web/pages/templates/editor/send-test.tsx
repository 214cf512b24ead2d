// The mail as it is on the page, saved or not, in the mailboxes of colleagues.
import { Alert, Button, Group, List, Modal, Stack, TagsInput, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { explain } from '../../../parts/explain.ts';
import { faultWords } from '../../../parts/said/faults.ts';
import type { Reader } from '../preview/use-preview.ts';
import type { Source } from '../template.ts';

interface SendTestParts {
  readonly template: Source;
  readonly language: string;
  readonly reader: Reader;
}

export function SendTest(parts: SendTestParts) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<IconSend size={16} aria-hidden />} onClick={open}>
        {t('Send a test')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t('Send a test')} centered>
        <TestForm {...parts} close={close} />
      </Modal>
    </>
  );
}

const most = 5;

function TestForm({ template, language, reader, close }: SendTestParts & { close(): void }) {
  const { t } = useTranslation();
  const [to, setTo] = useState<string[]>([]);
  const sending = useAct({
    run: () =>
      answered(client.POST('/api/templates/test', { body: { template, language, ...reader, to } })),
    changes: [],
    isShown: true,
  });
  return (
    <Stack>
      <Text size="sm">
        {t(
          'As the preview shows it, with “[Test]” before the subject. It is counted nowhere, and its way out leads nowhere.',
        )}
      </Text>
      <TagsInput
        label={t('Recipients')}
        description={t('One to five addresses')}
        maxTags={most}
        splitChars={[',', ' ', ';']}
        acceptValueOnBlur
        dir="ltr"
        value={to}
        onChange={setTo}
        data-autofocus
      />
      <div role="status">
        {sending.error && (
          <Alert color="red">
            <Text size="sm">{explain(sending.error, t).message}</Text>
          </Alert>
        )}
        {sending.data && (
          <List size="sm">
            {sending.data.tests.map((one) => (
              <List.Item key={one.to}>
                {one.sent
                  ? t('Sent to {{to}}', { to: one.to })
                  : t('Not sent to {{to}}: {{because}}', {
                      to: one.to,
                      because: faultWords(one.because ?? '', t),
                    })}
              </List.Item>
            ))}
          </List>
        )}
      </div>
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('Close')}
        </Button>
        <Button
          onClick={() => sending.mutate()}
          loading={sending.isPending}
          disabled={to.length === 0}
        >
          {t('Send')}
        </Button>
      </Group>
    </Stack>
  );
}
