// Who changed what and when, the newest first.
import { Badge, Group, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { sentenceOf } from './audit-sentence.ts';

export type AuditRow = Schemas['getAuditAnswer']['items'][number];

export function AuditLog() {
  const { t } = useTranslation();
  const paged = usePaged(['/api/audit'], (next) =>
    answered(client.GET('/api/audit', { params: { query: { next } } })),
  );
  return (
    <PagedTable<AuditRow>
      label={t('Audit log')}
      paged={paged}
      keyOf={({ id }) => id}
      columns={[
        { label: t('When'), show: ({ at }) => <Moment at={at} exact /> },
        {
          label: t('Who'),
          show: ({ who, role }) => (
            <>
              <Text size="sm">
                <bdi>{who}</bdi>
              </Text>
              <Text size="xs">{t(`role: ${role}`)}</Text>
            </>
          ),
        },
        { label: t('What'), show: (row) => <What row={row} /> },
      ]}
      empty={
        <Empty icon={<IconHistory aria-hidden />} title={t('Nothing has been changed yet')}>
          {t('Every change by a person or a program stands here with its reason.')}
        </Empty>
      }
    />
  );
}

function What({ row }: { readonly row: AuditRow }) {
  const { t } = useTranslation();
  const { because, status = 200 } = row;
  return (
    <>
      <Group gap="xs">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {sentenceOf(row, t)}
        </Text>
        {status >= 400 && (
          <Badge variant="light" color="red" tt="none">
            {t('Refused')}
          </Badge>
        )}
      </Group>
      {because && <Text size="xs">{because}</Text>}
    </>
  );
}
