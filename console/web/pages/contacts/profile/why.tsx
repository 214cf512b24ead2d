// Why? For any campaign: the answer as a sentence, what every rule about entering says now, and what its mails would meet.
import { Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import type { Contact } from '../contact.ts';
import { useNames } from '../use-names.ts';
import { Answer } from './why-answer.tsx';

export function Why({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  const { campaigns } = useNames();
  const [campaign, setCampaign] = useState<string | null>(contact.enrollments[0]?.campaign ?? null);
  return (
    <Stack gap="lg">
      <Select
        label={t('Why are they in this campaign, or not?')}
        placeholder={t('Choose a campaign')}
        searchable
        data={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
        value={campaign}
        onChange={setCampaign}
        maw={420}
      />
      {campaign === null ? (
        <Text c="dimmed">
          {t('Every answer names the rule, and what was found when it was asked.')}
        </Text>
      ) : (
        <Asked contact={contact.id} campaign={campaign} />
      )}
    </Stack>
  );
}

function Asked({ contact: id, campaign }: { readonly contact: string; readonly campaign: string }) {
  const asked = api.useQuery('get', '/api/contacts/{id}/why/{campaign}', {
    params: { path: { id, campaign } },
  });
  if (asked.data) return <Answer why={asked.data} />;
  return asked.error ? <Failure error={asked.error} again={asked.refetch} /> : <Waiting rows={3} />;
}
