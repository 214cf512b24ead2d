// The versions of a campaign: who made each live and when, what changed in it, and how many people are inside each.
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconVersions } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { useMay } from '../../../session/session.ts';
import { useFormats } from '../../../words/use-formats.ts';
import type { TabParts } from '../campaign-page.tsx';
import { CountButton } from '../state/count-button.tsx';
import type { Count } from '../state/use-count.ts';
import { useInside } from '../state/use-inside.ts';
import type { Fields } from '../steps/tree.ts';
import { BringBack } from './bring-back.tsx';
import { differences } from './difference.ts';
import { DifferenceList } from './difference-list.tsx';
import { Inside } from './inside.tsx';
import { MoveButton } from './move-button.tsx';
import { useTell } from './use-tell.ts';

export default function VersionsTab({ campaign, writing }: TabParts) {
  const { t } = useTranslation();
  const { id, versions, live, version: liveVersion } = campaign;
  const inside = useInside(id);
  const tell = useTell();
  if (versions.length === 0)
    return (
      <Empty icon={<IconVersions aria-hidden />} title={t('No version yet')}>
        {t(
          'Publishing makes a version that never changes. Whoever is inside stays on theirs until you move them.',
        )}
      </Empty>
    );
  const unpublished = live ? differences(live.campaign, writing.document, tell) : [];
  return (
    <Stack gap="lg">
      <CountButton inside={inside} />
      {unpublished.length > 0 && (
        <Paper withBorder radius="lg" p="lg">
          <Title order={2} size="h4" mb="sm">
            {t('Not published yet')}
          </Title>
          <DifferenceList all={unpublished} />
        </Paper>
      )}
      {versions.map((one, index) => (
        <OneVersion
          key={one.version}
          campaign={id}
          went={one}
          before={versions[index + 1]?.version}
          isLive={one.version === liveVersion}
          inside={inside.count}
          writing={writing}
        />
      ))}
    </Stack>
  );
}

interface OneParts {
  readonly campaign: string;
  readonly went: TabParts['campaign']['versions'][number];
  readonly before: number | undefined;
  readonly isLive: boolean;
  readonly inside: Count;
  readonly writing: TabParts['writing'];
}

function OneVersion({ campaign, went, before, isLive, inside, writing }: OneParts) {
  const { version, at, by } = went;
  const { t } = useTranslation();
  const isMarketer = useMay('marketer');
  const { number } = useFormats();
  const places = inside.isDone
    ? inside.places?.filter((one) => one.version === version)
    : undefined;
  return (
    <Paper withBorder radius="lg" p="lg">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4">
            {t('Version {{version}}', { version: number(version) })}
            {isLive && ` · ${t('who enters now gets this one')}`}
          </Title>
          <Text size="sm" mb="sm">
            {t('Published by {{by}}', { by })} {at > 0 && <Moment at={at} />}
          </Text>
        </div>
        {isMarketer && !isLive && (
          <Group gap="xs">
            <BringBack {...{ campaign, version, writing }} />
            <MoveButton id={campaign} />
          </Group>
        )}
      </Group>
      {places && <Inside places={places} />}
      {before === undefined ? (
        <Text size="sm">{t('The first one.')}</Text>
      ) : (
        <Changed campaign={campaign} version={version} before={before} />
      )}
    </Paper>
  );
}

interface ChangedParts {
  readonly campaign: string;
  readonly version: number;
  readonly before: number;
}

function Changed({ campaign, version, before }: ChangedParts) {
  const { t } = useTranslation();
  const tell = useTell();
  const read = (of: number) =>
    answered(
      client.GET('/api/campaigns/{id}/versions/{version}', {
        params: { path: { id: campaign, version: String(of) } },
      }),
    );
  const { data } = useQuery({
    queryKey: ['versions', campaign, before, version],
    queryFn: () => Promise.all([read(before), read(version)]),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data) return null;
  const [old, now] = data;
  const all = differences(old.document as Fields, now.document as Fields, tell);
  if (all.length === 0) return <Text size="sm">{t('Only templates have changed.')}</Text>;
  return <DifferenceList all={all} />;
}
