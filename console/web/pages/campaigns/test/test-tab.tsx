// Trying a campaign on one contact: it is asked to let them in, and says what it decided; and why they are inside or not.
import { Alert, Anchor, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { ContactSelect } from '../../../parts/audience/contact-select.tsx';
import type { Decided } from '../../../parts/decision/decided.ts';
import { DecisionText } from '../../../parts/decision/decision-text.tsx';
import { readProperties } from '../../../parts/event/samples.ts';
import { explain } from '../../../parts/explain.ts';
import { Reason } from '../../../parts/said/said.tsx';
import { useMay } from '../../../session/session.ts';
import type { TabParts } from '../campaign-page.tsx';
import { EventChoice } from './event-choice.tsx';

export default function TestTab({ campaign, writing }: TabParts) {
  const { t } = useTranslation();
  if (campaign.version === undefined)
    return <Text>{t('Publish it first: only a version that is live can be tried.')}</Text>;
  // The version that is live, and not the draft, is tried.
  const trigger = campaign.live?.campaign.trigger ?? writing.document.trigger;
  const { event } = (trigger ?? {}) as { readonly event?: unknown };
  return <Trial campaign={campaign} event={typeof event === 'string' ? event : undefined} />;
}

interface TrialParts extends Pick<TabParts, 'campaign'> {
  readonly event: string | undefined;
}

function Trial({ campaign: { id, state }, event }: TrialParts) {
  const { t } = useTranslation();
  const isMarketer = useMay('marketer');
  const [contact, setContact] = useState<string>();
  const [text, setText] = useState('');
  const properties = readProperties(text);
  const call = useAct({
    run: () => callFor(id, contact ?? '', properties),
    changes: [['get', '/api/contacts/{id}/timeline']],
    isShown: true,
  });
  const why = useAct({ run: () => whyOf(id, contact ?? ''), changes: [], isShown: true });
  const forget = () => {
    call.reset();
    why.reset();
  };
  const error = call.error ?? why.error;
  const submit = (happened: FormEvent) => {
    happened.preventDefault();
    forget();
    why.mutate();
  };
  return (
    <Paper withBorder radius="lg" p="lg" maw={760}>
      <form onSubmit={submit}>
        <Stack>
          <Title order={2} size="h4">
            {t('Try it with one contact')}
          </Title>
          <ContactSelect
            value={contact}
            isRequired
            onChange={(chosen) => {
              setContact(chosen);
              setText('');
              forget();
            }}
          />
          <EventChoice {...{ contact, event, text }} onChange={setText} />
          <Group>
            <Button type="submit" variant="default" loading={why.isPending} disabled={!contact}>
              {t('Why?')}
            </Button>
            {isMarketer && state === 'live' && (
              <Button
                loading={call.isPending}
                disabled={!contact || properties === 'broken'}
                onClick={() => {
                  forget();
                  call.mutate();
                }}
              >
                {t('Let this contact in')}
              </Button>
            )}
          </Group>
          {error && (
            <Alert color="red" role="alert">
              {explain(error, t).message}
            </Alert>
          )}
          {why.data && <Answer sentence={why.data.sentence} checks={why.data.checks} />}
          {call.data && <Decisions all={call.data.decided} contact={call.data.contact} />}
        </Stack>
      </form>
    </Paper>
  );
}

const whyOf = (campaign: string, id: string) =>
  answered(client.GET('/api/contacts/{id}/why/{campaign}', { params: { path: { id, campaign } } }));

const callFor = (id: string, contact: string, properties: ReturnType<typeof readProperties>) =>
  answered(
    client.POST('/api/campaigns/{id}/call', {
      params: { path: { id } },
      body: { contact, properties: properties === 'broken' ? {} : (properties ?? {}) },
    }),
  );

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

interface DecisionsParts {
  readonly all: readonly Decided[];
  readonly contact: string;
}

function Decisions({ all, contact }: DecisionsParts) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="status">
      <Text fw={600}>{t('It decided:')}</Text>
      <List size="sm">
        {all.map((one) => (
          <List.Item key={JSON.stringify(one)} dir="auto">
            <DecisionText one={one} />
          </List.Item>
        ))}
      </List>
      <Anchor component={Link} to={`/contacts/${contact}`} size="sm">
        {t('To the contact')}
      </Anchor>
    </Stack>
  );
}
