// Tasks about somebody: those that campaigns handed to the team, open and finished.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import { Moment } from '../../../parts/moment.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { StateBadge } from '../../../parts/state-badge.tsx';
import type { Contact } from '../contact.ts';

type Kept = Schemas['getContactsIdTasksAnswer']['items'][number];

/* t('state: open') t('state: dismissed') */
export function Tasks({ contact: { id } }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  const paged = usePaged(['/api/contacts', id, 'tasks'], (next) =>
    answered(client.GET('/api/contacts/{id}/tasks', { params: { path: { id }, query: { next } } })),
  );
  return (
    <PagedTable<Kept>
      label={t('Tasks')}
      paged={paged}
      keyOf={({ task }) => task.id}
      columns={[
        { label: t('Task'), show: ({ task }) => task.title },
        { label: t('Due'), show: ({ task }) => <Moment at={task.due} /> },
        { label: t('State'), show: ({ finish }) => <StateBadge state={finish?.state ?? 'open'} /> },
        { label: t('By whom'), show: ({ task, finish }) => finish?.by ?? task.assignee ?? '' },
      ]}
      empty={<Text c="dimmed">{t('No task is about them.')}</Text>}
    />
  );
}
