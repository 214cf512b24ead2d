// Adding an offer, changing one, or taking one off the catalog. What was granted before keeps what it said.
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '../../../api/client.ts';
import { type Draft, ItemForm, type OnTop } from '../shelf/item-form.tsx';
import type { Edited } from '../shelf/shelf.tsx';
import { Eligibility } from './eligibility.tsx';
import { OfferLimits } from './offer-limits.tsx';
import { OfferTerms } from './offer-terms.tsx';
import type { Offer } from './offers.tsx';

type OfferBody = Schemas['putOffersIdBody'];
export type OfferDraft = Draft<OfferBody>;
export type OfferParts = Pick<OfferDraft, 'body' | 'change' | 'refused'>;

/** As the API names them. */
const named = [
  ...['name', 'kind', 'product', 'description', 'terms', 'code', 'url'],
  ...['expires', 'stock', 'again', 'value', 'cost', 'redemption', 'priority'],
];

const bodyOf = (known: Offer | undefined): OfferBody => {
  if (!known) return { name: '', kind: 'discount', expires: { after: '30 days' }, active: true };
  const { id: _, granted: __, ...body } = known;
  return body;
};

export function OfferForm(parts: Edited<Offer>) {
  const { t } = useTranslation();
  const of = {
    path: '/api/offers',
    add: t('Add an offer'),
    bodyOf,
    put: (id: string, body: OfferBody, header: OnTop) =>
      client.PUT('/api/offers/{id}', { params: { path: { id }, header }, body }),
    remove: (id: string) => client.DELETE('/api/offers/{id}', { params: { path: { id } } }),
    afterRemoval: t(
      'It is granted no more. Whoever has it keeps it until its end. Refused while a campaign names it.',
    ),
    fields: (draft: OfferDraft) => (
      <>
        <OfferTerms {...draft} />
        <OfferLimits {...draft} />
        <Eligibility {...draft} />
      </>
    ),
    named,
  };
  return <ItemForm {...parts} of={of} />;
}
