// Offers: what campaigns may propose to a contact, within which limits, and how many were granted.
import { IconGift } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import { spanWords } from '../../../parts/condition/span.ts';
import type { Column } from '../../../parts/paged-table.tsx';
import { useFormats } from '../../../words/use-formats.ts';
import { ItemName, Shelf } from '../shelf/shelf.tsx';
import { OfferForm } from './offer-form.tsx';

export type Offer = Schemas['getOffersAnswer']['items'][number];

export function Offers() {
  const { t } = useTranslation();
  const paged = usePaged(['/api/offers'], (next) =>
    answered(client.GET('/api/offers', { params: { query: { next, limit: 50 } } })),
  );
  return (
    <Shelf
      paged={paged}
      columns={useColumns()}
      words={{ label: t('Offers'), add: t('Add an offer'), none: t('There are no offers') }}
      icon={<IconGift aria-hidden />}
      form={(edited) => <OfferForm {...edited} />}
    >
      {t('An offer is a discount, a gift or a product for one contact, with an end.')}
    </Shelf>
  );
}

/* t('offer: product') t('offer: discount') t('offer: free_subscription') t('offer: free_shipping') t('offer: gift') */
function useColumns(): Column<Offer>[] {
  const { t } = useTranslation();
  const { number, moment } = useFormats();
  const ends = ({ expires }: Offer) => {
    if (!expires) return '—';
    return 'on' in expires
      ? moment(Date.parse(expires.on))
      : t('{{span}} after it is granted', { span: spanWords(expires.after, t) });
  };
  const granted = ({ granted: taken, stock }: Offer) =>
    stock === undefined
      ? t('{{taken}}, without a limit', { taken: number(taken) })
      : t('{{taken}} of {{stock}}', { taken: number(taken), stock: number(stock) });
  return [
    { label: t('Offer'), show: (row) => <ItemName item={row} /> },
    { label: t('Kind'), show: ({ kind }) => t(`offer: ${kind}`) },
    { label: t('Product'), show: ({ product }) => product ?? '—' },
    { label: t('Ends'), show: ends },
    { label: t('Granted'), isNumber: true, show: granted },
  ];
}
