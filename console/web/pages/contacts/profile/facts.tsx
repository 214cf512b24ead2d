// What somebody is part of: their keys, tags, segments, lists and the campaigns they are inside.
import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Moment } from '../../../parts/moment.tsx';
import { type Contact, heardOf } from '../contact.ts';
import { useNames } from '../use-names.ts';
import { ListsOf } from './lists-of.tsx';
import { TagsOf } from './tags-of.tsx';

export function Facts({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  const names = useNames();
  const heard = heardOf(contact);
  // Without a step it is over, and only its goal is still watched for.
  const running = contact.enrollments.filter(
    ({ group, step }) => group !== 'holdout' && step !== undefined,
  );
  return (
    <Paper withBorder radius="lg" p="lg">
      <Stack gap="lg">
        <Fact title={t('Last heard of')}>{heard !== undefined && <Moment at={heard} />}</Fact>
        <Fact title={t('Known as')}>
          {contact.identities.map((key) => (
            <Text key={key} size="sm" style={{ overflowWrap: 'anywhere' }} dir="auto">
              {kindOf(key, t)}: {key.slice(key.indexOf(':') + 1)}
            </Text>
          ))}
          <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
            {contact.id}
          </Text>
        </Fact>
        <Fact title={t('In campaigns')} none={t('In none')}>
          {running.map(({ id, campaign, since }) => (
            <Group key={id} justify="space-between" gap="xs">
              <Anchor component={Link} to={`/campaigns/${campaign}`} size="sm">
                {names.called('campaigns', campaign)}
              </Anchor>
              {typeof since === 'number' && (
                <Text size="xs" c="dimmed">
                  <Moment at={since} />
                </Text>
              )}
            </Group>
          ))}
        </Fact>
        <Fact title={t('Segments')} none={t('In none')}>
          {Object.entries(contact.segments).map(([id, since]) => (
            <Group key={id} justify="space-between" gap="xs">
              <Anchor component={Link} to={`/segments/${id}`} size="sm">
                {names.called('segments', id)}
              </Anchor>
              <Text size="xs" c="dimmed">
                <Moment at={since} />
              </Text>
            </Group>
          ))}
        </Fact>
        <Fact title={t('Lists')}>
          <ListsOf contact={contact} />
        </Fact>
        <Fact title={t('Tags')}>
          <TagsOf contact={contact} />
        </Fact>
      </Stack>
    </Paper>
  );
}

/* t('key: email') t('key: user') t('key: anonymous') */
const kindOf = (key: string, t: (key: string) => string): string =>
  t(`key: ${key.slice(0, key.indexOf(':'))}`);

interface FactParts {
  readonly title: string;
  readonly none?: string;
  readonly children: ReactNode;
}

function Fact({ title, none, children }: FactParts) {
  const isNothing = children === false || (Array.isArray(children) && children.length === 0);
  return (
    <Stack gap={4}>
      <Title order={2} size="h6">
        {title}
      </Title>
      {isNothing && none ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        children
      )}
    </Stack>
  );
}
