// The senders of webhooks that are understood, listed once.
import { calendly } from '../calendly/calendly.ts';
import { cloudevents } from '../cloudevents/cloudevents.ts';
import { formProvider } from '../form/provider.ts';
import { shopify } from '../shopify/shopify.ts';
import { standardWebhooks } from '../standard-webhooks/standard-webhooks.ts';
import { stripe } from '../stripe/stripe.ts';
import { tally } from '../tally/tally.ts';
import { typeform } from '../typeform/typeform.ts';
import { woocommerce } from '../woocommerce/woocommerce.ts';
import type { Provider } from './provider.ts';

export const providers: readonly Provider[] = [
  standardWebhooks,
  shopify,
  stripe,
  woocommerce,
  typeform,
  tally,
  calendly,
  cloudevents,
  formProvider,
];
