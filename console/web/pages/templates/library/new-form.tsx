// A new template or block: its name, and what it begins with. It is saved at once, as version 1.
import { Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { isRefusal } from '../../../api/refusal.ts';
import { useAct } from '../../../api/use-act.ts';
import { explain } from '../../../parts/explain.ts';
import { blankBlock, blankTemplate, idFrom } from './starts.ts';

export type ShelfName = 'templates' | 'blocks';

interface NewFormParts {
  readonly shelf: ShelfName;
  /** What it is a copy of; nothing for a blank one. */
  readonly from?: string | undefined;
}

export function NewForm({ shelf, from }: NewFormParts) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [name, setName] = useState('');
  const [start, setStart] = useState(from ?? '');
  const id = idFrom(name);
  const making = useAct({ run: () => make(shelf, id, start), isShown: true });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const place = shelf === 'templates' ? `/templates/${id}` : `/templates/blocks/${id}`;
    making.mutateAsync().then(
      () => go(place),
      () => undefined,
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('Name')}
          description={t('Campaigns send it by this name: small letters, digits and hyphens.')}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        {id !== '' && id !== name && (
          <Text size="sm">{t('It will be called {{id}}.', { id })}</Text>
        )}
        <Begin shelf={shelf} start={start} setStart={setStart} />
        {making.error && (
          <Alert color="red" role="alert">
            {isTaken(making.error)
              ? t('There is one of this name already.')
              : explain(making.error, t).message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={making.isPending} disabled={id === ''}>
            {t('Begin')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const isTaken = (error: unknown): boolean => isRefusal(error) && error.status === 412;

interface BeginParts {
  readonly shelf: ShelfName;
  readonly start: string;
  setStart(start: string): void;
}

function Begin({ shelf, start, setStart }: BeginParts) {
  const { t } = useTranslation();
  const path = shelf === 'templates' ? '/api/templates' : '/api/blocks';
  const { data } = api.useQuery('get', path, { params: { query: { limit: 500 } } });
  const names = (data?.items ?? []).map(({ id }) => ({
    value: id,
    label: t('Like {{id}}', { id }),
  }));
  return (
    <Select
      label={t('Begin with')}
      searchable
      allowDeselect={false}
      data={[{ value: '', label: t('A blank page') }, ...names]}
      value={start}
      onChange={(to) => setStart(to ?? '')}
    />
  );
}

/** On top of nothing: a name that is taken is refused. */
async function make(shelf: ShelfName, id: string, start: string): Promise<unknown> {
  const params = { path: { id }, header: { 'if-match': '"0"' } };
  const like = { params: { path: { id: start } } };
  if (shelf === 'templates') {
    const body =
      start === ''
        ? blankTemplate
        : (await answered(client.GET('/api/templates/{id}', like))).source;
    return answered(client.PUT('/api/templates/{id}', { params, body }));
  }
  const body =
    start === '' ? blankBlock : (await answered(client.GET('/api/blocks/{id}', like))).source;
  return answered(client.PUT('/api/blocks/{id}', { params, body }));
}
