// Open tasks, the first due first; each can be finished here, or opened with the story of whom it is about.

import { Anchor, Badge, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../api/server-time.ts';
import { Moment } from '../../parts/moment.tsx';
import { type Column, PagedTable } from '../../parts/paged-table.tsx';
import { useMay } from '../../session/session.ts';
import { useFormats } from '../../words/use-formats.ts';
import { Finish } from './finish.tsx';
import { HandOver } from './hand-over.tsx';
import { NothingOpen } from './nothing-open.tsx';
import { Story } from './story.tsx';
import { nameOf, type Task, useTasks } from './use-tasks.ts';

export function OpenTasks() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Task>();
  const paged = useTasks();
  return (
    <>
      <PagedTable
        label={t('Open tasks')}
        paged={paged}
        keyOf={({ id }) => id}
        columns={useColumns(setOpened)}
        empty={<NothingOpen />}
      />
      <Story task={opened} close={() => setOpened(undefined)} />
    </>
  );
}

function useColumns(open: (task: Task) => void): Column<Task>[] {
  const { t } = useTranslation();
  const { number } = useFormats();
  const may = useMay('sales');
  const columns: Column<Task>[] = [
    {
      label: t('About'),
      show: (task) => (
        <Anchor
          component="button"
          type="button"
          size="sm"
          fw={600}
          ta="start"
          onClick={() => open(task)}
        >
          <bdi>{nameOf(task)}</bdi>
        </Anchor>
      ),
    },
    { label: t('Due'), show: ({ due }) => <Due at={due} /> },
    {
      label: t('Task'),
      show: ({ title, note }) => (
        <>
          <Text size="sm">
            <bdi>{title}</bdi>
          </Text>
          {note && <Text size="xs">{note}</Text>}
        </>
      ),
    },
    {
      ...{ label: t('Score'), isNumber: true },
      show: ({ lead }) => (lead?.score === undefined ? '—' : number(lead.score)),
    },
    { label: t('Owner'), show: ({ assignee }) => assignee ?? '—' },
  ];
  const acts: Column<Task> = {
    label: t('Actions'),
    show: (task) => (
      <Group gap="xs" wrap="nowrap">
        <Finish task={task} />
        <HandOver task={task} />
      </Group>
    ),
  };
  return may ? [...columns, acts] : columns;
}

function Due({ at }: { readonly at: number }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Moment at={at} />
      {at < serverNow() && (
        <Badge variant="light" color="red" tt="none">
          {t('Overdue')}
        </Badge>
      )}
    </Group>
  );
}
