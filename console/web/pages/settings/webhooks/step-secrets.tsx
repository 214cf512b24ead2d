// What receivers verify the calls of webhook steps with. Shown only to whoever asks.
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, client } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import { Copied } from '../../../parts/copied.tsx';

export function StepSecrets() {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  const make = useAct({
    run: () => client.POST('/api/webhook-secrets'),
    done: t('There is a new secret. The one before still counts.'),
    after: () => setShown(true),
  });
  return (
    <Paper withBorder radius="lg" p="lg" component="section">
      <Stack>
        <Title order={2} size="h4">
          {t('Calls that campaigns make')}
        </Title>
        <Text size="sm">
          {t(
            'A webhook step signs each call by Standard Webhooks; the receiver verifies it with these.',
          )}
        </Text>
        {isShown && <Secrets />}
        <Group>
          {!isShown && (
            <Button variant="default" onClick={() => setShown(true)}>
              {t('Show the secrets')}
            </Button>
          )}
          <AskButton
            variant="default"
            label={t('Make a new one')}
            question={t('Make a new secret for calls?')}
            act={() => make.mutateAsync()}
          >
            {t(
              'Calls are signed with both, the new one and the one before: receivers can change without a loss.',
            )}
          </AskButton>
        </Group>
      </Stack>
    </Paper>
  );
}

function Secrets() {
  const { t } = useTranslation();
  const { data } = api.useQuery('get', '/api/webhook-secrets');
  if (data?.secrets.length === 0) return <Text size="sm">{t('There is none yet.')}</Text>;
  return data?.secrets.map((secret, place) => (
    <Copied
      key={secret}
      label={place === 0 ? t('The newest secret') : t('The secret before')}
      text={secret}
    />
  ));
}
