// One campaign: its canvas, its text, its settings, its versions and what came of it.
import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Failure } from '../../parts/failure.tsx';
import { Page } from '../../parts/page.tsx';
import { Waiting } from '../../parts/paged-table.tsx';
import { TabList } from '../../parts/tab-list.tsx';
import { useFormats } from '../../words/use-formats.ts';
import { WhyChanged } from './state/why-changed.tsx';
import { type Campaign, campaignKey, readWritten, useCampaign } from './use-campaign.ts';
import { useWriting, type Writing, type Written } from './writing/use-writing.ts';
import { WritingBar } from './writing/writing-bar.tsx';

const CanvasTab = lazy(() => import('./canvas/canvas-tab.tsx'));
const YamlTab = lazy(() => import('./yaml/yaml-tab.tsx'));
const SettingsTab = lazy(() => import('./settings/settings-tab.tsx'));
const VersionsTab = lazy(() => import('./versions/versions-tab.tsx'));
const ResultsTab = lazy(() => import('./results/results-tab.tsx'));
const TestTab = lazy(() => import('./test/test-tab.tsx'));

/* t('tab: canvas') t('tab: yaml') t('tab: settings') t('tab: versions') t('tab: results') t('tab: test') */
const tabs = {
  canvas: CanvasTab,
  yaml: YamlTab,
  settings: SettingsTab,
  versions: VersionsTab,
  results: ResultsTab,
  test: TestTab,
} as const;
type Tab = keyof typeof tabs;

export interface TabParts {
  readonly campaign: Campaign;
  readonly writing: Writing;
}

export function CampaignPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const campaign = useCampaign(id);
  const written = useQuery({
    queryKey: ['written', id],
    queryFn: () => readWritten(id),
    // What is on the page is newer than what the API knows: it is read when the page is opened, and when asked for.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnMount: 'always',
  });
  const error = campaign.error ?? written.error;
  if (error)
    return (
      <Page title={t('Campaign')} back={{ to: '/campaigns', label: t('Campaigns') }}>
        <Failure
          error={error}
          again={() => void campaign.refetch().then(() => written.refetch())}
        />
      </Page>
    );
  if (!campaign.data || !written.data || written.isFetching) return <Waiting />;
  return <Opened key={id} campaign={campaign.data} written={written.data} />;
}

interface OpenedParts {
  readonly campaign: Campaign;
  readonly written: Written;
}

function Opened({ campaign, written }: OpenedParts) {
  const { t } = useTranslation();
  const { tab = 'canvas' } = useParams();
  const navigate = useNavigate();
  const { number } = useFormats();
  const writing = useWriting(campaign.id, written);
  const open = Object.hasOwn(tabs, tab) ? (tab as Tab) : 'canvas';
  const Shown = tabs[open];
  const { name = campaign.name } = writing.document;
  const { state, version } = campaign;
  const live =
    version === undefined ? '' : ` · ${t('version {{version}}', { version: number(version) })}`;
  const draft =
    writing.revision > 0 && version !== undefined
      ? ` · ${t('what is shown here is the draft, which is not live yet')}`
      : '';
  const standing = `${t(`state: ${state}`)}${live}${draft}`;
  return (
    <Page
      title={String(name || campaign.id)}
      back={{ to: '/campaigns', label: t('Campaigns') }}
      about={standing}
      actions={<WritingBar campaign={campaign} writing={writing} />}
    >
      <WhyChanged campaign={campaign} />
      <Tabs
        value={open}
        onChange={(to) => navigate(`/campaigns/${campaign.id}${to === 'canvas' ? '' : `/${to}`}`)}
        keepMounted={false}
      >
        <TabList open={open}>
          {Object.keys(tabs).map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab: ${one}`)}
            </Tabs.Tab>
          ))}
        </TabList>
        <Tabs.Panel value={open}>
          <Suspense fallback={<Waiting />}>
            <Shown campaign={campaign} writing={writing} />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

export const keysOf = (id: string) => [campaignKey(id), ['/api/campaigns']] as const;
