// Everything that has happened with somebody, the newest first: what reached them, what was decided, and why.
import { Chip, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered, usePaged, useReadingOn } from '../../../api/paged.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { ShowMore } from '../../../parts/show-more.tsx';
import { useMay } from '../../../session/session.ts';
import type { Contact } from '../contact.ts';
import { useNames } from '../use-names.ts';
import { groups, groupsOf, type Group as Kinds } from './row.ts';
import { TimelineRow } from './timeline-row.tsx';
import { WriteNote } from './write-note.tsx';

export function TimelineTab({ contact: { id } }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  const may = useMay('sales');
  const names = useNames();
  const [wanted, setWanted] = useState<readonly string[]>([]);
  const paged = usePaged(['/api/contacts', id, 'timeline'], (next) =>
    answered(
      client.GET('/api/contacts/{id}/timeline', {
        params: { path: { id }, query: { next, limit: 50 } },
      }),
    ),
  );
  const rows = paged.rows.filter(
    (row) => wanted.length === 0 || wanted.some((kind) => groupsOf(row).has(kind as Kinds)),
  );
  useReadingOn(paged, wanted.length > 0 && rows.length < enough && paged.rows.length < most);
  return (
    <Stack gap="lg">
      {may && <WriteNote contact={id} />}
      <ByKind wanted={wanted} setWanted={setWanted} />
      {paged.isPending && <Waiting />}
      {paged.error !== null && paged.error !== undefined && (
        <Failure error={paged.error} again={paged.again} />
      )}
      {!paged.isPending && !paged.isReadingOn && rows.length === 0 && (
        <Text c="dimmed" role="status">
          {wanted.length > 0
            ? t('Nothing of this kind among the newest {{count}} rows.', {
                count: paged.rows.length,
              })
            : t('Nothing has happened yet.')}
        </Text>
      )}
      {rows.length > 0 && (
        <Paper withBorder radius="lg">
          <ol style={{ listStyle: 'none', margin: 0, padding: 0 }} aria-label={t('Timeline')}>
            {rows.map((row, at) => (
              <TimelineRow
                key={`${row.contact} ${row.at} ${row.kind} ${row.id}`}
                row={row}
                isFirst={at === 0}
                names={names}
              />
            ))}
          </ol>
        </Paper>
      )}
      <ShowMore paged={paged} label={t('Show older')} />
    </Stack>
  );
}

/** So many rows of a kind are looked for by themselves, among so many of all. */
const enough = 20;
const most = 500;

interface KindsParts {
  readonly wanted: readonly string[];
  setWanted(wanted: readonly string[]): void;
}

function ByKind({ wanted, setWanted }: KindsParts) {
  const { t } = useTranslation();
  return (
    <Chip.Group multiple value={[...wanted]} onChange={setWanted}>
      <Group gap="xs" role="group" aria-label={t('Show only')}>
        {groups.map((kind) => (
          <Chip key={kind} value={kind} size="xs">
            {t(`rows: ${kind}`)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
