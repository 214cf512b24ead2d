// Who is in a segment or on a list, one after the other.
import { Anchor, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client, type Schemas } from '../../api/client.ts';
import { answered, usePaged } from '../../api/paged.ts';
import { calledBy } from '../../parts/audience/contact-name.tsx';
import { Empty } from '../../parts/empty.tsx';
import { type Column, PagedTable } from '../../parts/paged-table.tsx';

export type Member = Pick<
  Schemas['getContactsAnswer']['items'][number],
  'id' | 'traits' | 'identities'
>;

interface MembersParts {
  readonly group: { readonly segment: string } | { readonly list: string };
  /** What can be done with each of them. */
  readonly tools?: (member: Member) => ReactNode;
}

export function Members({ group, tools }: MembersParts) {
  const { t } = useTranslation();
  const paged = usePaged(['/api/contacts', 'members', group], (next) =>
    answered(client.GET('/api/contacts', { params: { query: { ...group, next, limit: 25 } } })),
  );
  const columns: Column<Member>[] = [
    {
      label: t('Contact'),
      show: ({ id, traits, identities }) => (
        <Anchor component={Link} to={`/contacts/${id}`}>
          {calledBy(traits, identities) || t('Somebody')}
        </Anchor>
      ),
    },
    {
      label: t('Address'),
      show: ({ traits }) => <Text size="sm">{String(traits.email ?? '—')}</Text>,
    },
    ...(tools ? [{ label: t('Actions'), show: tools }] : []),
  ];
  return (
    <PagedTable
      label={t('Members')}
      paged={paged}
      keyOf={({ id }) => id}
      columns={columns}
      empty={
        <Empty icon={<IconUsers aria-hidden />} title={t('Nobody')}>
          {t('Whoever belongs here stands here.')}
        </Empty>
      }
    />
  );
}
