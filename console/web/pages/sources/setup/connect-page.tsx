// Connecting something: a key for sites and programs, or a webhook source of a shop, a payment service or a form.
import { Button, Group, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Page } from '../../../parts/page.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { SecretOnce } from '../../../parts/secret-once.tsx';
import { kindName } from '../kind-name.ts';

export function ConnectPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = api.useQuery('get', '/api/source-kinds');
  return (
    <Page
      title={t('Connect a source')}
      about={t('Choose what sends. The steps to take there are shown next.')}
      back={{ to: '/sources', label: t('Sources') }}
    >
      <NewKey />
      <Title order={2} size="h4">
        {t('A shop, a payment service or a form builder')}
      </Title>
      {error && <Failure error={error} again={refetch} />}
      {data ? <Kinds kinds={data.items.map(({ kind }) => kind)} /> : !error && <Waiting />}
    </Page>
  );
}

function NewKey() {
  const { t } = useTranslation();
  const go = useNavigate();
  const [name, setName] = useState('');
  const [secret, setSecret] = useState<string>();
  const make = useAct({
    run: () => answered(client.POST('/api/write-keys', { body: { name: name.trim() } })),
    after: (made) => setSecret(made.secret),
  });
  const close = () =>
    go(`/sources/keys/${encodeURIComponent(name.trim())}`, { state: { secret }, replace: true });
  return (
    <Paper withBorder radius="lg" p="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Stack>
          <Title order={2} size="h4">
            {t('A website, an app or an HTML form')}
          </Title>
          <Text size="sm">
            {t('They send with a write key: it can send events, and read nothing.')}
          </Text>
          <Group align="flex-end">
            <TextInput
              label={t('Name of the key')}
              placeholder="website"
              flex="1 1 14rem"
              maw={360}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" loading={make.isPending} disabled={!name.trim()}>
              {t('Make a write key')}
            </Button>
          </Group>
        </Stack>
      </form>
      <SecretOnce secret={secret} title={t('The write key {{name}}', { name })} close={close} />
    </Paper>
  );
}

function Kinds({ kinds }: { readonly kinds: readonly string[] }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string>();
  return (
    <Stack>
      <SimpleGrid cols={{ base: 2, sm: 3, md: 5 }}>
        {kinds.map((kind) => (
          <Button
            key={kind}
            variant={kind === chosen ? 'light' : 'default'}
            aria-pressed={kind === chosen}
            h={56}
            onClick={() => setChosen(kind)}
          >
            {kindName(kind, t)}
          </Button>
        ))}
      </SimpleGrid>
      {chosen && <NameIt key={chosen} kind={chosen} />}
    </Stack>
  );
}

function NameIt({ kind }: { readonly kind: string }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [name, setName] = useState(kind === 'form' ? 'newsletter' : kind);
  const connect = useAct({
    run: () =>
      answered(client.PUT('/api/sources/{name}', { params: { path: { name } }, body: { kind } })),
    after: () => go(`/sources/hooks/${name}`),
  });
  return (
    <Paper withBorder radius="lg" p="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          connect.mutate();
        }}
      >
        <Group align="flex-end">
          <TextInput
            label={t('Name of the source')}
            description={t('Part of its address: small letters, digits and hyphens.')}
            flex="1 1 14rem"
            maw={420}
            dir="ltr"
            pattern="[a-z0-9][a-z0-9\-]{0,63}"
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <Button type="submit" loading={connect.isPending} disabled={!name}>
            {t('Connect {{kind}}', { kind: kindName(kind, t) })}
          </Button>
        </Group>
      </form>
    </Paper>
  );
}
