// People who sign in by name, and what each of them may.
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { UserForm } from './user-form.tsx';

export type User = Schemas['getUsersAnswer']['items'][number];

export function Users() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<User | 'new'>();
  const paged = usePaged(['/api/users'], (next) =>
    answered(client.GET('/api/users', { params: { query: { next } } })),
  );
  const add = <Button onClick={() => setEdited('new')}>{t('Add somebody')}</Button>;
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Text size="sm" maw="60ch">
          {t('In the cloud they are invited by mail and sign in with their address.')}
        </Text>
        {paged.rows.length > 0 && add}
      </Group>
      <PagedTable
        label={t('Users')}
        paged={paged}
        keyOf={({ email }) => email}
        columns={[
          { label: t('Name'), show: ({ name, email }) => name ?? email },
          { label: t('Address'), show: ({ email }) => <bdi>{email}</bdi> },
          { label: t('Role'), show: ({ role }) => t(`role: ${role}`) },
          { label: t('Added'), show: ({ at }) => <Moment at={at} /> },
          {
            label: t('Change'),
            show: (user) => <Change user={user} edit={() => setEdited(user)} />,
          },
        ]}
        empty={
          <Empty icon={<IconUsers aria-hidden />} title={t('Nobody signs in by name')} action={add}>
            {t('Add your team, each with the least role that is enough.')}
          </Empty>
        }
      />
      <UserForm
        key={typeof edited === 'object' ? edited.email : edited}
        edited={edited}
        taken={paged.rows.map(({ email }) => email.toLowerCase())}
        close={() => setEdited(undefined)}
      />
    </Stack>
  );
}

function Change({ user: { email }, edit }: { readonly user: User; edit(): void }) {
  const { t } = useTranslation();
  const remove = useAct({
    run: () => client.DELETE('/api/users/{email}', { params: { path: { email } } }),
    done: t('They are removed.'),
    changes: [['/api/users']],
  });
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        size="compact-sm"
        variant="default"
        onClick={edit}
        aria-label={t('Edit {{name}}', { name: email })}
      >
        {t('Edit')}
      </Button>
      <AskButton
        label={t('Remove')}
        question={t('Remove {{name}}?', { name: email })}
        size="compact-sm"
        variant="subtle"
        color="red"
        act={() => remove.mutateAsync()}
      >
        {t(
          'Their sessions open nothing from now on. What they did stays. They can be added again.',
        )}
      </AskButton>
    </Group>
  );
}
