// Addresses that must not be mailed, and why.
import { Anchor, Select, Stack } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client, type Schemas } from '../../api/client.ts';
import { answered, usePaged } from '../../api/paged.ts';
import { Empty } from '../../parts/empty.tsx';
import { Moment } from '../../parts/moment.tsx';
import { PagedTable } from '../../parts/paged-table.tsx';

type Suppressed = Schemas['getSuppressionsAnswer']['items'][number];
const reasons = ['bounce', 'soft_bounce', 'complaint', 'manual'] as const;

export function Suppressed() {
  const { t } = useTranslation();
  const [reason, setReason] = useState<Suppressed['reason'] | undefined>();
  const paged = usePaged(['/api/suppressions', reason], (next) =>
    answered(client.GET('/api/suppressions', { params: { query: { next, reason } } })),
  );
  return (
    <Stack gap="lg">
      {/* t('suppressed: bounce') t('suppressed: soft_bounce') t('suppressed: complaint') t('suppressed: manual') */}
      <Select
        label={t('Reason')}
        maw={280}
        clearable
        placeholder={t('Any')}
        value={reason ?? null}
        onChange={(chosen) => setReason((chosen ?? undefined) as typeof reason)}
        data={reasons.map((value) => ({ value, label: t(`suppressed: ${value}`) }))}
      />
      <PagedTable
        label={t('Suppressed addresses')}
        paged={paged}
        keyOf={({ contact, address }) => `${contact} ${address}`}
        columns={[
          { label: t('Address'), show: ({ address }) => address },
          {
            label: t('Contact'),
            show: ({ contact }) => (
              <Anchor component={Link} to={`/contacts/${contact}`} ff="monospace" size="sm">
                {contact}
              </Anchor>
            ),
          },
          { label: t('Reason'), show: ({ reason: why }) => t(`suppressed: ${why}`, why) },
          { label: t('Since'), show: ({ at }) => <Moment at={at} /> },
        ]}
        empty={
          <Empty icon={<IconMailOff aria-hidden />} title={t('No address is suppressed')}>
            {t(
              'Addresses that bounce for good or complain are put here by themselves, and never mailed again.',
            )}
          </Empty>
        }
      />
    </Stack>
  );
}
