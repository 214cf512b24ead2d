// One segment: what it says, whom it holds, how many it held, who asks for it; saved, and deleted.
import { Alert, Button, Stack, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, type Schemas } from '../../../api/client.ts';
import { useIsComplete } from '../../../parts/condition/use-fault.ts';
import { explain } from '../../../parts/explain.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Page } from '../../../parts/page.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { useMay } from '../../../session/session.ts';
import { Members } from '../members.tsx';
import { Definition, type Draft } from './definition.tsx';
import { DeleteSegment } from './delete-segment.tsx';
import { Fill } from './fill.tsx';
import { useSave } from './save-segment.ts';
import { UsedBy } from './used-by.tsx';
import { Versions } from './versions.tsx';

/** Asks for the chart library. */
const SizeChart = lazy(() => import('./size-chart.tsx'));

export type Segment = Schemas['getSegmentsIdAnswer'];

export function SegmentPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = api.useQuery('get', '/api/segments/{id}', {
    params: { path: { id } },
  });
  if (data) return <Shown key={`${id} ${data.version}`} segment={data} />;
  return (
    <Page title={t('Segment')} back={{ to: '/segments', label: t('Segments') }}>
      {error ? <Failure error={error} again={refetch} /> : <Waiting />}
    </Page>
  );
}

const draftOf = ({ document: { name, description = '', condition } }: Segment): Draft => ({
  ...{ name, description, condition },
});

function Shown({ segment }: { readonly segment: Segment }) {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const [draft, setDraft] = useState(() => draftOf(segment));
  const [isChecked, setChecked] = useState(false);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(segment));
  const isComplete = useIsComplete(draft.condition) && draft.name.trim() !== '';
  const save = useSave();
  const id = segment.segment;
  const run = () => {
    setChecked(true);
    if (isComplete) save.mutate({ id, draft });
  };
  return (
    <Page
      title={segment.document.name}
      about={segment.document.description}
      back={{ to: '/segments', label: t('Segments') }}
      actions={
        may && (
          <>
            <DeleteSegment segment={segment} />
            <Button onClick={run} disabled={!isChanged} loading={save.isPending}>
              {t('Save the segment')}
            </Button>
          </>
        )
      }
    >
      {save.error && (
        <Alert color="red" role="alert">
          {explain(save.error, t).message}
        </Alert>
      )}
      <Fill segment={id} />
      <Definition {...{ draft, isChecked }} isReadOnly={!may} change={setDraft} />
      <Around segment={segment} />
    </Page>
  );
}

function Around({ segment }: { readonly segment: Segment }) {
  const { t } = useTranslation();
  const id = segment.segment;
  return (
    <Stack gap="xl">
      <Stack gap="md" component="section">
        <Title order={2} size="h4">
          {t('How many were in it')}
        </Title>
        <Suspense fallback={<Waiting rows={4} />}>
          <SizeChart segment={id} />
        </Suspense>
      </Stack>
      <Stack gap="md" component="section">
        <Title order={2} size="h4">
          {t('Who is in it now')}
        </Title>
        <Members group={{ segment: id }} />
      </Stack>
      <UsedBy usedBy={segment.usedBy} />
      <Versions segment={segment} />
    </Stack>
  );
}
