// Looks for somebody by how their name, address or id begins, and puts them on a list.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { calledBy } from '../../../parts/audience/contact-name.tsx';
import { useChangeMembers } from './use-change-members.ts';

export function PutOn({ list }: { readonly list: string }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const change = useChangeMembers(list);
  const { data } = useQuery({
    queryKey: ['/api/contacts', 'to put on a list', search],
    queryFn: () =>
      answered(client.GET('/api/contacts', { params: { query: { search, limit: 5 } } })),
    enabled: search !== '',
  });
  const found = search === '' ? [] : (data?.items ?? []);
  return (
    <Stack gap="sm">
      <TextInput
        label={t('Name, address or id')}
        description={t('How it begins is enough.')}
        value={typed}
        maw={420}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.map(({ id, traits, identities, lists }) => (
        <Group key={id} justify="space-between" maw={560}>
          <Text size="sm">
            {[calledBy(traits, identities), traits.email].filter(Boolean).join(', ')}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            disabled={list in lists}
            onClick={() => change.mutate({ add: [id] })}
          >
            {list in lists ? t('Is on the list') : t('Put on the list')}
          </Button>
        </Group>
      ))}
      {search !== '' && data?.items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('Nobody begins like that.')}
        </Text>
      )}
    </Stack>
  );
}
