// The answer: the sentence, where somebody is inside, the checks with what each found, the messages, and what was decided.
import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client.ts';
import { DecisionText } from '../../../parts/decision/decision-text.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Reason } from '../../../parts/said/said.tsx';
import { Trace, type Traced } from './trace.tsx';
import { TriggerText, useDocument } from './why-document.tsx';

type Why = Schemas['getContactsIdWhyCampaignAnswer'];

/* t('why: in') t('why: held_out') t('why: was_in') t('why: never_in') t('rule: state') t('rule: audience')
   t('rule: inside') t('rule: limit') t('rule: reentry') t('rule: room') t('verdict: pass') t('verdict: hold')
   t('verdict: withhold') */
export function Answer({ why }: { readonly why: Why }) {
  const { t } = useTranslation();
  const document = useDocument(why.campaign);
  return (
    <Stack gap="lg">
      <Paper withBorder radius="lg" p="lg" role="status">
        <Group gap="sm" mb="xs">
          <Badge tt="none" variant="light" color={why.standing === 'in' ? 'leaf' : 'gray'}>
            {t(`why: ${why.standing}`)}
          </Badge>
          {why.places.map(({ enrollment, step, until }) => (
            <Text key={enrollment} size="sm">
              {step} {until !== undefined && <Moment at={until} />}
            </Text>
          ))}
        </Group>
        <Text fw={600} size="lg" dir="auto">
          <Reason text={why.sentence} />
        </Text>
        {why.places.map(({ enrollment, because }) => (
          <Text key={enrollment} mt="xs" dir="auto">
            <Reason text={because} />
          </Text>
        ))}
      </Paper>
      <Part title={t('What lets people in')}>
        <Text dir="auto">
          <TriggerText trigger={document?.trigger} otherwise={why.trigger.sentence} />
        </Text>
        {why.trigger.last && (
          <Text size="sm">
            <Reason text={why.trigger.last.what} /> · <Moment at={why.trigger.last.at} />
          </Text>
        )}
        {why.trigger.last?.trace !== undefined && (
          <Trace trace={why.trigger.last.trace as Traced} rule={document?.trigger?.where} />
        )}
      </Part>
      <Part title={t('If it happened now')}>
        {why.checks.map((check) => (
          <Check key={check.rule} check={check} audience={document?.audience} />
        ))}
        <Text size="sm" dir="auto">
          <Reason text={why.group.because} />
        </Text>
      </Part>
      <Part
        title={t('What comes next, and what the gate would say')}
        none={t('Nothing comes after this.')}
      >
        {why.messages.map((message) => (
          <NextMessage key={`${message.step} ${message.template}`} message={message} />
        ))}
      </Part>
      <Decisions why={why} />
    </Stack>
  );
}

interface CheckParts {
  readonly check: Why['checks'][number];
  readonly audience: unknown;
}

function Check({ check, audience }: CheckParts) {
  const { t } = useTranslation();
  return (
    <Stack gap={4}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        {check.passes ? (
          <IconCheck size={18} aria-label={t('Lets in')} />
        ) : (
          <IconX size={18} aria-label={t('Keeps out')} />
        )}
        <Text>
          <b>{t(`rule: ${check.rule}`)}</b>: <Reason text={check.because} />
        </Text>
      </Group>
      {check.trace !== undefined && <Trace trace={check.trace as Traced} rule={audience} />}
    </Stack>
  );
}

function NextMessage({ message }: { readonly message: Why['messages'][number] }) {
  const { t } = useTranslation();
  const { verdict, step, template, because, passesAt } = message;
  return (
    <Group gap="sm" align="flex-start">
      <Badge tt="none" variant="light" color={verdict === 'pass' ? 'leaf' : 'yellow'}>
        {t(`verdict: ${verdict}`)}
      </Badge>
      <Text flex="1 1 14rem">
        <b>{step}</b> ({template}): <Reason text={because} />{' '}
        {passesAt !== undefined && <Moment at={passesAt} />}
      </Text>
    </Group>
  );
}

function Decisions({ why }: { readonly why: Why }) {
  const { t } = useTranslation();
  return (
    <Part title={t('What was decided')} none={t('Nothing yet, as far as the timeline goes back.')}>
      {why.decided.map((one) => (
        <Text key={JSON.stringify(one)} size="sm">
          <Moment at={one.at} /> · <DecisionText one={one} />
        </Text>
      ))}
    </Part>
  );
}

interface PartParts {
  readonly title: string;
  readonly none?: string;
  readonly children: ReactNode;
}

const Part = ({ title, none, children }: PartParts) => (
  <Paper withBorder radius="lg" p="lg">
    <Title order={2} size="h5" mb="sm">
      {title}
    </Title>
    <Stack gap="sm">
      {Array.isArray(children) && children.length === 0 ? <Text>{none}</Text> : children}
    </Stack>
  </Paper>
);
