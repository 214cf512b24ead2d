// The steps of a campaign, drawn or as a list; what is open of them stands in a drawer. Undo by Ctrl+Z.
import { Group, Paper, SegmentedControl, Switch } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../../../parts/paged-table.tsx';
import { useMay } from '../../../session/session.ts';
import type { TabParts } from '../campaign-page.tsx';
import { useInside } from '../state/use-inside.ts';
import { Canvas } from './canvas.tsx';
import { Reports } from './reports.tsx';
import { StepDrawer } from './step-drawer.tsx';
import { StepList } from './step-list.tsx';
import { StepsContext, useMakeSteps } from './use-steps.ts';

const Beside = lazy(() => import('../yaml/yaml-text.tsx'));

type View = 'drawn' | 'list';

export default function CanvasTab({ campaign, writing }: TabParts) {
  const steps = useMakeSteps(writing, {
    campaign: campaign.id,
    isLive: campaign.version !== undefined,
    mayChange: useMay('marketer'),
    inside: useInside(campaign.id),
  });
  const isSmall = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [view, setView] = useState<View>(isSmall ? 'list' : 'drawn');
  const [isBeside, setBeside] = useState(false);
  useHotkeys([
    ['mod+Z', writing.undo],
    ['mod+shift+Z', writing.redo],
    ['mod+Y', writing.redo],
  ]);
  return (
    <StepsContext value={steps}>
      <Views {...{ view, setView, isBeside, setBeside }} />
      <Group align="stretch" gap="md" mt="sm" wrap={isSmall ? 'wrap' : 'nowrap'}>
        <Paper withBorder radius="lg" style={{ overflow: 'hidden', flex: '1 1 0', minWidth: 0 }}>
          {view === 'drawn' ? <Canvas writing={writing} /> : <StepList writing={writing} />}
        </Paper>
        {isBeside && (
          <Paper withBorder radius="lg" style={{ overflow: 'hidden', flex: '1 1 0', minWidth: 0 }}>
            <Suspense fallback={<Waiting />}>
              <Beside writing={writing} />
            </Suspense>
          </Paper>
        )}
      </Group>
      <Reports />
      <StepDrawer writing={writing} />
    </StepsContext>
  );
}

interface ViewsParts {
  readonly view: View;
  setView(view: View): void;
  readonly isBeside: boolean;
  setBeside(is: boolean): void;
}

function Views({ view, setView, isBeside, setBeside }: ViewsParts) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between">
      <SegmentedControl
        aria-label={t('How the steps are shown')}
        value={view}
        onChange={(to) => setView(to as View)}
        data={[
          { value: 'drawn', label: t('Canvas') },
          { value: 'list', label: t('List') },
        ]}
      />
      <Switch
        label={t('YAML beside it')}
        checked={isBeside}
        onChange={(event) => setBeside(event.currentTarget.checked)}
      />
    </Group>
  );
}
