// The mails of somebody, and how far each has come; those that were withheld say why.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import { Moment } from '../../../parts/moment.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { Reason } from '../../../parts/said/said.tsx';
import type { Contact } from '../contact.ts';
import { useNames } from '../use-names.ts';
import { Copy } from './copy.tsx';

type Message = Schemas['getContactsIdMessagesAnswer']['items'][number];

export function Messages({ contact: { id } }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  const names = useNames();
  const paged = usePaged(['/api/contacts', id, 'messages'], (next) =>
    answered(
      client.GET('/api/contacts/{id}/messages', { params: { path: { id }, query: { next } } }),
    ),
  );
  return (
    <PagedTable<Message>
      label={t('Mails')}
      paged={paged}
      keyOf={({ message }) => message}
      columns={[
        { label: t('Campaign'), show: ({ campaign }) => names.called('campaigns', campaign) },
        { label: t('Step'), show: ({ step }) => step },
        { label: t('State'), show: (one) => <State one={one} /> },
        { label: t('Since'), show: ({ at }) => <Moment at={at} /> },
        {
          label: t('Mail'),
          show: ({ message, status }) =>
            status === 'withheld' ? null : <Copy id={id} message={message} />,
        },
      ]}
      empty={<Text c="dimmed">{t('No mail was meant for them yet.')}</Text>}
    />
  );
}

function State({ one: { status, because } }: { readonly one: Message }) {
  const { t } = useTranslation();
  return (
    <Text size="sm">
      {t(`message: ${status}`)}
      {because !== undefined && (
        <>
          : <Reason text={because} />
        </>
      )}
    </Text>
  );
}
