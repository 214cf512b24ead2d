// What one call held and what was decided for it, as the contact's timeline keeps it: the stream itself holds nothing.
import { Anchor, Code, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../../api/client.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { TimelineRow } from '../../contacts/timeline/timeline-row.tsx';
import { useNames } from '../../contacts/use-names.ts';
import type { Arrival } from './use-arrivals.ts';

interface HeldParts {
  readonly arrival: Arrival | undefined;
  close(): void;
}

export function Held({ arrival, close }: HeldParts) {
  const { t } = useTranslation();
  const { contact, row } = arrival ?? {};
  return (
    <Modal
      opened={arrival !== undefined}
      onClose={close}
      size="lg"
      title={arrival?.name}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      {contact && row && <OfTimeline contact={contact} row={row} />}
    </Modal>
  );
}

type Kept = Required<Pick<Arrival, 'contact' | 'row'>>;

function OfTimeline({ contact: { id }, row: wanted }: Kept) {
  const { t } = useTranslation();
  const names = useNames();
  const { data, error, refetch } = api.useQuery('get', '/api/contacts/{id}/timeline', {
    params: { path: { id }, query: { limit: 1, next: wanted.next } },
  });
  if (error) return <Failure error={error} again={refetch} />;
  if (!data) return <Waiting rows={2} />;
  const row = data.items.find((one) => one.id === wanted.id);
  return (
    <Stack>
      {row ? (
        <>
          <Code block dir="ltr" tabIndex={0} aria-label={t('Properties')}>
            {JSON.stringify(row.about.properties ?? {}, undefined, 2)}
          </Code>
          <ol style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            <TimelineRow row={row} names={names} isFirst />
          </ol>
        </>
      ) : (
        <Text size="sm">{t('The timeline holds no row of it: it was known already.')}</Text>
      )}
      <Anchor component={Link} to={`/contacts/${id}`} size="sm">
        {t('Everything about this contact')}
      </Anchor>
    </Stack>
  );
}
