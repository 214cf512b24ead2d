// A note for colleagues: into the timeline, where it stays as long as any row.
import { Button, Group, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';

export function WriteNote({ contact: id }: { readonly contact: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const note = useAct({
    run: () =>
      client.POST('/api/contacts/{id}/notes', {
        params: { path: { id } },
        body: { text: text.trim() },
      }),
    changes: [['/api/contacts', id, 'timeline']],
    after: () => setText(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    note.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <Textarea
          flex="1 1 16rem"
          autosize
          maxRows={8}
          maxLength={2_000}
          label={t('Note for your colleagues')}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          loading={note.isPending}
          disabled={text.trim() === ''}
        >
          {t('Add note')}
        </Button>
      </Group>
    </form>
  );
}
