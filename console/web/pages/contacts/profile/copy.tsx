// A mail filled again as of the moment it was asked for, in a frame that runs nothing and asks nobody: what was sent is
// kept nowhere.
import { Alert, Button, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';

interface Parts {
  readonly id: string;
  readonly message: string;
}

export function Copy({ id, message }: Parts) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {t('Show')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t('The mail, filled again')} size="xl">
        <Filled id={id} message={message} />
      </Modal>
    </>
  );
}

function Filled({ id, message }: Parts) {
  const { t } = useTranslation();
  const asked = api.useQuery('get', '/api/contacts/{id}/messages/{message}', {
    params: { path: { id, message } },
  });
  if (asked.error) return <Failure error={asked.error} again={asked.refetch} />;
  if (!asked.data) return <Waiting rows={3} />;
  const { subject, html, version, template, skipped, sampleOffer } = asked.data;
  return (
    <Stack>
      <Text size="sm">
        {t(
          'From {{template}}, version {{version}} of the campaign, as of the moment it was decided, with what happened then. Only the attributes of the contact are those of today.',
          { template, version },
        )}
      </Text>
      {sampleOffer && (
        <Alert color="yellow" title={t('The offer in it is a sample')}>
          {t('The offer that they were given is no longer in the catalog, or too long ago.')}
        </Alert>
      )}
      {skipped !== undefined && (
        <Alert color="yellow" title={t('It would not leave now')}>
          {skipped}
        </Alert>
      )}
      <Text fw={600} dir="auto">
        {subject}
      </Text>
      <iframe
        title={t('The mail')}
        sandbox=""
        srcDoc={html}
        style={{ width: '100%', height: '60vh', border: 0, background: 'white' }}
      />
    </Stack>
  );
}
