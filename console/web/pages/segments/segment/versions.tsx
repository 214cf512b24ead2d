// What a segment said before: each version in words, with who saved it and when; and the way back to it.
import { Accordion, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { ConditionSentence } from '../../../parts/condition/condition-sentence.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { useMay } from '../../../session/session.ts';
import type { Draft } from './definition.tsx';
import { draftOf } from './draft-of.ts';
import type { Segment } from './segment-page.tsx';

interface VersionsParts {
  readonly segment: Segment;
  change(draft: Draft): void;
}

export function Versions({ segment, change }: VersionsParts) {
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
              <Said id={segment.segment} version={version} change={change} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  );
}

interface SaidParts extends Pick<VersionsParts, 'change'> {
  readonly id: string;
  readonly version: number;
}

function Said({ id, version, change }: SaidParts) {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const { data, error, refetch } = api.useQuery('get', '/api/segments/{id}', {
    params: { path: { id }, query: { version } },
  });
  if (error) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting rows={1} />;
  return (
    <Stack gap="sm" align="flex-start">
      <ConditionSentence value={data.document.condition} />
      {may && (
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            change(draftOf(data));
            window.scrollTo({ top: 0 });
          }}
        >
          {t('Edit from this version')}
        </Button>
      )}
    </Stack>
  );
}
