// What DNS and SES say of the sender's domain, and the records to add or to change, to be copied.
import { Alert, Badge, Button, Code, CopyButton, Group, Paper, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client.ts';
import { Failure } from '../../parts/failure.tsx';
import { Waiting } from '../../parts/paged-table.tsx';
import { sayAdvice } from '../../parts/said/advice.ts';
import { Said } from '../../parts/said/said.tsx';

type Finding = Schemas['getDomainAnswer']['findings'][number];

const colors = {
  ok: 'leaf',
  advice: 'blue',
  unknown: 'gray',
  add: 'orange',
  change: 'orange',
} as const;

export function Domain() {
  const { t } = useTranslation();
  const { data, error, refetch, isFetching } = api.useQuery('get', '/api/domain');
  if (error) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting />;
  const { domain, from, isReady, findings } = data;
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Text>{t('Mail is from {{from}}; its domain is {{domain}}.', { from, domain })}</Text>
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={isFetching}
          onClick={() => refetch()}
        >
          {t('Check again')}
        </Button>
      </Group>
      <Alert color={isReady ? 'leaf' : 'orange'}>
        {isReady
          ? t('Everything is there: receivers can tell that mail is really yours.')
          : t('Something is missing: until it is there, mail may land in spam or be refused.')}
      </Alert>
      {findings.map((finding) => (
        <FindingCard key={`${finding.about} ${finding.record?.name ?? ''}`} finding={finding} />
      ))}
    </Stack>
  );
}

/* t('MX of bounces') t('SPF of bounces') t('dns: ok') t('dns: add') t('dns: change') t('dns: advice') t('dns: unknown') */
function FindingCard({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation();
  const { about, state, says, record, found } = finding;
  return (
    <Paper withBorder radius="lg" p="lg">
      <Stack gap="xs">
        <Group>
          <Text fw={600}>{t(about)}</Text>
          <Badge variant="light" color={colors[state]} tt="none">
            {t(`dns: ${state}`)}
          </Badge>
        </Group>
        <Text size="sm">
          <Said text={says} say={sayAdvice} />
        </Text>
        {record && state !== 'ok' && <Record record={record} />}
        {found && found.length > 0 && state === 'change' && (
          <Text size="sm">
            {t('Found:')} <Code>{found.join(' · ')}</Code>
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

function Record({ record }: { readonly record: NonNullable<Finding['record']> }) {
  const { t } = useTranslation();
  return (
    <Stack gap={4}>
      <Copied label={t('{{type}} record', { type: record.type })} text={record.name} />
      <Copied label={t('Its value')} text={record.value} />
    </Stack>
  );
}

function Copied({ label, text }: { readonly label: string; readonly text: string }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Text size="sm" miw="8rem">
        {label}
      </Text>
      <Code dir="ltr" flex="1 1 12rem" miw={0} style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={copy}
            leftSection={
              copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
            }
          >
            {copied ? t('Copied') : t('Copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
