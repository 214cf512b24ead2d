// The pages under Catalog, and their addresses.
import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page.tsx';
import { PlaceTabs } from '../../parts/place-tabs.tsx';
import { Offers } from './offers/offers.tsx';
import { Products } from './products/products.tsx';

export function Component() {
  const { t } = useTranslation();
  return (
    <Page
      title={t('Catalog and offers')}
      about={t('What you sell, and what campaigns may offer of it.')}
    >
      <PlaceTabs
        at="/catalog"
        tabs={[
          { path: '', label: t('Products'), content: () => <Products /> },
          { path: 'offers', label: t('Offers'), content: () => <Offers /> },
        ]}
      />
    </Page>
  );
}
