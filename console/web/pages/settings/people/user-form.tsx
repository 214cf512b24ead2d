// Adding somebody, or changing what they may.
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import type { Role } from '../../../session/session.ts';
import { RoleSelect } from './role-select.tsx';
import type { User } from './users.tsx';

interface UserFormParts {
  readonly edited: User | 'new' | undefined;
  /** Addresses that are there already. */
  readonly taken: readonly string[];
  close(): void;
}

export function UserForm({ edited, taken, close }: UserFormParts) {
  const { t } = useTranslation();
  const title = edited === 'new' ? t('Add somebody') : t('Change what they may');
  return (
    <Modal opened={edited !== undefined} onClose={close} title={title} centered>
      {edited && (
        <Fields known={edited === 'new' ? undefined : edited} taken={taken} close={close} />
      )}
    </Modal>
  );
}

interface FieldsParts extends Omit<UserFormParts, 'edited'> {
  readonly known: User | undefined;
}

function Fields({ known, taken, close }: FieldsParts) {
  const { t } = useTranslation();
  const [email, setEmail] = useState(known?.email ?? '');
  const [name, setName] = useState(known?.name ?? '');
  const [role, setRole] = useState<Role>(known?.role ?? 'viewer');
  const isTaken = !known && taken.includes(email.trim().toLowerCase());
  const save = useAct({
    run: () =>
      answered(
        client.PUT('/api/users/{email}', {
          params: { path: { email: email.trim() } },
          body: { role, ...(name.trim() && { name: name.trim() }) },
        }),
      ),
    done: ({ invitation }) =>
      invitation === 'sent' ? t('They have been invited by mail.') : t('Saved.'),
    changes: [['/api/users']],
    after: close,
  });
  return (
    <Stack
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <TextInput
        label={t('Address')}
        type="email"
        required
        dir="ltr"
        readOnly={known !== undefined}
        value={email}
        error={isTaken && t('They are among the users already.')}
        onChange={(event) => setEmail(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={t('Name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <RoleSelect role={role} change={setRole} />
      <Group justify="flex-end">
        <Button type="submit" loading={save.isPending} disabled={isTaken}>
          {t('Save')}
        </Button>
      </Group>
    </Stack>
  );
}
