// A webhook source: what to do at the sender, its secrets, its settings, and what arrived of it day by day.
import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api, client, type Schemas } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { Page } from '../../../parts/page.tsx';
import { Rows, Waiting } from '../../../parts/paged-table.tsx';
import { useMay } from '../../../session/session.ts';
import { useFormats } from '../../../words/use-formats.ts';
import { kindName } from '../kind-name.ts';
import { SeeLive } from '../live/see-live.tsx';
import { figuresOf, type Kind } from '../source.ts';
import { HookSettings } from './hook-settings.tsx';
import { Secrets } from './secrets.tsx';
import { Steps } from './steps.tsx';

export type Hook = Schemas['getSourcesNameAnswer'];

export function HookPage() {
  const { t } = useTranslation();
  const { name = '' } = useParams();
  const may = useMay('administrator');
  const hook = api.useQuery(
    'get',
    '/api/sources/{name}',
    { params: { path: { name } } },
    { refetchInterval: 10_000 },
  );
  const kinds = api.useQuery('get', '/api/source-kinds');
  const error = hook.error ?? kinds.error;
  const kind = kinds.data?.items.find((one) => one.kind === hook.data?.kind);
  return (
    <Page
      title={name}
      about={hook.data && kindName(hook.data.kind, t)}
      back={{ to: '/sources', label: t('Sources') }}
      actions={may && hook.data && <Delete name={name} />}
    >
      {error && <Failure error={error} again={hook.refetch} />}
      {hook.data && kind && kinds.data ? (
        <Parts hook={hook.data} kind={kind} host={kinds.data.host} />
      ) : (
        !error && <Waiting />
      )}
    </Page>
  );
}

interface PartsOfHook {
  readonly hook: Hook;
  readonly kind: Kind;
  readonly host: string;
}

function Parts({ hook, kind, host }: PartsOfHook) {
  const { t } = useTranslation();
  const may = useMay('administrator');
  return (
    <Stack gap="xl">
      <Section title={t('At the sender')}>
        <Steps name={hook.name} kind={kind} host={host} />
      </Section>
      {may && (
        <Section title={t('Secrets')}>
          <Secrets hook={hook} kind={kind} />
        </Section>
      )}
      {may && <HookSettings key={JSON.stringify(hook.settings)} hook={hook} kind={kind} />}
      <Section title={t('Day by day')}>
        <Days days={hook.days} />
        <SeeLive source={hook.sources[0]} />
      </Section>
    </Stack>
  );
}

export const Section = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) => (
  <Stack gap="md" component="section">
    <Title order={2} size="h4">
      {title}
    </Title>
    {children}
  </Stack>
);

function Days({ days }: Pick<Hook, 'days'>) {
  const { t } = useTranslation();
  const { number, dayOfWeek } = useFormats();
  if (days.length === 0)
    return (
      <Text size="sm">{t('Nothing has arrived yet. What is set up takes half a minute.')}</Text>
    );
  const count = (label: string, name: 'accepted' | 'repeated' | 'rejected' | 'refused') => ({
    ...{ label, isNumber: true },
    show: (row: Hook['days'][number]) => number(figuresOf(row)[name]),
  });
  return (
    <Paper withBorder radius="lg" style={{ overflow: 'hidden' }}>
      <Rows
        label={t('Day by day')}
        rows={days}
        keyOf={({ day }) => day}
        columns={[
          { label: t('Day'), show: ({ day }) => dayOfWeek(Date.parse(day)) },
          count(t('Taken'), 'accepted'),
          count(t('Sent again'), 'repeated'),
          count(t('Set aside'), 'rejected'),
          count(t('Refused'), 'refused'),
        ]}
      />
    </Paper>
  );
}

function Delete({ name }: Pick<Hook, 'name'>) {
  const { t } = useTranslation();
  const go = useNavigate();
  const act = useAct({
    run: () => client.DELETE('/api/sources/{name}', { params: { path: { name } } }),
    done: t('The source is gone.'),
    changes: [['/api/sources']],
    after: () => go('/sources'),
  });
  return (
    <AskButton
      label={t('Disconnect')}
      question={t('Disconnect {{name}}?', { name })}
      variant="default"
      color="red"
      act={() => act.mutateAsync()}
    >
      {t(
        'Within half a minute its address is unknown, and what is sent there is lost. What arrived stays. Connected again under the same name, the address works as before, with a new secret.',
      )}
    </AskButton>
  );
}
