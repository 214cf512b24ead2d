// How a task ends: done, or dismissed because there was no need for it; with a note for the team.
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { type Task, tasksKey } from './use-tasks.ts';

export function Finish({ task }: { readonly task: Task }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        style={{ flexShrink: 0 }}
        onClick={open}
        aria-label={t('Finish: {{title}}', { title: task.title })}
      >
        {t('Finish')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={task.title} centered>
        <Form task={task} close={close} />
      </Modal>
    </>
  );
}

function Form({ task, close }: { readonly task: Task; close(): void }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const act = useAct({
    run: (state: 'done' | 'dismissed') =>
      client.PUT('/api/contacts/{id}/tasks/{task}', {
        params: { path: { id: task.contact, task: task.id } },
        body: { state, ...(note.trim() && { note: note.trim() }) },
      }),
    done: t('The task is finished.'),
    changes: [tasksKey, ['/api/contacts'], ['get', '/api/overview']],
    after: close,
  });
  return (
    <Stack>
      <Text size="sm">{t('Campaigns hear of it as an event. It cannot be opened again.')}</Text>
      <Textarea
        label={t('Note')}
        description={t('What came of it, for your team.')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        data-autofocus
      />
      <Group justify="flex-end">
        <Button variant="default" loading={act.isPending} onClick={() => act.mutate('dismissed')}>
          {t('No need for it')}
        </Button>
        <Button loading={act.isPending} onClick={() => act.mutate('done')}>
          {t('It is done')}
        </Button>
      </Group>
    </Stack>
  );
}
