// All broadcasts: campaigns that a time of the clock lets people into. When each runs next, or how its last run went.
import { Anchor, Button } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client, type Schemas } from '../../api/client.ts';
import { answered, usePaged } from '../../api/paged.ts';
import { Empty } from '../../parts/empty.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Page } from '../../parts/page.tsx';
import { type Column, PagedTable } from '../../parts/paged-table.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { useMay } from '../../session/session.ts';
import { useFormats } from '../../words/use-formats.ts';
import { useStanding } from './use-results.ts';
import { useRuns } from './use-runs.ts';

type Line = Schemas['getCampaignsAnswer']['items'][number];

export function BroadcastsPage() {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const all = usePaged(['/api/campaigns', 'broadcasts'], (next) =>
    answered(client.GET('/api/campaigns', { params: { query: { next, limit: 500 } } })),
  );
  const paged = { ...all, rows: all.rows.filter(({ triggerType }) => triggerType === 'schedule') };
  const begin = may && (
    <Button component={Link} to="/broadcasts/new">
      {t('New broadcast')}
    </Button>
  );
  return (
    <Page
      title={t('Broadcasts')}
      about={t('One mail to many people at once, or again and again at its time.')}
      actions={paged.rows.length > 0 && begin}
    >
      <PagedTable
        label={t('Broadcasts')}
        paged={paged}
        keyOf={({ id }) => id}
        columns={useColumns()}
        empty={
          <Empty
            icon={<IconSpeakerphone aria-hidden />}
            title={t('No broadcasts yet')}
            action={begin}
          >
            {t(
              'A broadcast sends one template to an audience at a time you choose. Before it starts you see whom it reaches and whom it does not; while it runs you can pause it.',
            )}
          </Empty>
        }
      />
    </Page>
  );
}

function useColumns(): readonly Column<Line>[] {
  const { t } = useTranslation();
  return [
    {
      label: t('Broadcast'),
      show: ({ id, name }) => (
        <Anchor component={Link} to={`/broadcasts/${id}`} fw={500}>
          {name}
        </Anchor>
      ),
    },
    { label: t('State'), show: (line) => <Standing line={line} /> },
    { label: t('When'), show: ({ id }) => <When id={id} /> },
    { label: t('People chosen'), isNumber: true, show: ({ id }) => <Reached id={id} /> },
  ];
}

function Standing({ line: { id, state } }: { readonly line: Line }) {
  return <StateBadge state={useStanding(id, state)} />;
}

function When({ id }: Pick<Line, 'id'>) {
  const { t } = useTranslation();
  const { data } = useRuns(id);
  const last = data?.items[0];
  if (data?.nextRun !== undefined)
    return (
      <>
        {t('next:')} <Moment at={data.nextRun} exact />
      </>
    );
  return last ? <Moment at={Number(last.startedAt)} exact /> : '—';
}

function Reached({ id }: Pick<Line, 'id'>) {
  const { number } = useFormats();
  const { data } = useRuns(id);
  return data?.items[0] ? number(data.items[0].matched) : '—';
}
