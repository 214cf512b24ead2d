// All lists, and making one.
import { Anchor, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconList } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { client } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { Empty } from '../../../parts/empty.tsx';
import { idOf } from '../../../parts/id-of.ts';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useMay } from '../../../session/session.ts';
import { GroupTabs } from '../group-tabs.tsx';

export function ListsPage() {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const paged = usePaged(['/api/lists', 'list'], (next) =>
    answered(client.GET('/api/lists', { params: { query: { next, limit: 50 } } })),
  );
  const columns = [
    {
      label: t('List'),
      show: ({ id, name }: { id: string; name: string }) => (
        <Anchor component={Link} to={`/segments/lists/${id}`} fw={500}>
          {name}
        </Anchor>
      ),
    },
    {
      label: t('What it is for'),
      show: ({ description }: { description?: string }) => description,
    },
  ];
  return (
    <GroupTabs open="lists" actions={may && paged.rows.length > 0 && <NewList />}>
      <PagedTable
        label={t('Lists')}
        paged={paged}
        keyOf={({ id }) => id}
        columns={columns}
        empty={
          <Empty
            icon={<IconList aria-hidden />}
            title={t('No lists yet')}
            action={may && <NewList />}
          >
            {t(
              'A list holds whom somebody put on it: by hand, by an import, or by a campaign. For everybody who fits some conditions, make a segment.',
            )}
          </Empty>
        }
      />
    </GroupTabs>
  );
}

function NewList() {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button onClick={open}>{t('New list')}</Button>
      <Modal opened={isOpen} onClose={close} title={t('New list')} centered>
        <ListForm label={t('Make the list')} cancel={close} />
      </Modal>
    </>
  );
}

interface ListFormParts {
  /** Absent: a new one. */
  readonly list?: { readonly id: string; readonly name: string; readonly description?: string };
  readonly label: string;
  cancel(): void;
}

export function ListForm({ list, label, cancel }: ListFormParts) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [name, setName] = useState(list?.name ?? '');
  const [description, setDescription] = useState(list?.description ?? '');
  const body = {
    name: name.trim(),
    ...(description.trim() && { description: description.trim() }),
  };
  const save = useAct({
    run: () => {
      const id = list?.id ?? idOf(name, 'list');
      return answered(client.PUT('/api/lists/{id}', { params: { path: { id } }, body }));
    },
    changes: [['/api/lists']],
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (body.name === '') return;
    save.mutate(undefined, {
      onSuccess: ({ id }) => (list ? cancel() : go(`/segments/lists/${id}`)),
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('Name')}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput
          label={t('What it is for')}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={cancel}>
            {t('Cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {label}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
