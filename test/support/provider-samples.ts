// For every sender of webhooks: bodies that are right, with the headers and settings they come under.
import { calendly } from '../../functions/sources/calendly/calendly.ts';
import { cloudevents } from '../../functions/sources/cloudevents/cloudevents.ts';
import { formProvider } from '../../functions/sources/form/provider.ts';
import type { Provider } from '../../functions/sources/hook/provider.ts';
import { shopify } from '../../functions/sources/shopify/shopify.ts';
import { standardWebhooks } from '../../functions/sources/standard-webhooks/standard-webhooks.ts';
import { stripe } from '../../functions/sources/stripe/stripe.ts';
import { tally } from '../../functions/sources/tally/tally.ts';
import { typeform } from '../../functions/sources/typeform/typeform.ts';
import { woocommerce } from '../../functions/sources/woocommerce/woocommerce.ts';
import * as shop from '../functions/sources/shopify/bodies.ts';
import * as payments from '../functions/sources/stripe/bodies.ts';
import * as woo from '../functions/sources/woocommerce/bodies.ts';
import type { Posted } from './hooks.ts';

export interface Sample extends Posted {
  readonly body: unknown;
}

const email = 'sara@example.com';

const topic = (name: string, body: object): Sample => ({
  body,
  headers: { 'x-shopify-topic': name },
});
const order = { ...shop.order, refunds: [shop.refund], fulfillment_status: 'fulfilled' };

const wooTopic = (name: string, body: object): Sample => ({
  body,
  headers: { 'x-wc-webhook-topic': name },
});

const asked = { consent: 'news', consent_version: '1', traits: { first_name: 'name' } };

const typeformResponse = {
  event_id: 'e1',
  event_type: 'form_response',
  form_response: {
    form_id: 'f1',
    token: 't1',
    submitted_at: '2026-11-22T11:59:30Z',
    hidden: { utm_source: 'mail' },
    definition: {
      title: 'Demo',
      fields: [{ id: 'a', title: 'News', choices: [{ label: 'Yes' }] }],
    },
    answers: [
      { type: 'email', email, field: { id: 'x', ref: 'email' } },
      { type: 'choices', choices: { labels: ['Yes'] }, field: { id: 'a', ref: 'news' } },
      { type: 'choice', choice: { label: 'A' }, field: { id: 'b', ref: 'name' } },
    ],
  },
};

const tallyResponse = {
  eventId: 'e1',
  eventType: 'FORM_RESPONSE',
  createdAt: '2026-11-22T11:59:31.889Z',
  data: {
    responseId: 'r1',
    formName: 'Demo',
    fields: [
      { key: 'a', type: 'INPUT_EMAIL', label: 'E-mail', value: email },
      {
        key: 'news',
        type: 'CHECKBOXES',
        label: 'n',
        value: ['1'],
        options: [{ id: '1', text: 'y' }],
      },
      { key: 'news_1', type: 'CHECKBOXES', label: 'n (y)', value: true },
      { key: 'h', type: 'HIDDEN_FIELDS', label: 'utm_source', value: 'mail' },
    ],
  },
};

const invitee = {
  created_at: '2026-11-22T11:59:30.000000Z',
  event: 'invitee.created',
  payload: {
    uri: 'https://api.calendly.com/i1',
    email,
    timezone: 'Europe/Warsaw',
    rescheduled: false,
    questions_and_answers: [{ question: 'news', answer: 'Yes' }],
    tracking: { utm_source: 'mail' },
    scheduled_event: { name: 'Demo', location: {}, event_memberships: [{ user_email: email }] },
    cancellation: { reason: 'Ill' },
  },
};

const cloudEvent = {
  specversion: '1.0',
  id: 'e1',
  source: '/shop',
  type: 't',
  time: '2026-11-22T11:00:00Z',
  data: { email },
};
const structured = { 'content-type': 'application/cloudevents+json' };
const batch = { 'content-type': 'application/cloudevents-batch+json' };
const binary = {
  'content-type': 'application/json',
  'ce-specversion': '1.0',
  'ce-id': 'e1',
  'ce-source': '/shop',
  'ce-type': 't',
};

const stripeEvents = {
  'checkout.session.completed': { ...payments.session, consent: { promotions: 'opt_in' } },
  'customer.created': { id: 'cus_1', object: 'customer', email, preferred_locales: ['fa'] },
  'customer.subscription.updated': payments.subscription,
  'invoice.paid': payments.invoice,
  'charge.refunded': payments.charge,
  'setup_intent.succeeded': payments.charge,
};

export const samples: readonly (readonly [Provider, readonly Sample[]])[] = [
  [
    shopify,
    [
      topic('orders/create', order),
      topic('orders/updated', order),
      topic('orders/fulfilled', order),
      topic('checkouts/update', shop.checkout),
      topic('customers/update', shop.customer),
      topic('orders/edited', order),
    ],
  ],
  [
    stripe,
    Object.entries(stripeEvents).map(([type, object]) => ({
      body: payments.stripeEvent(type, object, { status: 'incomplete', amount_refunded: 0 }),
    })),
  ],
  [
    woocommerce,
    [
      wooTopic('order.updated', { ...woo.order, refunds: [{ id: 1, total: '-1.00' }] }),
      wooTopic('customer.created', woo.customer),
      wooTopic('action.some_hook', woo.order),
    ],
  ],
  [
    formProvider,
    [{ body: { email, consent: 'yes' }, headers: { 'content-type': 'application/json' } }],
  ],
  [typeform, [{ body: typeformResponse, settings: asked }, { body: typeformResponse }]],
  [tally, [{ body: tallyResponse, settings: asked }, { body: tallyResponse }]],
  [calendly, [{ body: invitee, settings: asked }, { body: invitee }]],
  [
    cloudevents,
    [
      { body: cloudEvent, headers: structured },
      { body: [cloudEvent, cloudEvent], headers: batch },
      { body: { email }, headers: binary },
    ],
  ],
  [
    standardWebhooks,
    [
      {
        body: { type: 'Invoice Paid', timestamp: '2026-11-22T09:00:00Z', data: { email } },
        headers: { 'webhook-id': 'msg_1' },
      },
    ],
  ],
];
