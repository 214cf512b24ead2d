// Whom a broadcast would reach if it started now, whom it would not, and why, as far as that can be known beforehand: what
// other mails do to it until then (smart sending, caps) shows only while it runs.
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { LiveCount, useCount } from '../../../parts/audience/live-count.tsx';
import type { Rule } from '../../../parts/condition/rule.ts';
import { spanWords } from '../../../parts/condition/span.ts';
import { withheldWords } from '../../../parts/decision/withheld-words.ts';
import { useFormats } from '../../../words/use-formats.ts';
import type { Plan } from './plan.ts';

interface CheckParts {
  readonly plan: Plan;
}

const subscribed: Rule = { op: 'consent', status: 'subscribed' };
const hasLeft = (topic: string): Rule => ({ op: 'consent', status: 'unsubscribed', topic });
const address: Rule = { op: 'is_set', attribute: 'email' };
const suppressed: Rule = { op: 'suppressed' };
const not = (rule: Rule): Rule => ({ op: 'not', rule });
const and = (...rules: readonly Rule[]): Rule => ({ op: 'and', rules });

/** Consents that keep marketing away, and have not refused it. */
const unasked: Rule = {
  op: 'or',
  rules: ['never_subscribed', 'not_subscribed', 'pending_confirmation'].map((status) => ({
    ...{ op: 'consent', status },
  })),
};

interface Reason {
  readonly key: string;
  readonly rule: Rule;
}

/** Of a template that asks for no consent only the address counts. */
function reasonsFor({ topic }: Plan, isMarketing: boolean): readonly Reason[] {
  const always = [
    { key: 'no_address', rule: not(address) },
    { key: 'suppressed', rule: suppressed },
  ];
  if (!isMarketing) return always;
  return [
    ...always,
    { key: 'unsubscribed', rule: { op: 'consent', status: 'unsubscribed' } },
    { key: 'not_subscribed', rule: unasked },
    ...(topic === '' ? [] : [{ key: 'topic_unsubscribed', rule: hasLeft(topic) }]),
  ];
}

const reachable = ({ topic }: Plan, isMarketing: boolean): readonly Rule[] => [
  ...[address, not(suppressed)],
  ...(isMarketing ? [subscribed] : []),
  ...(isMarketing && topic !== '' ? [not(hasLeft(topic))] : []),
];

function useIsMarketing({ template }: Plan): boolean {
  const { data } = api.useQuery('get', '/api/templates', { params: { query: { limit: 500 } } });
  return data?.items.find(({ id }) => id === template)?.kind !== 'transactional';
}

export const useReachable = (plan: Plan) => {
  const isMarketing = useIsMarketing(plan);
  return useCount(and(plan.audience, ...reachable(plan, isMarketing)));
};

export const AudienceCheck = ({ plan }: CheckParts) => (
  <>
    <LiveCount condition={plan.audience} />
    <Reached plan={plan} />
  </>
);

function Reached({ plan }: CheckParts) {
  const { t } = useTranslation();
  const isMarketing = useIsMarketing(plan);
  const { data } = useReachable(plan);
  if (!data) return null;
  return (
    <Paper withBorder radius="lg" p="lg" component="section">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('Whom it reaches')}
        </Title>
        <Line label={t('may be mailed now')} count={data.estimate} isExact={data.exact} isStrong />
        {reasonsFor(plan, isMarketing).map(({ key, rule }) => (
          <Withheld key={key} reason={key} rule={and(plan.audience, rule)} />
        ))}
        {isMarketing && <JustMailed plan={plan} />}
        <Text size="xs" c="dimmed">
          {t(
            'Somebody may stand in several lines. Whoever has just had another mail of marketing, or as many as are allowed, is left out when it runs.',
          )}
        </Text>
      </Stack>
    </Paper>
  );
}

/** Smart sending skips them, if that mail was marketing. */
function JustMailed({ plan }: CheckParts) {
  const { t } = useTranslation();
  const { data: workspace } = api.useQuery('get', '/api/workspace');
  const { smartSending = false } = workspace ?? {};
  const within = smartSending === false ? '16 hours' : smartSending;
  const mailed: Rule = { op: 'email', became: 'sent', within };
  const { data } = useCount(smartSending === false ? undefined : and(plan.audience, mailed));
  if (!data || data.estimate === 0) return null;
  const label = t('had another mail within {{span}}', { span: spanWords(within, t) });
  return <Line label={label} count={data.estimate} isExact={data.exact} />;
}

function Withheld({ reason, rule }: { readonly reason: string; readonly rule: Rule }) {
  const { t } = useTranslation();
  const { data } = useCount(rule);
  if (!data) return null;
  const label = t('not: {{reason}}', { reason: withheldWords(t)[reason] ?? reason });
  return <Line label={label} count={data.estimate} isExact={data.exact} />;
}

interface LineParts {
  readonly label: string;
  readonly count: number;
  readonly isExact: boolean;
  readonly isStrong?: boolean;
}

function Line({ label, count, isExact, isStrong = false }: LineParts) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const amount = number(count);
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm" fw={isStrong ? 600 : 400}>
        {label}
      </Text>
      <Text size="sm" fw={isStrong ? 600 : 400}>
        {isExact ? amount : t('about {{amount}}', { amount })}
      </Text>
    </Group>
  );
}
