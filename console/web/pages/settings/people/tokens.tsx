// Tokens: how programs, and people where nobody signs in by name, speak with the API.
import { Badge, Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { SecretOnce } from '../../../parts/secret-once.tsx';
import type { Role } from '../../../session/session.ts';
import { RoleSelect } from './role-select.tsx';

export function Tokens() {
  const { t } = useTranslation();
  const paged = usePaged(['/api/tokens'], (next) =>
    answered(client.GET('/api/tokens', { params: { query: { next } } })),
  );
  return (
    <Stack gap="lg">
      <NewToken />
      <PagedTable
        label={t('Tokens')}
        paged={paged}
        keyOf={({ name }) => name}
        columns={[
          { label: t('Name'), show: ({ name }) => name },
          { label: t('Role'), show: ({ role }) => role && t(`role: ${role}`) },
          { label: t('Made by'), show: ({ by }) => by },
          { label: t('Added'), show: ({ at }) => <Moment at={at} /> },
          {
            label: t('Change'),
            show: ({ name, revokedAt }) =>
              revokedAt ? (
                <Badge variant="light" color="gray" tt="none">
                  {t('Revoked')}
                </Badge>
              ) : (
                <Revoke name={name} />
              ),
          },
        ]}
        empty={<Text size="sm">{t('There is no token.')}</Text>}
      />
    </Stack>
  );
}

function NewToken() {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [secret, setSecret] = useState<string>();
  const make = useAct({
    run: () => answered(client.POST('/api/tokens', { body: { name: name.trim(), role } })),
    changes: [['/api/tokens']],
    after: (made) => {
      setSecret(made.secret);
      setName('');
    },
  });
  return (
    <Paper
      withBorder
      radius="lg"
      p="lg"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <Group align="flex-end">
        <TextInput
          label={t('Name')}
          description={t('What it is for.')}
          flex="1 1 12rem"
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <RoleSelect role={role} change={setRole} />
        <Button type="submit" loading={make.isPending} disabled={!name.trim()}>
          {t('Make a token')}
        </Button>
      </Group>
      <SecretOnce secret={secret} title={t('The new token')} close={() => setSecret(undefined)} />
    </Paper>
  );
}

function Revoke({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const act = useAct({
    run: () => client.DELETE('/api/tokens/{name}', { params: { path: { name } } }),
    done: t('The token is revoked.'),
    changes: [['/api/tokens']],
  });
  return (
    <AskButton
      label={t('Revoke')}
      question={t('Revoke the token {{name}}?', { name })}
      size="compact-sm"
      variant="subtle"
      color="red"
      act={() => act.mutateAsync()}
    >
      {t('It opens nothing from now on, and cannot be brought back: make a new one first.')}
    </AskButton>
  );
}
