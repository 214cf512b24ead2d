// Adding a product, changing one, or taking one off the catalog.
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '../../../api/client.ts';
import { type Draft, ItemForm, type OnTop } from '../shelf/item-form.tsx';
import type { Edited } from '../shelf/shelf.tsx';
import { ProductFields, productFields } from './product-fields.tsx';
import type { Product } from './products.tsx';
import { UsedBy } from './used-by.tsx';

type ProductBody = Schemas['putProductsIdBody'];
export type ProductDraft = Draft<ProductBody>;

const bodyOf = (known: Product | undefined): ProductBody => {
  if (!known) return { name: '', active: true };
  const { id: _, companions: __, ...body } = known;
  return body;
};

export function ProductForm(parts: Edited<Product>) {
  const { t } = useTranslation();
  const { edited } = parts;
  const of = {
    path: '/api/products',
    add: t('Add a product'),
    bodyOf,
    put: (id: string, body: ProductBody, header: OnTop) =>
      client.PUT('/api/products/{id}', { params: { path: { id }, header }, body }),
    remove: (id: string) => client.DELETE('/api/products/{id}', { params: { path: { id } } }),
    afterRemoval: (
      <>
        {t(
          'Mails and campaigns know it no more; orders of it stay. Added again under the same id, it is as before. To keep it and propose it no more, switch it off instead.',
        )}
        {typeof edited === 'object' && <UsedBy product={edited.id} />}
      </>
    ),
    fields: (draft: ProductDraft) => <ProductFields {...draft} />,
    named: productFields,
  };
  return <ItemForm {...parts} of={of} />;
}
