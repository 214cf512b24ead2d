// One broadcast: when it starts, how far it is, what came of it; paused, resumed and stopped. The page can be left.
import { Alert, Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../../api/client.ts';
import { triggerSentence } from '../../../parts/campaign/trigger-sentence.ts';
import { ConditionSentence } from '../../../parts/condition/condition-sentence.tsx';
import { isRule } from '../../../parts/condition/rule.ts';
import { useWording } from '../../../parts/condition/use-wording.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Page } from '../../../parts/page.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { StateBadge } from '../../../parts/state-badge.tsx';
import { useMay } from '../../../session/session.ts';
import { useFormats } from '../../../words/use-formats.ts';
import { useResults, useStanding, waitingIn } from '../use-results.ts';
import { isOpen, useRuns } from '../use-runs.ts';
import { Figures } from './figures.tsx';
import { Progressing, RunsTable } from './runs.tsx';
import { Steering } from './steering.tsx';

export type Broadcast = Schemas['getCampaignsIdAnswer'];

export function BroadcastPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = api.useQuery('get', '/api/campaigns/{id}', {
    params: { path: { id } },
  });
  if (data) return <Shown broadcast={data} />;
  return (
    <Page title={t('Broadcast')} back={{ to: '/broadcasts', label: t('Broadcasts') }}>
      {error ? <Failure error={error} again={refetch} /> : <Waiting />}
    </Page>
  );
}

function Shown({ broadcast }: { readonly broadcast: Broadcast }) {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const { id, name, state } = broadcast;
  const standing = useStanding(id, state);
  return (
    <Page
      title={name}
      about={<StateBadge state={standing} />}
      back={{ to: '/broadcasts', label: t('Broadcasts') }}
      actions={may && <Steering broadcast={broadcast} />}
    >
      {state === 'paused' && (
        <Alert color="yellow" title={t('It is paused')}>
          {t('Nobody gets it until it is resumed. Reason: {{because}}', {
            because: broadcast.changed?.because ?? '—',
          })}
        </Alert>
      )}
      <Now id={id} />
      {state === 'live' && <StillToCome id={id} />}
      <Figures id={id} />
      <Meant broadcast={broadcast} />
      <RunsTable id={id} />
    </Page>
  );
}

/** What goes on at this moment, or comes next. */
function Now({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useRuns(id);
  if (error) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting rows={2} />;
  const open = data.items.find(isOpen);
  if (open) return <Progressing run={open} />;
  if (data.nextRun === undefined) return null;
  return (
    <Alert color="blue" title={t('It is scheduled')}>
      {t('It starts:')} <Moment at={data.nextRun} exact />
    </Alert>
  );
}

/** Everybody is chosen, and some have their moment later. */
function StillToCome({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { data: runs } = useRuns(id);
  const { data } = useResults(id);
  const waiting = data ? waitingIn(data) : 0;
  if (waiting === 0 || !runs || runs.items.some(isOpen)) return null;
  return (
    <Alert
      color="blue"
      role="status"
      title={t('{{waiting}} still to come', { waiting: number(waiting) })}
    >
      {t(
        'Quiet hours, the hours of sending or the spread hold their mail until its moment. It goes by itself, unless you pause or stop it.',
      )}
    </Alert>
  );
}

function Meant({ broadcast: { id, live, trigger } }: { readonly broadcast: Broadcast }) {
  const { t } = useTranslation();
  const words = useWording();
  const { audience, steps, ...said } = (live?.campaign ?? {}) as {
    readonly audience?: unknown;
    readonly trigger?: object;
    readonly steps?: readonly { readonly send?: unknown }[];
  };
  const templates = (steps ?? []).flatMap(({ send }) => (typeof send === 'string' ? [send] : []));
  return (
    <Paper withBorder radius="lg" p="lg" component="section">
      <Stack gap="xs">
        <Title order={2} size="h4">
          {t('Whom, what, when')}
        </Title>
        {isRule(audience) && audience.op !== 'everyone' ? (
          <ConditionSentence value={audience} />
        ) : (
          <Text size="sm">{t('Everybody')}</Text>
        )}
        {templates.map((one) => (
          <Text key={one} size="sm">
            {t('Template')}:{' '}
            <Anchor component={Link} to={`/templates/${one}`} size="sm">
              {one}
            </Anchor>
          </Text>
        ))}
        <Text size="sm" dir="auto">
          {(said.trigger && triggerSentence(said.trigger, words)) ?? trigger}
        </Text>
        <Anchor component={Link} to={`/campaigns/${id}`} size="sm">
          {t('Everything about it, as a campaign')}
        </Anchor>
      </Stack>
    </Paper>
  );
}
