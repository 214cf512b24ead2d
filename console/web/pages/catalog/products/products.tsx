// Products: what is sold, with what is bought together with each.
import { Avatar, Group } from '@mantine/core';
import { IconBuildingStore, IconPhoto } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import type { Column } from '../../../parts/paged-table.tsx';
import { useFormats } from '../../../words/use-formats.ts';
import { ItemName, Shelf } from '../shelf/shelf.tsx';
import { ProductForm } from './product-form.tsx';

export type Product = Schemas['getProductsAnswer']['items'][number];

export function Products() {
  const { t } = useTranslation();
  const paged = usePaged(['/api/products'], (next) =>
    answered(client.GET('/api/products', { params: { query: { next, limit: 50 } } })),
  );
  return (
    <Shelf
      paged={paged}
      columns={useColumns()}
      words={{ label: t('Products'), add: t('Add a product'), none: t('The catalog is empty') }}
      icon={<IconBuildingStore aria-hidden />}
      form={(edited) => <ProductForm {...edited} />}
    >
      {t('With products listed, mails can show them, and campaigns choose what fits whom.')}
    </Shelf>
  );
}

function useColumns(): Column<Product>[] {
  const { t } = useTranslation();
  const { money } = useFormats();
  const price = ({ price: amount, currency }: Product) =>
    amount === undefined ? '—' : money({ amount, currency });
  return [
    { label: t('Product'), show: (row) => <Named product={row} /> },
    { label: t('Category'), show: ({ category }) => category ?? '—' },
    { label: t('Price'), isNumber: true, show: price },
    {
      label: t('Goes with'),
      show: ({ complements = [] }) => complements.join(', ') || '—',
    },
    {
      label: t('Bought together'),
      show: ({ companions }) => companions.map(({ product }) => product).join(', ') || '—',
    },
  ];
}

function Named({ product }: { readonly product: Product }) {
  return (
    <Group gap="sm" wrap="nowrap">
      <Avatar src={product.image_url ?? null} alt="" radius="md" size={40}>
        <IconPhoto size={18} aria-hidden />
      </Avatar>
      <ItemName item={product} />
    </Group>
  );
}
