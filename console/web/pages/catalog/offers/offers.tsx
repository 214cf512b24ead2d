// Offers: what campaigns may propose to a contact, within which limits, and how many were granted.
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconGift, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import { Empty } from '../../../parts/empty.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { useMay } from '../../../session/session.ts';
import { useFormats } from '../../../words/use-formats.ts';
import { OfferForm } from './offer-form.tsx';

export type Offer = Schemas['getOffersAnswer']['items'][number];

export function Offers() {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const [edited, setEdited] = useState<Offer | 'new'>();
  const paged = usePaged(['/api/offers'], (next) =>
    answered(client.GET('/api/offers', { params: { query: { next, limit: 50 } } })),
  );
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
      {t('Add an offer')}
    </Button>
  );
  return (
    <Stack gap="lg">
      {may && paged.rows.length > 0 && <Group justify="flex-end">{add}</Group>}
      <PagedTable
        label={t('Offers')}
        paged={paged}
        keyOf={({ id }) => id}
        columns={useColumns(may ? setEdited : undefined)}
        empty={
          <Empty
            icon={<IconGift aria-hidden />}
            title={t('There are no offers')}
            action={may && add}
          >
            {t('An offer is a discount, a gift or a product for one contact, with an end.')}
          </Empty>
        }
      />
      <OfferForm
        key={typeof edited === 'object' ? edited.id : edited}
        edited={edited}
        close={() => setEdited(undefined)}
      />
    </Stack>
  );
}

/* t('offer: product') t('offer: discount') t('offer: free_subscription') t('offer: free_shipping') t('offer: gift') */
function useColumns(edit: ((offer: Offer) => void) | undefined): Column<Offer>[] {
  const { t } = useTranslation();
  const { number, moment } = useFormats();
  const ends = ({ expires }: Offer) => {
    if (!expires) return '—';
    return 'on' in expires
      ? moment(Date.parse(expires.on))
      : t('{{span}} after it is granted', { span: expires.after });
  };
  const granted = ({ granted: taken, stock }: Offer) =>
    stock === undefined
      ? t('without a limit')
      : t('{{taken}} of {{stock}}', { taken: number(taken ?? 0), stock: number(stock) });
  const columns: Column<Offer>[] = [
    { label: t('Offer'), show: (row) => <Named offer={row} /> },
    { label: t('Kind'), show: ({ kind }) => t(`offer: ${kind}`) },
    { label: t('Product'), show: ({ product }) => product ?? '—' },
    { label: t('Ends'), show: ends },
    { label: t('Granted'), isNumber: true, show: granted },
  ];
  if (!edit) return columns;
  const change: Column<Offer> = {
    label: t('Change'),
    show: (row) => (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('Edit {{name}}', { name: row.name })}
        onClick={() => edit(row)}
      >
        {t('Edit')}
      </Button>
    ),
  };
  return [...columns, change];
}

function Named({ offer: { id, name, active = true } }: { readonly offer: Offer }) {
  const { t } = useTranslation();
  return (
    <>
      <Group gap="xs">
        <Text size="sm" fw={500}>
          {name}
        </Text>
        {!active && (
          <Badge variant="light" color="gray" tt="none">
            {t('Not proposed')}
          </Badge>
        )}
      </Group>
      <Text size="xs" ff="monospace">
        {id}
      </Text>
    </>
  );
}
