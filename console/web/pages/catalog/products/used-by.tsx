// What still speaks of a product that is about to be taken off the catalog.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';

const many = { params: { query: { limit: 500 } } };

export function UsedBy({ product }: { readonly product: string }) {
  const { t, i18n } = useTranslation();
  const offers = api.useQuery('get', '/api/offers', many).data?.items ?? [];
  const products = api.useQuery('get', '/api/products', many).data?.items ?? [];
  const names = [
    ...offers.filter((one) => one.product === product),
    ...products.filter(({ complements = [] }) => complements.includes(product)),
  ].map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <Text size="sm" mt="sm" fw={600}>
      {t('It is named by: {{names}}', {
        names: new Intl.ListFormat(i18n.language).format(names),
      })}
    </Text>
  );
}
