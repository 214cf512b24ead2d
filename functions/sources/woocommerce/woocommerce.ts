// WooCommerce's webhooks. When one is saved, the shop sends an unsigned ping that must get exactly 200, or the owner
// cannot save it; the ping lets nothing in. The topic is not signed: what an order is, its status says.
import { Refused } from '../../errors.ts';
import type { HttpResponse } from '../../lambda.ts';
import { type Deed, namedAfter, readDeeds } from '../hook/deed.ts';
import { type Foreign, plainFields, text } from '../hook/foreign.ts';
import type { HookRequest, Provider, Reading } from '../hook/provider.ts';
import type { Incoming } from '../incoming.ts';
import { readInstant } from '../instant.ts';
import { buyer, customerPerson } from './customer.ts';
import { orderDeeds } from './order.ts';

const kind = 'woocommerce';

const read = (request: HookRequest): Reading =>
  readDeeds(request, kind, (body, raw) => {
    const topic = text(request.headers['x-wc-webhook-topic'], 100);
    if (topic === undefined) throw new Refused(400, 'The X-WC-Webhook-Topic header is missing.');
    return deedsOf(topic, body, raw);
  });

function deedsOf(topic: string, body: Foreign, raw: string): readonly Deed[] {
  const [resource, happened] = topic.split('.');
  if (happened === 'deleted')
    throw new Refused(400, 'WooCommerce does not say whose it was that was deleted.');
  if (resource === 'product' || resource === 'coupon')
    throw new Refused(400, `A ${resource} is nobody's: send webhooks of orders and of customers.`);
  if (resource === 'order') return orderDeeds(order(body));
  const isCustomer = resource === 'customer';
  return [
    {
      ...(isCustomer
        ? { type: 'identify', name: 'Contact Identified', person: customerPerson(body) }
        : {
            name: namedAfter('WooCommerce', topic),
            person: buyer(body),
            properties: plainFields(body),
          }),
      id: [resource ?? '', raw],
      at: readInstant(body.date_modified_gmt) ?? readInstant(body.date_created_gmt),
    },
  ];
}

/** Throws Refused(400) for what only says so: without an id it could not be told apart from any other. */
function order(body: Foreign): Foreign {
  if (text(body.id, 100) !== undefined && text(body.status) !== undefined) return body;
  throw new Refused(400, 'This is no order: it has no id, or no status.');
}

const greet = ({ method, headers, body }: Incoming): HttpResponse | undefined => {
  const isPing =
    method === 'POST' &&
    headers['x-wc-webhook-signature'] === undefined &&
    body.length < 100 &&
    /^webhook_id=\d+$/.test(body.toString('latin1').trim());
  return isPing ? { statusCode: 200, body: '' } : undefined;
};

export const woocommerce: Provider = {
  kind,
  scheme: 'woocommerce',
  read,
  greet,
  setup: {
    title: 'WooCommerce',
    secretFrom: 'us',
    steps: [
      'In WordPress open WooCommerce, Settings, Advanced, Webhooks.',
      'Add a webhook for each of the topics "Order created", "Order updated", "Customer created" and "Customer updated": status Active, delivery URL {address}, and the secret made here.',
    ],
  },
};
