// One server that is told: whether it takes what it is told, and what can be done with it.
import { Alert, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconPlugX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { unanswered } from '../../../parts/unanswered.ts';
import type { Endpoint } from './webhook-endpoints.tsx';

interface CardParts {
  readonly endpoint: Endpoint;
  edit(): void;
  /** A secret, shown this once. */
  show(secret: string): void;
}

export function EndpointCard({ endpoint, edit, show }: CardParts) {
  const { t } = useTranslation();
  const { id, url, events, enabled = true, disabled, oldSecretUntil } = endpoint;
  const isOn = enabled && !disabled;
  return (
    <Paper withBorder radius="lg" p="lg">
      <Stack>
        <Group justify="space-between">
          <Group gap="sm">
            <Text fw={600}>{id}</Text>
            <Badge variant="light" color={isOn ? 'leaf' : 'gray'} tt="none">
              {isOn ? t('endpoint: on') : t('endpoint: off')}
            </Badge>
          </Group>
          <Actions endpoint={endpoint} edit={edit} show={show} />
        </Group>
        <Text size="sm" ff="monospace" dir="ltr" style={{ overflowWrap: 'anywhere' }}>
          {String(url)}
        </Text>
        <Group gap={6}>
          {events.map((event) => (
            <Badge key={event} variant="default" tt="none" fw={400}>
              {event}
            </Badge>
          ))}
        </Group>
        <Trouble endpoint={endpoint} />
        {oldSecretUntil && (
          <Text size="sm">
            {t('The secret before still signs, until')} <Moment at={oldSecretUntil} exact />
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

function Trouble({ endpoint: { disabled, failing } }: Pick<CardParts, 'endpoint'>) {
  const { t } = useTranslation();
  const trouble = disabled ?? failing;
  if (!trouble) return null;
  return (
    <Alert
      color="red"
      icon={<IconPlugX aria-hidden />}
      title={
        disabled ? t('Switched off: it took nothing for long') : t('It takes nothing at present')
      }
    >
      {unanswered(trouble.because, t)}{' '}
      {failing && t('{{count}} notices were given up', { count: failing.lost })}
      {failing && '. '}
      {t('Since when:')} <Moment at={disabled?.at ?? failing?.since ?? 0} />
    </Alert>
  );
}

type Tested = Schemas['postWebhookEndpointsIdTestAnswer'];

function Actions({ endpoint: { id }, edit, show }: CardParts) {
  const { t } = useTranslation();
  const params = { path: { id } };
  const told = ({ state, status, because }: Tested) =>
    state === 'delivered'
      ? t('It took the test: {{status}}', { status })
      : t('It did not take the test: {{because}}', { because: because ?? status ?? state });
  const test = useAct({
    run: () => answered(client.POST('/api/webhook-endpoints/{id}/test', { params, body: {} })),
    done: told,
  });
  const rotate = useAct({
    run: () => answered(client.POST('/api/webhook-endpoints/{id}/secrets', { params })),
    after: ({ secret }) => show(secret),
  });
  const remove = useAct({
    run: () => client.DELETE('/api/webhook-endpoints/{id}', { params }),
    done: t('The server is told no more.'),
  });
  const look = { size: 'xs', variant: 'default' } as const;
  return (
    <Group gap="xs">
      <Button {...look} loading={test.isPending} onClick={() => test.mutate()}>
        {t('Send a test')}
      </Button>
      <Button {...look} onClick={edit} aria-label={t('Edit {{name}}', { name: id })}>
        {t('Edit')}
      </Button>
      <AskButton
        {...look}
        label={t('New secret')}
        question={t('Make a new secret for {{id}}?', { id })}
        act={() => rotate.mutateAsync()}
      >
        {t(
          'It is shown once. The one before still signs for a day: put the new one in place until then.',
        )}
      </AskButton>
      <AskButton
        size="xs"
        variant="subtle"
        color="red"
        label={t('Remove')}
        question={t('Remove {{name}}?', { name: id })}
        act={() => remove.mutateAsync()}
      >
        {t('What is on its way there is dropped. Added again, it has a new secret.')}
      </AskButton>
    </Group>
  );
}
