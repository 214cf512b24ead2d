// Erases a person for good: what goes, what stays, and a word typed by hand before it happens.
import { Button, Group, List, Select, Stack, TextInput } from '@mantine/core';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { client } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { type Contact, titleOf } from '../contact.ts';
import { DialogButton } from './dialog-button.tsx';

const grounds = [
  'asked',
  'consent_withdrawn',
  'objected',
  'no_longer_needed',
  'unlawful',
  'legal_obligation',
] as const;

const isAbout = (id: string, key: QueryKey): boolean => JSON.stringify(key).includes(id);

interface Parts {
  readonly contact: Contact;
}

export function Erase({ contact }: Parts) {
  const { t } = useTranslation();
  return (
    <DialogButton
      label={t('Erase')}
      title={t('Erase this person for good?')}
      color="red"
      variant="light"
    >
      {(close) => <Form contact={contact} close={close} />}
    </DialogButton>
  );
}

/* t('ground: asked') t('ground: consent_withdrawn') t('ground: objected') t('ground: no_longer_needed')
   t('ground: unlawful') t('ground: legal_obligation') */
function Form({ contact, close }: Parts & { close(): void }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const queries = useQueryClient();
  const [because, setBecause] = useState<(typeof grounds)[number]>('asked');
  const [typed, setTyped] = useState('');
  const word = titleOf(contact);
  const erase = useAct({
    run: () =>
      client
        .POST('/api/contacts/{id}/erase', {
          params: { path: { id: contact.id } },
          body: { because },
        })
        // Nothing of them is kept here either, nor asked for again.
        .then(() => {
          queries.removeQueries({ predicate: ({ queryKey }) => isAbout(contact.id, queryKey) });
          close();
          return go('/contacts');
        }),
    done: t('The person is erased. What waits in queues is found and removed within 15 days.'),
  });
  return (
    <Stack>
      <List size="sm" spacing="xs">
        <List.Item>
          {t('Gone at once: everything in this profile. Mail that waits does not leave.')}
        </List.Item>
        <List.Item>
          {t('Gone within a minute: timeline, proofs of consent, tasks, notes.')}
        </List.Item>
        <List.Item>
          {t(
            'What stays: salted hashes of their keys, so that an import cannot bring them back; that somebody was erased, when, by whom; and what was counted of many people together.',
          )}
        </List.Item>
        <List.Item>
          {t(
            'Not reached: backups for 35 days, files that were exported, and systems that were told by webhooks.',
          )}
        </List.Item>
      </List>
      <Select
        label={t('On which ground')}
        data={grounds.map((value) => ({ value, label: t(`ground: ${value}`) }))}
        value={because}
        onChange={(chosen) => setBecause((chosen ?? 'asked') as typeof because)}
        allowDeselect={false}
      />
      <TextInput
        label={t('Type “{{word}}” to confirm. There is no way back.', { word })}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        autoComplete="off"
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('Cancel')}
        </Button>
        <Button
          color="red"
          disabled={typed.trim() !== word.trim()}
          loading={erase.isPending}
          onClick={() => erase.mutate()}
        >
          {t('Erase for good')}
        </Button>
      </Group>
    </Stack>
  );
}
