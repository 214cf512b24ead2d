// Imports so far: each leads to its result, also while it runs.
import { Anchor, Badge, Group, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client, type Schemas } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import { Moment } from '../../../parts/moment.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { StateBadge } from '../../../parts/state-badge.tsx';
import { useFormats } from '../../../words/use-formats.ts';

type Job = Schemas['getJobsIdAnswer'];

export function Former() {
  const { t } = useTranslation();
  const { number } = useFormats();
  const paged = usePaged(['/api/jobs', 'import'], (next) =>
    answered(client.GET('/api/jobs', { params: { query: { next } } })),
  );
  const rows = paged.rows.filter(({ kind }) => kind === 'import');
  if (rows.length === 0 && !paged.hasMore) return null;
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('Imports so far')}
      </Title>
      <PagedTable<Job>
        label={t('Imports so far')}
        paged={{ ...paged, rows }}
        keyOf={({ id }) => id}
        columns={[
          {
            label: t('File'),
            show: ({ id, input }) => (
              <Group gap="xs">
                <Anchor component={Link} to={`/contacts/import/${id}`} dir="auto">
                  {input?.file?.name ?? id}
                </Anchor>
                {input?.dryRun === true && (
                  <Badge variant="light" color="gray" tt="none">
                    {t('Tried out')}
                  </Badge>
                )}
              </Group>
            ),
          },
          { label: t('Begun'), show: ({ startedAt }) => <Moment at={startedAt} exact /> },
          { label: t('State'), show: ({ state }) => <StateBadge state={state} /> },
          { label: t('Rows'), isNumber: true, show: ({ scanned }) => number(scanned) },
        ]}
        empty={null}
      />
    </Stack>
  );
}
