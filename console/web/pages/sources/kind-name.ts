// What kinds of sources are called.
import type { TFunction } from 'i18next';

const names: Readonly<Record<string, string>> = {
  shopify: 'Shopify',
  stripe: 'Stripe',
  woocommerce: 'WooCommerce',
  typeform: 'Typeform',
  tally: 'Tally',
  calendly: 'Calendly',
  'standard-webhooks': 'Standard Webhooks',
  cloudevents: 'CloudEvents',
};

/* t('kind: write_key') t('kind: api') t('kind: unknown') t('kind: form') */
/** Brands are called the same in every language. */
export const kindName = (kind: string, t: TFunction): string =>
  names[kind] ?? t(`kind: ${kind}`, kind);
