// Home: what waits for a person, what the week brought, and what is live.
import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client.ts';
import { Failure } from '../../parts/failure.tsx';
import { Page } from '../../parts/page.tsx';
import { Waiting } from '../../parts/paged-table.tsx';
import { usePerson } from '../../session/session.ts';
import { FirstSteps } from './first-steps.tsx';
import { LiveCampaigns } from './live-campaigns.tsx';
import { Needs } from './needs.tsx';
import { WeekBars } from './week-bars.tsx';
import { WeekFigures } from './week-figures.tsx';

export type Overview = Schemas['getOverviewAnswer'];

export function Component() {
  const { t } = useTranslation();
  const { called, role } = usePerson();
  // A token may be called as its role is: that is nobody's name.
  const greeting =
    called === role ? t('Good to see you.') : t('Good to see you, {{name}}.', { name: called });
  const { data, error, refetch } = api.useQuery('get', '/api/overview');
  return (
    <Page title={t('Home')} about={greeting}>
      {error && <Failure error={error} again={refetch} />}
      {data ? <Morning overview={data} /> : !error && <Waiting />}
    </Page>
  );
}

const nobody = { params: { query: { limit: 1 } } };

function Morning({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation();
  const { campaigns, needs } = overview;
  const isQuiet = campaigns.every(
    ({ treatment, holdout }) => treatment.entered + holdout.entered === 0,
  );
  const contacts = api.useQuery('get', '/api/contacts', nobody, { enabled: isQuiet });
  const isNobodyHere = contacts.data?.items.length === 0 && contacts.data.next === undefined;
  if (campaigns.length === 0 || (isQuiet && isNobodyHere))
    return <FirstSteps needs={needs} isLive={campaigns.length > 0} />;
  return (
    <Stack gap="xl">
      <Section title={t('What needs you')}>
        <Needs needs={overview.needs} />
      </Section>
      <Section title={t('This week')}>
        <WeekFigures overview={overview} />
        <WeekBars days={overview.days} />
      </Section>
      <Section title={t('Live campaigns, this week')}>
        <LiveCampaigns campaigns={overview.campaigns} />
      </Section>
    </Stack>
  );
}

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Stack gap="md" component="section">
    <Title order={2} size="h4">
      {title}
    </Title>
    {children}
  </Stack>
);
