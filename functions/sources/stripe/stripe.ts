// Stripe's webhooks. Its events come in any order and more than once; an order has one id wherever it is told of,
// so that a checkout, its invoice and its payment are never two orders.
import * as z from 'zod';
import { Refused } from '../../errors.ts';
import { readDeeds } from '../hook/deed.ts';
import { record, text } from '../hook/foreign.ts';
import type { HookRequest, Provider, Reading } from '../hook/provider.ts';
import { readInstant } from '../instant.ts';
import { partsOf } from './types.ts';

const kind = 'stripe';

const read = (request: HookRequest): Reading =>
  readDeeds(request, kind, (body) => {
    const [id, type] = [text(body.id, 100), text(body.type, 100)];
    if (body.object !== 'event' || id === undefined || type === undefined)
      throw new Refused(400, 'The body is not an event of Stripe.');
    const data = record(body.data);
    const parts = partsOf({
      type,
      object: record(data.object),
      before: record(data.previous_attributes),
      orders: request.settings.orders ?? 'checkout',
    });
    const at = readInstant(body.created);
    return parts.map((part, index) => ({ id: [id, ...(index ? [`${index}`] : [])], at, ...part }));
  });

export const stripe: Provider = {
  kind,
  scheme: 'stripe',
  read,
  settings: z.strictObject({
    /** What an order is: a checkout or a paid invoice, or else every payment that succeeds. Never both. */
    orders: z.enum(['checkout', 'payment']).default('checkout'),
  }),
  setup: {
    title: 'Stripe',
    secretFrom: 'them',
    steps: [
      'In Stripe open Developers, Webhooks, and add an endpoint with the address {address}.',
      'Choose the events checkout.session.completed, checkout.session.async_payment_succeeded, checkout.session.expired, customer.created, customer.updated, customer.subscription.created, customer.subscription.updated, customer.subscription.deleted, customer.subscription.trial_will_end, invoice.paid, invoice.payment_failed and charge.refunded.',
      'Reveal the signing secret ("whsec_…") of the endpoint, and paste it here.',
    ],
  },
};
