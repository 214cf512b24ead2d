// What a segment said before: each version in words, with who saved it and when.
import { Accordion, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { ConditionSentence } from '../../../parts/condition/condition-sentence.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import type { Segment } from './segment-page.tsx';

export function Versions({ segment }: { readonly segment: Segment }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md" component="section">
      <Title order={2} size="h4">
        {t('Versions')}
      </Title>
      <Accordion variant="separated" keepMounted={false}>
        {segment.versions.map(({ version, at, by }) => (
          <Accordion.Item key={version} value={String(version)}>
            <Accordion.Control>
              <Group gap="sm">
                <Text size="sm" fw={500}>
                  {t('Version {{version}}', { version })}
                </Text>
                <Text size="sm">
                  <bdi>{by}</bdi>
                  {t(', ')}
                  <Moment at={at} />
                </Text>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <Said segment={segment.segment} version={version} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  );
}

function Said({ segment, version }: { readonly segment: string; readonly version: number }) {
  const { data, error, refetch } = api.useQuery('get', '/api/segments/{id}', {
    params: { path: { id: segment }, query: { version } },
  });
  if (error) return <Failure error={error} again={refetch} />;
  return data ? <ConditionSentence value={data.document.condition} /> : <Waiting rows={1} />;
}
