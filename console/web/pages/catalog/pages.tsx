// The pages under Catalog, and their addresses.
import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page.tsx';

export function Component() {
  const { t } = useTranslation();
  return <Page title={t('Catalog and offers')}>{null}</Page>;
}
