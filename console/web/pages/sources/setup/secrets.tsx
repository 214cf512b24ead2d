// The secrets by which a sender proves itself. Changed without a loss: add the second, change the sender, retire the first.

import { Button, Group, Paper, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { serverNow } from '../../../api/server-time.ts';
import { useAct } from '../../../api/use-act.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Rows } from '../../../parts/paged-table.tsx';
import { SecretOnce } from '../../../parts/secret-once.tsx';
import type { Kind } from '../source.ts';
import type { Hook } from './hook-page.tsx';

export function Secrets({ hook, kind }: { readonly hook: Hook; readonly kind: Kind }) {
  const { t } = useTranslation();
  const { name, secrets = [] } = hook;
  return (
    <Stack>
      {secrets.length === 0 ? (
        <Text size="sm">{t('Without a secret, nothing is taken from this address.')}</Text>
      ) : (
        <Paper withBorder radius="lg" style={{ overflow: 'hidden' }}>
          <Rows
            label={t('Secrets')}
            rows={secrets}
            keyOf={({ id }) => id}
            columns={[
              { label: t('Secret'), show: ({ id }) => id },
              { label: t('Added'), show: ({ addedAt }) => <Moment at={addedAt} /> },
              {
                label: t('Retires'),
                show: ({ retiresAt }) => (retiresAt ? <Moment at={retiresAt} /> : '—'),
              },
              { label: t('Change'), show: ({ id }) => <Retire name={name} id={id} /> },
            ]}
          />
        </Paper>
      )}
      <AddSecret name={name} isOurs={kind.secretFrom === 'us'} title={kind.title} />
    </Stack>
  );
}

interface AddParts {
  readonly name: string;
  readonly isOurs: boolean;
  readonly title: string;
}

function AddSecret({ name, isOurs, title }: AddParts) {
  const { t } = useTranslation();
  const [given, setGiven] = useState('');
  const [made, setMade] = useState<string>();
  const add = useAct({
    run: (secret: string | undefined) =>
      answered(
        client.POST('/api/sources/{name}/secrets', {
          params: { path: { name } },
          body: secret === undefined ? {} : { secret },
        }),
      ),
    done: ({ secret }) => (secret === undefined ? t('The secret counts from now on.') : ''),
    after: ({ secret }) => {
      setGiven('');
      setMade(secret);
    },
  });
  return (
    <Group align="flex-end">
      {isOurs && (
        <Button loading={add.isPending} onClick={() => add.mutate(undefined)}>
          {t('Make a secret')}
        </Button>
      )}
      <PasswordInput
        label={
          isOurs ? t('Or a secret of your own') : t('The secret that {{title}} shows', { title })
        }
        flex="1 1 16rem"
        maw={420}
        autoComplete="off"
        value={given}
        onChange={(event) => setGiven(event.currentTarget.value)}
      />
      <Button
        variant={isOurs ? 'default' : 'filled'}
        disabled={!given.trim()}
        loading={add.isPending}
        onClick={() => add.mutate(given)}
      >
        {t('Add this secret')}
      </Button>
      <SecretOnce secret={made} title={t('The new secret')} close={() => setMade(undefined)} />
    </Group>
  );
}

const tomorrow = (): string => new Date(serverNow() + 86_400_000).toISOString();

function Retire({ name, id }: { readonly name: string; readonly id: string }) {
  const { t } = useTranslation();
  const act = useAct({
    run: (at: string | undefined) =>
      client.DELETE('/api/sources/{name}/secrets/{id}', {
        params: { path: { name, id }, query: at === undefined ? {} : { at } },
      }),
  });
  return (
    <Group gap="xs" wrap="nowrap">
      <Button size="compact-sm" variant="default" onClick={() => act.mutate(tomorrow())}>
        {t('Retire in a day')}
      </Button>
      <AskButton
        label={t('Retire now')}
        question={t('Retire {{id}} now?', { id })}
        size="compact-sm"
        variant="subtle"
        color="red"
        act={() => act.mutateAsync(undefined)}
      >
        {t(
          'Within half a minute it verifies nothing: what is still signed with it is refused. Add the next one and change the sender first.',
        )}
      </AskButton>
    </Group>
  );
}
