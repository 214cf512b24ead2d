// Trying a campaign on one contact: it is asked to let them in, and says what it decided; and why they are inside or not.
import {
  Alert,
  Button,
  Group,
  List,
  Paper,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { explain } from '../../../parts/explain.ts';
import { Reason } from '../../../parts/said/said.tsx';
import { useMay } from '../../../session/session.ts';
import type { TabParts } from '../campaign-page.tsx';

export default function TestTab({ campaign: { id, version, state } }: TabParts) {
  const { t } = useTranslation();
  const isMarketer = useMay('marketer');
  const [contact, setContact] = useState('');
  const [properties, setProperties] = useState('{}');
  const call = useAct({
    run: () => callFor(id, contact.trim(), properties),
    changes: [],
    isShown: true,
  });
  const why = useAct({ run: () => whyOf(id, contact.trim()), changes: [], isShown: true });
  const error = call.error ?? why.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    why.mutate();
  };
  if (version === undefined)
    return <Text>{t('Publish it first: only a version that is live can be tried.')}</Text>;
  return (
    <Paper withBorder radius="lg" p="lg" maw={760}>
      <form onSubmit={submit}>
        <Stack>
          <Title order={2} size="h4">
            {t('Try it with one contact')}
          </Title>
          <TextInput
            label={t('Contact')}
            description={t('An id or a key: con_…, email:sara@example.com, user:42')}
            required
            dir="ltr"
            value={contact}
            onChange={(event) => setContact(event.currentTarget.value)}
          />
          <Textarea
            label={t('What the trigger says')}
            description={t('Properties as JSON; the steps and the mails may read them.')}
            dir="ltr"
            autosize
            minRows={2}
            value={properties}
            onChange={(event) => setProperties(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" variant="default" loading={why.isPending}>
              {t('Why?')}
            </Button>
            {isMarketer && state === 'live' && (
              <Button
                loading={call.isPending}
                disabled={!contact.trim()}
                onClick={() => call.mutate()}
              >
                {t('Let this contact in')}
              </Button>
            )}
          </Group>
          {error && <Refused error={error} />}
          {why.data && <Answer sentence={why.data.sentence} checks={why.data.checks} />}
          {call.data && <Decided all={call.data.decided} />}
        </Stack>
      </form>
    </Paper>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const message =
    error instanceof SyntaxError ? t('The properties are no JSON.') : explain(error, t).message;
  return (
    <Alert color="red" role="alert">
      {message}
    </Alert>
  );
}

const whyOf = (campaign: string, id: string) =>
  answered(client.GET('/api/contacts/{id}/why/{campaign}', { params: { path: { id, campaign } } }));

async function callFor(id: string, contact: string, text: string) {
  const properties = JSON.parse(text.trim() || '{}') as Record<string, never>;
  return answered(
    client.POST('/api/campaigns/{id}/call', {
      params: { path: { id } },
      body: { contact, properties } as never,
    }),
  );
}

interface AnswerParts {
  readonly sentence: string;
  readonly checks: readonly { rule: string; passes: boolean; because: string }[];
}

function Answer({ sentence, checks }: AnswerParts) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="status" dir="auto">
      <Text fw={600}>
        <Reason text={sentence} />
      </Text>
      <Text size="sm">{t('If the trigger came now:')}</Text>
      <List size="sm">
        {checks.map(({ rule, passes, because }) => (
          <List.Item key={rule}>
            {passes ? '✓' : '✗'} <Reason text={because} />
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function Decided({ all }: { readonly all: readonly Readonly<Record<string, unknown>>[] }) {
  const { t } = useTranslation();
  const lines = all.map((one, at) => ({ ...one, at }) as Record<string, unknown> & { at: number });
  return (
    <Stack gap="xs" role="status">
      <Text fw={600}>{t('It decided:')}</Text>
      <List size="sm">
        {lines.map(({ at, kind, step, because }) => (
          <List.Item key={at} dir="auto">
            {[kind, step].filter(Boolean).join(' · ')}
            {typeof because === 'string' && because !== '' && (
              <>
                {' · '}
                <Reason text={because} />
              </>
            )}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
