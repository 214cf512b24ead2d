// Makes one contact of two: find the other, read what happens, and say so. It cannot be undone.
import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { addressOf, type Contact, titleOf } from '../contact.ts';
import { DialogButton } from './dialog-button.tsx';

interface Parts {
  readonly contact: Contact;
}

export function Merge({ contact, label }: Parts & { readonly label: string }) {
  const { t } = useTranslation();
  return (
    <DialogButton label={label} title={t('Merge with another contact')}>
      {(close) => <Form contact={contact} close={close} />}
    </DialogButton>
  );
}

function Form({ contact, close }: Parts & { close(): void }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [typed, setTyped] = useState('');
  const [other, setOther] = useState<string>();
  const merge = useAct({
    run: (id: string) =>
      answered(
        client.POST('/api/contacts/{id}/merge', {
          params: { path: { id: contact.id } },
          body: { with: id },
        }),
      ),
    done: t('They are one contact now.'),
    after: ({ id }) => {
      close();
      go(`/contacts/${id}`);
    },
  });
  return (
    <Stack>
      <TextInput
        type="search"
        label={t('Who is the same person?')}
        placeholder={t('Beginning of a name, address or user id')}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Others {...{ contact, typed, other, setOther }} />
      <Text size="sm">
        {t(
          'Whoever is known better survives: a user id counts more than an address, an address more than a device. The survivor keeps its id and its newer attributes, and takes over the other’s timeline, campaigns, lists and keys. Of two wishes about mail the stricter one holds. Both ids lead to the survivor.',
        )}
      </Text>
      <Text size="sm" fw={600}>
        {t('This cannot be undone.')}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('Cancel')}
        </Button>
        <Button
          color="red"
          loading={merge.isPending}
          disabled={other === undefined}
          onClick={() => other !== undefined && merge.mutate(other)}
        >
          {t('Merge them')}
        </Button>
      </Group>
    </Stack>
  );
}

interface OthersParts extends Parts {
  readonly typed: string;
  readonly other: string | undefined;
  setOther(id: string): void;
}

function Others({ contact, typed, other, setOther }: OthersParts) {
  const { t } = useTranslation();
  const [search] = useDebouncedValue(typed.trim(), 200);
  const found = api.useQuery(
    'get',
    '/api/contacts',
    { params: { query: { search, limit: 6 } } },
    { enabled: search !== '' },
  );
  const others = found.data?.items.filter(({ id }) => id !== contact.id) ?? [];
  if (search === '' || found.isPending) return null;
  if (others.length === 0) return <Text role="status">{t('Nobody else begins so.')}</Text>;
  return (
    <Radio.Group aria-label={t('Who is the same person?')} value={other ?? ''} onChange={setOther}>
      <Stack gap="xs">
        {others.map((one) => (
          <Radio key={one.id} value={one.id} label={titleOf(one)} description={addressOf(one)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
