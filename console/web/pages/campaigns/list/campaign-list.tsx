// All campaigns: what each waits for, how it stands, and what came of it in the last thirty days.
import { Anchor, Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBolt, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client, type Schemas } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Page } from '../../../parts/page.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { Reason } from '../../../parts/said/said.tsx';
import { StateBadge } from '../../../parts/state-badge.tsx';
import { useMay } from '../../../session/session.ts';
import { useFormats } from '../../../words/use-formats.ts';
import { Funnel } from './funnel.tsx';

export type Line = Schemas['getCampaignsAnswer']['items'][number];

const states = ['all', 'live', 'paused', 'draft', 'stopped'] as const;
type Shown = (typeof states)[number];

export function CampaignList() {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>('all');
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search.trim(), 250);
  const query = { ...(shown !== 'all' && { state: shown }), ...(asked && { search: asked }) };
  const paged = usePaged(['/api/campaigns', query], (next) =>
    answered(
      client.GET('/api/campaigns', { params: { query: { ...query, next, limit: 25 } as never } }),
    ),
  );
  return (
    <Page
      title={t('Campaigns')}
      about={t(
        'What goes out by itself: each campaign waits for something and then walks its steps.',
      )}
      actions={<NewButton />}
    >
      <Group justify="space-between">
        <Filter shown={shown} onShow={setShown} />
        <TextInput
          aria-label={t('Search by name')}
          placeholder={t('Search by name')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </Group>
      <PagedTable
        label={t('Campaigns')}
        paged={paged}
        columns={useColumns()}
        keyOf={({ id }) => id}
        empty={<Nothing isAll={Object.keys(query).length === 0} />}
      />
    </Page>
  );
}

const NewButton = () => {
  const { t } = useTranslation();
  if (!useMay('marketer')) return null;
  return (
    <Button component={Link} to="/campaigns/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('New campaign')}
    </Button>
  );
};

/* t('state: all') */
function Filter({ shown, onShow }: { readonly shown: Shown; onShow(state: Shown): void }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t('State')}
      value={shown}
      onChange={(value) => onShow(value as Shown)}
      data={states.map((value) => ({ value, label: t(`state: ${value}`) }))}
    />
  );
}

function Nothing({ isAll }: { readonly isAll: boolean }) {
  const { t } = useTranslation();
  if (!isAll) return <Text c="dimmed">{t('No campaign fits what you search for.')}</Text>;
  return (
    <Empty icon={<IconBolt aria-hidden />} title={t('No campaign yet')} action={<NewButton />}>
      {t(
        'A campaign lets people in by what they do, and then waits, asks and writes to them. Begin with one of the shipped programs, or with nothing.',
      )}
    </Empty>
  );
}

function useColumns(): Column<Line>[] {
  const { t } = useTranslation();
  const { number } = useFormats();
  return [
    {
      label: t('Name'),
      show: ({ id, name, trigger }) => (
        <Stack gap={0} maw={360}>
          <Anchor component={Link} to={`/campaigns/${id}`} fw={600}>
            {name}
          </Anchor>
          <Text size="sm" dir="auto">
            {trigger === undefined ? t('Never published') : <Reason text={trigger} />}
          </Text>
        </Stack>
      ),
    },
    { label: t('State'), show: (line) => <Standing line={line} /> },
    {
      label: t('Version'),
      show: ({ version }) => (version === undefined ? '–' : number(version)),
      isNumber: true,
    },
    { label: t('Last 30 days'), show: ({ id, version }) => version && <Funnel campaign={id} /> },
  ];
}

function Standing({ line: { state, draft } }: { readonly line: Line }) {
  const { t } = useTranslation();
  return (
    <Group gap={6}>
      <StateBadge state={state} />
      {draft && state !== 'draft' && <Text size="xs">{t('has unpublished changes')}</Text>}
    </Group>
  );
}
