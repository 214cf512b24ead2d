// Mails of which nobody can say whether they went out, because something died between asking SES and its answer; and what
// became of earlier ones.
import { Anchor, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client, type Schemas } from '../../api/client.ts';
import { answered, usePaged } from '../../api/paged.ts';
import { Empty } from '../../parts/empty.tsx';
import { Moment } from '../../parts/moment.tsx';
import { PagedTable } from '../../parts/paged-table.tsx';

type Doubt = Schemas['getDoubtsAnswer']['items'][number];
type Resolved = Schemas['getDoubtsResolvedAnswer']['items'][number];

export function Doubts() {
  const { t } = useTranslation();
  const pending = usePaged(['/api/doubts'], (next) =>
    answered(client.GET('/api/doubts', { params: { query: { next } } })),
  );
  const resolved = usePaged(['/api/doubts/resolved'], (next) =>
    answered(client.GET('/api/doubts/resolved', { params: { query: { next } } })),
  );
  return (
    <Stack gap="lg">
      <PagedTable
        label={t('In doubt')}
        paged={pending}
        keyOf={({ message }) => message.id}
        columns={[
          ...about<Doubt>(t('Campaign'), t('Contact'), (one) => one.message),
          { label: t('Asked for'), show: ({ message }) => <Moment at={message.requestedAt} /> },
          { label: t('Resolves'), show: ({ resolveAt }) => <Moment at={resolveAt} /> },
        ]}
        empty={
          <Empty icon={<IconCircleCheck aria-hidden />} title={t('Nothing is in doubt')}>
            {t(
              'When a machine dies while SES takes a mail, it stands here until feedback or time tells what happened. It is never sent twice on a guess.',
            )}
          </Empty>
        }
      />
      {resolved.rows.length > 0 && (
        <>
          <Title order={2} size="h4">
            {t('Resolved')}
          </Title>
          <PagedTable
            label={t('Resolved')}
            paged={resolved}
            keyOf={({ doubt }) => doubt.message.id}
            columns={[
              ...about<Resolved>(t('Campaign'), t('Contact'), (one) => one.doubt.message),
              { label: t('Resolved'), show: ({ at }) => <Moment at={at} /> },
              { label: t('Verdict'), show: ({ verdict }) => <Verdict verdict={verdict} /> },
            ]}
            empty={null}
          />
        </>
      )}
    </Stack>
  );
}

const about = <Row,>(
  campaign: string,
  contact: string,
  messageOf: (row: Row) => Doubt['message'],
) => [
  { label: campaign, show: (row: Row) => messageOf(row).campaign },
  {
    label: contact,
    show: (row: Row) => (
      <Anchor component={Link} to={`/contacts/${messageOf(row).contact}`} ff="monospace" size="sm">
        {messageOf(row).contact}
      </Anchor>
    ),
  },
];

/* t('verdict: sent') t('verdict: skipped') t('verdict: resent') */
function Verdict({ verdict }: Pick<Resolved, 'verdict'>) {
  const { t } = useTranslation();
  return <Text size="sm">{t(`verdict: ${verdict}`)}</Text>;
}
