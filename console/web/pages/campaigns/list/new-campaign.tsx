// A new campaign: its name, and what it begins with: nothing, a shipped program, or a copy of one that is there.
import { Alert, Button, Group, Paper, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { Refusal } from '../../../api/refusal.ts';
import { useAct } from '../../../api/use-act.ts';
import { explain } from '../../../parts/explain.ts';
import { idFrom } from '../../../parts/id-of.ts';
import { Page } from '../../../parts/page.tsx';
import { copyOf, type Start, shippedStarts } from './starts.ts';

export function NewCampaign() {
  const { t } = useTranslation();
  return (
    <Page
      title={t('New campaign')}
      about={t('It begins as a draft: nobody enters before you publish it.')}
      back={{ to: '/campaigns', label: t('Campaigns') }}
    >
      <Paper withBorder radius="lg" p="lg" maw={640}>
        <StartForm />
      </Paper>
    </Page>
  );
}

const blank = 'blank';

function StartForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [ownId, setOwnId] = useState<string>();
  const [start, setStart] = useState(blank);
  const [copied, setCopied] = useState<string | null>(null);
  const id = ownId ?? idFrom(name, 'campaign');
  const make = useAct({
    run: async () => {
      if (await isTaken(id))
        throw new Refusal(409, 'conflict', t('There is a campaign with this id already.'));
      return saveStart(id, name, await startOf(start, copied));
    },
    changes: [['/api/campaigns']],
    isShown: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutateAsync().then(
      () => navigate(`/campaigns/${id}`),
      () => undefined,
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('Name')}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput
          label={t('Id')}
          description={t(
            'In addresses and reports; it stays as it is. Lower-case letters, digits and hyphens.',
          )}
          required
          dir="ltr"
          value={id}
          onChange={(event) => setOwnId(event.currentTarget.value)}
        />
        <Starts {...{ start, setStart, copied, setCopied }} />
        {make.error && (
          <Alert color="red" role="alert">
            {explain(make.error, t).message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={make.isPending}>
            {t('Begin')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface StartsParts {
  readonly start: string;
  setStart(start: string): void;
  readonly copied: string | null;
  setCopied(id: string | null): void;
}

function Starts({ start, setStart, copied, setCopied }: StartsParts) {
  const { t } = useTranslation();
  const { data: shipped = [] } = useQuery({
    queryKey: ['shipped programs'],
    queryFn: shippedStarts,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      <Radio.Group label={t('Begin with')} value={start} onChange={setStart}>
        <Stack gap="sm" mt="xs">
          <Radio value={blank} label={t('An empty campaign')} />
          {shipped.map(({ id, name, about }) => (
            <Radio key={id} value={id} label={<bdi>{name}</bdi>} description={<bdi>{about}</bdi>} />
          ))}
          <Radio value="copy" label={t('A copy of a campaign of yours')} />
        </Stack>
      </Radio.Group>
      {start === 'copy' && <Copied value={copied} onChange={setCopied} />}
    </>
  );
}

interface CopiedParts {
  readonly value: string | null;
  onChange(id: string | null): void;
}

function Copied({ value, onChange }: CopiedParts) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['/api/campaigns', 'names'],
    queryFn: () =>
      answered(client.GET('/api/campaigns', { params: { query: { limit: '500' } as never } })),
  });
  const names = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      label={t('Campaign to copy')}
      searchable
      required
      data={names}
      value={value}
      onChange={onChange}
    />
  );
}

async function startOf(start: string, copied: string | null): Promise<Start> {
  if (start === 'copy') return copyOf(copied ?? '');
  const found = (await shippedStarts()).find(({ id }) => id === start);
  // Its mails come along where the program was published here; else they are asked for before it goes live.
  if (found && (await isTaken(found.id)))
    return { ...found, templates: (await copyOf(found.id)).templates };
  return found ?? { campaign: { trigger: { event: '' }, steps: [] }, templates: {} };
}

/** Found among all, so that nothing has to be refused. */
async function isTaken(id: string): Promise<boolean> {
  const query = { search: id, limit: 500 } as never;
  const { items } = await answered(client.GET('/api/campaigns', { params: { query } }));
  return items.some((one) => one.id === id);
}

const saveStart = (id: string, name: string, { campaign, templates }: Start) =>
  answered(
    client.PUT('/api/campaigns/{id}/draft', {
      params: { path: { id } },
      body: { campaign: { ...campaign, name: name.trim() }, templates } as never,
    }),
  );
