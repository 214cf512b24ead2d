// All segments: how they are called and what for, how many they hold, since when they say what they say.
import { Anchor, Button, Skeleton, Text } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, client, type Schemas } from '../../api/client.ts';
import { answered, usePaged } from '../../api/paged.ts';
import { Empty } from '../../parts/empty.tsx';
import { Moment } from '../../parts/moment.tsx';
import { type Column, PagedTable } from '../../parts/paged-table.tsx';
import { useMay } from '../../session/session.ts';
import { useFormats } from '../../words/use-formats.ts';
import { GroupTabs } from './group-tabs.tsx';

type Line = Schemas['getSegmentsAnswer']['items'][number];

export function SegmentsPage() {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const paged = usePaged(['/api/segments', 'list'], (next) =>
    answered(client.GET('/api/segments', { params: { query: { next, limit: 50 } } })),
  );
  const begin = may && (
    <Button component={Link} to="/segments/new">
      {t('New segment')}
    </Button>
  );
  return (
    <GroupTabs open="segments" actions={paged.rows.length > 0 && begin}>
      <PagedTable
        label={t('Segments')}
        paged={paged}
        keyOf={({ id }) => id}
        columns={useColumns()}
        empty={
          <Empty icon={<IconFilter aria-hidden />} title={t('No segments yet')} action={begin}>
            {t(
              'A segment is everybody who fits some conditions, at every moment: those who bought twice, those who have not opened a mail for a month. Campaigns and broadcasts ask for it by its name.',
            )}
          </Empty>
        }
      />
    </GroupTabs>
  );
}

function useColumns(): readonly Column<Line>[] {
  const { t } = useTranslation();
  const { number } = useFormats();
  return [
    {
      label: t('Segment'),
      show: ({ id, name, description }) => (
        <>
          <Anchor component={Link} to={`/segments/${id}`} fw={500}>
            <bdi>{name}</bdi>
          </Anchor>
          {description && (
            <Text size="sm" c="dimmed" lineClamp={2}>
              <bdi>{description}</bdi>
            </Text>
          )}
        </>
      ),
    },
    { label: t('Contacts'), isNumber: true, show: ({ id }) => <Size id={id} /> },
    { label: t('Version'), isNumber: true, show: ({ version }) => number(version) },
    {
      label: t('Since'),
      show: ({ published }) => published && <Moment at={published.at} />,
    },
    { label: t('By'), show: ({ published }) => published?.by },
  ];
}

function Size({ id }: Pick<Line, 'id'>) {
  const { number } = useFormats();
  const params = { path: { id } };
  const { data, isPending } = api.useQuery('get', '/api/segments/{id}/sizes', { params });
  if (isPending) return <Skeleton height={16} width={40} ms="auto" />;
  return data ? number(data.members) : '—';
}
