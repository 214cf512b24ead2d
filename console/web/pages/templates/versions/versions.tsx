// Every saving of a template or a block: who and when, what became different, and a way back to any of them.
import { Alert, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import { Difference } from '../../../parts/difference.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { useMay } from '../../../session/session.ts';
import { useFormats } from '../../../words/use-formats.ts';
import { apart } from '../template.ts';
import { type AnySource, changedParts } from './parts.ts';

interface VersionsParts {
  readonly shelf: 'templates' | 'blocks';
  readonly kept: {
    readonly id: string;
    readonly version: number;
    readonly versions?:
      | readonly { readonly version: number; readonly by: string; readonly at: number }[]
      | undefined;
  };
  readonly isChanged: boolean;
}

export function Versions({ shelf, kept, isChanged }: VersionsParts) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const all = (kept.versions ?? []).toSorted((a, b) => b.version - a.version);
  const [older, setOlder] = useState(String(all[1]?.version ?? kept.version));
  const [later, setLater] = useState(String(kept.version));
  const data = all.map(({ version, by, at }) => ({
    value: String(version),
    label: t('Version {{version}} · {{by}} · {{at}}', { version, by: apart(by), at: moment(at) }),
  }));
  const isMarketer = useMay('marketer');
  if (all.length < 2)
    return (
      <Text>
        {t('There is one version so far. Every saving makes another, and none is ever lost.')}
      </Text>
    );
  const select = (label: string, value: string, set: (to: string) => void) => (
    <Select
      label={label}
      data={data}
      value={value}
      allowDeselect={false}
      w={340}
      maw="100%"
      onChange={(to) => set(to ?? value)}
    />
  );
  return (
    <Stack>
      <Group align="flex-end">
        {select(t('From'), older, setOlder)}
        {select(t('To'), later, setLater)}
        {isMarketer && Number(older) !== kept.version && (
          <Restore {...{ shelf, kept, isChanged }} version={Number(older)} />
        )}
      </Group>
      <Changes {...{ shelf, id: kept.id, older, later }} />
    </Stack>
  );
}

function Restore({
  shelf,
  kept: { id, version: newest },
  isChanged,
  version,
}: VersionsParts & { readonly version: number }) {
  const { t } = useTranslation();
  const restoring = useAct({
    run: async () => put(shelf, id, await sourceOf(shelf, id, version), newest),
    done: t('Version {{version}} is the newest again.', { version }),
  });
  return (
    <AskButton
      variant="default"
      label={t('Restore version {{version}}', { version })}
      question={t('Restore version {{version}} as a new version?', { version })}
      act={() => restoring.mutateAsync()}
    >
      {t(
        'It is saved on top of version {{newest}}, which stays readable here. What is live keeps what it was published with.',
        { newest },
      )}
      {isChanged &&
        ` ${t('What you have written and not saved stays as it is, on top of an older version.')}`}
    </AskButton>
  );
}

interface ChangesParts {
  readonly shelf: VersionsParts['shelf'];
  readonly id: string;
  readonly older: string;
  readonly later: string;
}

function Changes({ shelf, id, older, later }: ChangesParts) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: [`/api/${shelf}`, id, 'versions', older, later],
    queryFn: () => Promise.all([older, later].map((one) => sourceOf(shelf, id, Number(one)))),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <Failure error={error} again={refetch} />;
  const [before, after] = data ?? [];
  if (!before || !after) return <Waiting />;
  const changed = changedParts(before, after);
  if (changed.length === 0) return <Alert color="gray">{t('These two say the same.')}</Alert>;
  return changed.map((one) => (
    <Paper key={one.label} withBorder radius="lg" p="md">
      <Title order={2} size="h5" mb="xs">
        {one.label === '' ? t('Settings of the template') : one.label}
      </Title>
      <Difference
        label={one.label || t('Settings of the template')}
        before={one.before}
        after={one.after}
      />
    </Paper>
  ));
}

const sourceOf = async (
  shelf: VersionsParts['shelf'],
  id: string,
  version: number,
): Promise<AnySource> => {
  const params = { path: { id, version: String(version) } };
  const kept = await answered<{ source: AnySource }>(
    shelf === 'templates'
      ? client.GET('/api/templates/{id}/versions/{version}', { params })
      : client.GET('/api/blocks/{id}/versions/{version}', { params }),
  );
  return kept.source;
};

const put = (shelf: VersionsParts['shelf'], id: string, source: AnySource, onTop: number) => {
  const params = { path: { id }, header: { 'if-match': `"${onTop}"` } };
  // As the API gave it.
  const body = source as never;
  return shelf === 'templates'
    ? answered<unknown>(client.PUT('/api/templates/{id}', { params, body }))
    : answered<unknown>(client.PUT('/api/blocks/{id}', { params, body }));
};
