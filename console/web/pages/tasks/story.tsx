// A lead's story beside the work: who it is, and what happened with them, the newest first.
import { Anchor, Drawer, Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client.ts';
import { Failure } from '../../parts/failure.tsx';
import { Waiting } from '../../parts/paged-table.tsx';
import { nameOf, type Task } from './use-tasks.ts';

const Timeline = lazy(async () => {
  const { TimelineTab } = await import('../contacts/timeline/timeline-tab.tsx');
  return { default: TimelineTab };
});

interface StoryParts {
  readonly task: Task | undefined;
  close(): void;
}

export function Story({ task, close }: StoryParts) {
  return (
    <Drawer
      opened={task !== undefined}
      onClose={close}
      position="right"
      size="xl"
      title={
        <Text fw={650} size="lg">
          <bdi>{task && nameOf(task)}</bdi>
        </Text>
      }
    >
      {task && <Told task={task} />}
    </Drawer>
  );
}

function Told({ task: { contact: id, title, note } }: { readonly task: Task }) {
  const { t } = useTranslation();
  const { data, error, refetch } = api.useQuery('get', '/api/contacts/{id}', {
    params: { path: { id } },
  });
  return (
    <Stack>
      <div>
        <Text fw={500}>{title}</Text>
        {note && <Text size="sm">{note}</Text>}
      </div>
      <Anchor component={Link} to={`/contacts/${id}`}>
        {t('Open the profile')}
      </Anchor>
      {error && <Failure error={error} again={refetch} />}
      {data ? (
        <Suspense fallback={<Waiting />}>
          <Timeline contact={data} />
        </Suspense>
      ) : (
        !error && <Waiting />
      )}
    </Stack>
  );
}
