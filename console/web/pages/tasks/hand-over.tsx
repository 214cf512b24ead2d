// A task handed to somebody else of the team, or to another day.
import { Autocomplete, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { usePerson } from '../../session/session.ts';
import { type Task, tasksKey, useTasks } from './use-tasks.ts';

export function HandOver({ task }: { readonly task: Task }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        style={{ flexShrink: 0 }}
        onClick={open}
        aria-label={t('Hand over: {{title}}', { title: task.title })}
      >
        {t('Hand over')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={task.title} centered>
        <Form task={task} close={close} />
      </Modal>
    </>
  );
}

/** As a field of the browser has it: "2026-12-01T09:00", by this machine's clock. */
const minuteOf = (at: number): string =>
  new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

function Form({ task, close }: { readonly task: Task; close(): void }) {
  const { t } = useTranslation();
  const { called } = usePerson();
  const { rows } = useTasks();
  const [owner, setOwner] = useState(task.assignee ?? '');
  const [due, setDue] = useState(minuteOf(task.due));
  const act = useAct({
    run: () =>
      client.PATCH('/api/contacts/{id}/tasks/{task}', {
        params: { path: { id: task.contact, task: task.id } },
        body: {
          ...(owner.trim() && { assignee: owner.trim() }),
          ...(due !== minuteOf(task.due) && { due: new Date(due).getTime() }),
        },
      }),
    done: t('The task is handed over.'),
    changes: [tasksKey, ['/api/contacts'], ['get', '/api/overview']],
    after: close,
  });
  const known = [...new Set([called, ...rows.flatMap(({ assignee }) => assignee ?? [])])];
  return (
    <Stack
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <Autocomplete
        label={t('Owner')}
        description={t('Somebody of your team, or a part of it.')}
        data={known}
        value={owner}
        onChange={setOwner}
        maxLength={200}
        required
        data-autofocus
      />
      <TextInput
        type="datetime-local"
        label={t('Due')}
        value={due}
        onChange={({ currentTarget }) => setDue(currentTarget.value)}
        required
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('Cancel')}
        </Button>
        <Button type="submit" loading={act.isPending}>
          {t('Hand over')}
        </Button>
      </Group>
    </Stack>
  );
}
