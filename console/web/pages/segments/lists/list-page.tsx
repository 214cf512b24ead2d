// One list: whom it holds, putting people on it and taking them off, its name, and deleting it.
import { Button, Modal, Paper, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api, client } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { Page } from '../../../parts/page.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { useMay } from '../../../session/session.ts';
import { Members } from '../members.tsx';
import { ListForm } from './lists-page.tsx';
import { PutOn } from './put-on.tsx';
import { useChangeMembers } from './use-change-members.ts';

export function ListPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = api.useQuery('get', '/api/lists', {
    params: { query: { limit: 500 } },
  });
  const list = data?.items.find((one) => one.id === id);
  if (list) return <Shown list={list} />;
  return (
    <Page title={t('List')} back={{ to: '/segments/lists', label: t('Lists') }}>
      {error && <Failure error={error} again={refetch} />}
      {!data && !error && <Waiting />}
      {data && t('There is no such list.')}
    </Page>
  );
}

interface List {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
}

function Shown({ list }: { readonly list: List }) {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const change = useChangeMembers(list.id);
  return (
    <Page
      title={list.name}
      about={list.description}
      back={{ to: '/segments/lists', label: t('Lists') }}
      actions={may && <Tools list={list} />}
    >
      {may && (
        <Paper withBorder radius="lg" p="lg" component="section">
          <Title order={2} size="h4" mb="sm">
            {t('Put somebody on the list')}
          </Title>
          <PutOn list={list.id} />
        </Paper>
      )}
      <Title order={2} size="h4">
        {t('Who is on it')}
      </Title>
      <Members
        group={{ list: list.id }}
        {...(may && {
          tools: ({ id }) => (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => change.mutate({ remove: [id] })}
            >
              {t('Take off the list')}
            </Button>
          ),
        })}
      />
    </Page>
  );
}

function Tools({ list }: { readonly list: List }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [isOpen, { open, close }] = useDisclosure();
  const { id, name } = list;
  const drop = useAct({
    // Its page is left at once: what it asks for is there no more.
    run: () =>
      client
        .DELETE('/api/lists/{id}', { params: { path: { id } } })
        .then(() => go('/segments/lists')),
    changes: [['/api/lists']],
    done: t('The list is deleted.'),
  });
  return (
    <>
      <AskButton
        label={t('Delete')}
        variant="default"
        color="red"
        question={t('Delete the list {{name}}?', { name })}
        act={() => drop.mutateAsync()}
      >
        {t('The contacts stay; who was on the list is forgotten. It cannot be undone.')}
      </AskButton>
      <Button variant="default" onClick={open}>
        {t('Rename')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t('Rename')} centered>
        <ListForm list={list} label={t('Save')} cancel={close} />
      </Modal>
    </>
  );
}
