// One segment: what it says, whom it holds, how many it held, who asks for it; saved, and deleted.
import { Button, Stack, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, type Schemas } from '../../../api/client.ts';
import { useIsComplete } from '../../../parts/condition/use-fault.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Page } from '../../../parts/page.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { Unsaved } from '../../../parts/writing/unsaved.tsx';
import { useMay } from '../../../session/session.ts';
import { Members } from '../members.tsx';
import { Definition } from './definition.tsx';
import { DeleteSegment } from './delete-segment.tsx';
import { draftOf } from './draft-of.ts';
import { Fill } from './fill.tsx';
import { Refused } from './refused.tsx';
import { useSegment } from './use-segment.ts';
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
  if (data) return <Shown key={id} segment={data} />;
  return (
    <Page title={t('Segment')} back={{ to: '/segments', label: t('Segments') }}>
      {error ? <Failure error={error} again={refetch} /> : <Waiting />}
    </Page>
  );
}

function Shown({ segment }: { readonly segment: Segment }) {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const [isChecked, setChecked] = useState(false);
  const id = segment.segment;
  const said = draftOf(segment);
  const { version } = segment;
  const writing = useSegment({ key: id, version, said, idFor: () => id });
  const { source: draft } = writing;
  const isComplete = useIsComplete(draft.condition) && draft.name.trim() !== '';
  const run = () => {
    setChecked(true);
    if (isComplete) writing.save();
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
            <Button
              onClick={run}
              disabled={!writing.isChanged || writing.newer !== undefined}
              loading={writing.isSaving}
            >
              {t('Save the segment')}
            </Button>
          </>
        )
      }
    >
      <Unsaved {...writing} />
      {writing.newer === undefined && <Refused error={writing.error} />}
      <Fill segment={id} />
      <Definition {...{ draft, isChecked }} isReadOnly={!may} change={writing.change} />
      <Around segment={segment} change={writing.change} />
    </Page>
  );
}

function Around({ segment, change }: Parameters<typeof Versions>[0]) {
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
      <Versions segment={segment} change={change} />
    </Stack>
  );
}
