// Everything that events come from, with what arrived of it; read again every few seconds while it is looked at.
import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { faultWords } from '../../../parts/said/faults.ts';
import { useFormats } from '../../../words/use-formats.ts';
import { kindName } from '../kind-name.ts';
import { addressOf, figuresOf, type Source } from '../source.ts';

const everyFewSeconds = 5_000;

export function Connected() {
  const { t } = useTranslation();
  const paged = usePaged(
    ['/api/sources'],
    (next) => answered(client.GET('/api/sources', { params: { query: { next } } })),
    everyFewSeconds,
  );
  return (
    <Stack gap="lg">
      <PagedTable
        label={t('Connected sources')}
        paged={paged}
        keyOf={({ kind, name }) => `${kind} ${name}`}
        columns={useColumns(t)}
        empty={
          <Empty icon={<IconPlugConnected aria-hidden />} title={t('Nothing is connected')}>
            {t('Make a write key for your site, or connect a shop or a form.')}
          </Empty>
        }
      />
      <Text size="sm" c="dimmed">
        {t('Figures are of the last thirty days: estimates, good to look at.')}
      </Text>
    </Stack>
  );
}

function useColumns(t: TFunction): Column<Source>[] {
  const { number } = useFormats();
  const count = (label: string, name: keyof ReturnType<typeof figuresOf>): Column<Source> => ({
    ...{ label, isNumber: true },
    show: (row) => number(figuresOf(row)[name]),
  });
  return [
    { label: t('Source'), show: (row) => <Named source={row} /> },
    { label: t('Kind'), show: ({ kind }) => kindName(kind, t) },
    count(t('Taken'), 'accepted'),
    count(t('Set aside'), 'rejected'),
    count(t('Refused'), 'refused'),
    { label: t('Last seen'), show: ({ seenAt }) => (seenAt ? <Moment at={seenAt} /> : '—') },
    { label: t('Last refused, and why'), show: ({ saidNo }) => <SaidNo saidNo={saidNo} /> },
  ];
}

function Named({ source }: { readonly source: Source }) {
  const { t } = useTranslation();
  const to = addressOf(source);
  const { name, revokedAt } = source;
  return (
    <Group gap="xs">
      {to ? (
        <Anchor component={Link} to={to} fw={500}>
          {name}
        </Anchor>
      ) : (
        <Text size="sm">{kindName(source.kind, t)}</Text>
      )}
      {revokedAt && (
        <Badge variant="light" color="gray" tt="none">
          {t('Revoked')}
        </Badge>
      )}
    </Group>
  );
}

function SaidNo({ saidNo }: Pick<Source, 'saidNo'>) {
  const { t } = useTranslation();
  if (!saidNo) return '—';
  return (
    <>
      <Text size="sm">{faultWords(saidNo.why, t)}</Text>
      <Text size="xs">
        <Moment at={saidNo.at} />
      </Text>
    </>
  );
}
