// What is sent: a template of the library, about a topic, and a test of it to an address of one's own.
import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { useNamed } from '../../../parts/condition/use-names.ts';
import { faultWords } from '../../../parts/said/faults.ts';
import type { PlanParts } from './new-broadcast.tsx';
import { missingIn } from './plan.ts';

export function Mail({ plan, isChecked, change }: PlanParts) {
  const { t } = useTranslation();
  const topics = useNamed('topics');
  const { data } = api.useQuery('get', '/api/templates', { params: { query: { limit: 500 } } });
  const templates = data?.items ?? [];
  const chosen = templates.find(({ id }) => id === plan.template);
  return (
    <Stack>
      <Select
        label={t('Template')}
        placeholder={t('Choose a template')}
        required
        searchable
        data={templates.map(({ id, subject }) => ({ value: id, label: `${id}: ${subject}` }))}
        value={plan.template || null}
        error={isChecked && missingIn(plan) === 'template' && t('Which template?')}
        onChange={(template) => change({ template: template ?? '' })}
      />
      {chosen?.kind === 'transactional' && (
        <Text size="sm" c="var(--mantine-color-error)">
          {t('This template is transactional: it asks nobody for consent. Do not advertise by it.')}
        </Text>
      )}
      {topics.length > 0 && (
        <Select
          label={t('Topic')}
          description={t('Who has left it does not get this mail.')}
          clearable
          data={[...topics]}
          value={plan.topic || null}
          onChange={(topic) => change({ topic: topic ?? '' })}
        />
      )}
      {plan.template !== '' && <TestSend template={plan.template} />}
    </Stack>
  );
}

function TestSend({ template }: { readonly template: string }) {
  const { t } = useTranslation();
  const [to, setTo] = useState('');
  const send = useAct({
    run: async () => {
      const { tests } = await answered(
        client.POST('/api/templates/{id}/test', {
          params: { path: { id: template } },
          body: { to: [to.trim()] },
        }),
      );
      return tests[0];
    },
    changes: [],
    done: (told) =>
      told?.sent
        ? t('The test is on its way.')
        : t('Not sent: {{because}}', { because: faultWords(told?.because ?? '', t) }),
  });
  return (
    <Group align="flex-end">
      <TextInput
        label={t('Send a test to')}
        type="email"
        dir="ltr"
        flex="1 1 14rem"
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Button
        variant="default"
        loading={send.isPending}
        disabled={!to.includes('@')}
        onClick={() => send.mutate()}
      >
        {t('Send the test')}
      </Button>
    </Group>
  );
}
