// Servers that are told of messages and wishes: how they fare, made, tested, given a new secret and taken away.
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconWebhook } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { SecretOnce } from '../../../parts/secret-once.tsx';
import { EndpointCard } from './endpoint-card.tsx';
import { EndpointForm } from './endpoint-form.tsx';
import { StepSecrets } from './step-secrets.tsx';

export type Endpoint = Schemas['getWebhookEndpointsIdAnswer'];

export function WebhookEndpoints() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Endpoint | 'new'>();
  const [secret, setSecret] = useState<string>();
  const { data, error, refetch } = api.useQuery('get', '/api/webhook-endpoints');
  if (error) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting />;
  const add = <Button onClick={() => setEdited('new')}>{t('Add a server')}</Button>;
  return (
    <Stack gap="lg">
      {data.items.length === 0 ? (
        <Empty icon={<IconWebhook aria-hidden />} title={t('No server is told')} action={add}>
          {t(
            'A server of yours can hear of every mail that is sent, opened or bounced, and of people who leave.',
          )}
        </Empty>
      ) : (
        <Group justify="space-between">
          <Text size="sm" maw="60ch">
            {t('They are told of messages and wishes, signed by Standard Webhooks.')}
          </Text>
          {add}
        </Group>
      )}
      {data.items.map((one) => (
        <EndpointCard key={one.id} endpoint={one} edit={() => setEdited(one)} show={setSecret} />
      ))}
      <StepSecrets />
      <EndpointForm
        key={typeof edited === 'object' ? edited.id : edited}
        edited={edited}
        close={() => setEdited(undefined)}
        show={setSecret}
      />
      <SecretOnce secret={secret} title={t('The new secret')} close={() => setSecret(undefined)} />
    </Stack>
  );
}
