// What to do at each sender to connect it, step by step.
import { marked as t } from '../phrase.ts';

export const setup = [
  t(
    'Webhooks of Calendly need a paid plan, and are made by its API: make a personal access token under Integrations, API and webhooks.',
  ),
  t(
    'POST https://api.calendly.com/webhook_subscriptions with the url {address}, the events invitee.created, invitee.canceled and invitee_no_show.created, your organization, the scope "organization", and as signing_key the secret made here.',
  ),
  t('If a question asks for consent to be written to, name it here by its words.'),
  t('In the sender, add {address} as an HTTP endpoint (a "sink" or "subscriber").'),
  t(
    'Let it send the header "Authorization: Bearer …" with the secret made here. If it cannot send a header, add "?access_token=…" with the secret to the address.',
  ),
  t(
    'If its events keep the person elsewhere than in data.email or data.user_id, say where in the settings.',
  ),
  t('In Shopify open Settings, Notifications, Webhooks.'),
  t(
    'Create a webhook in JSON to {address} for each of: order creation, order payment, order cancellation, order fulfillment, order update, checkout creation, checkout update, customer creation, customer update.',
  ),
  t('Copy the secret that Shopify shows under the list, and paste it here.'),
  t(
    'Privacy requests come through an app: in its shopify.app.toml add [[webhooks.subscriptions]] with compliance_topics = ["customers/data_request", "customers/redact"] and uri = "{address}", and paste its client secret here as a second one. A redaction erases that customer, a data request opens a task.',
  ),
  t('In the sender, add an endpoint with the address {address}.'),
  t(
    'If the sender lets you choose the secret, paste the one we make. If it shows one of its own (it begins with whsec_), add that here instead.',
  ),
  t('In Stripe open Developers, Webhooks, and add an endpoint with the address {address}.'),
  t(
    'Choose the events checkout.session.completed, checkout.session.async_payment_succeeded, checkout.session.expired, customer.created, customer.updated, customer.subscription.created, customer.subscription.updated, customer.subscription.deleted, customer.subscription.trial_will_end, invoice.paid, invoice.payment_failed and charge.refunded.',
  ),
  t('Reveal the signing secret ("whsec_…") of the endpoint, and paste it here.'),
  t('In Tally open the form, Integrations, Webhooks, and connect the address {address}.'),
  t('Add a signing secret: the one shown here.'),
  t('In Typeform open the form, Connect, Webhooks, and add a webhook with the address {address}.'),
  t('Edit it, enter the secret made here, and switch the webhook on.'),
  t('If a question asks for consent to be written to, give it a reference and name it here.'),
  t('In WordPress open WooCommerce, Settings, Advanced, Webhooks.'),
  t(
    'Add a webhook for each of the topics "Order created", "Order updated", "Customer created" and "Customer updated": status Active, delivery URL {address}, and the secret made here.',
  ),
  t(
    'Let the form of your page post to /f/ followed by a write key, "/" and the name of this source. What is set here holds there.',
  ),
  t(
    'Or send what was filled in from your server to {address}, with the header "Authorization: Bearer …" and the secret made here.',
  ),
] as const;
