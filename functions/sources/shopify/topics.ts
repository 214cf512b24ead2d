// What each topic of Shopify's webhooks tells. The topic comes in a header that the signature does not cover,
// so the body must bear it out.
import { Refused } from '../../errors.ts';
import { type Deed, namedAfter } from '../hook/deed.ts';
import { type Foreign, list, plainFields, record, text } from '../hook/foreign.ts';
import { readInstant } from '../instant.ts';
import { buyer, consentOf, customerPerson, idOf } from './customer.ts';
import { checkoutProperties, orderProperties, refundProperties } from './order.ts';

const day = 86_400_000;

interface Told {
  readonly topic: string;
  readonly body: Foreign;
  readonly raw: string;
  readonly completedOn: unknown;
}
type Read = (told: Told) => readonly Deed[];

/** An order event counts once, however often it is told: its id is made of the order's. */
const ordered =
  (nameOf: (told: Told) => string, time: string, isSo?: (order: Foreign) => boolean): Read =>
  (told) => {
    const { body, topic } = told;
    const order = idOf(body);
    if (order === undefined) throw new Refused(400, 'The order has no id.');
    if (isSo?.(body) === false) throw new Refused(400, `The order does not bear out "${topic}".`);
    const name = nameOf(told);
    const at = readInstant(body[time]) ?? readInstant(body.updated_at);
    return [
      {
        name,
        id: [name, order],
        person: buyer(body),
        properties: orderProperties(body),
        ...consentOf(record(body.customer)),
        at,
      },
    ];
  };

const isPaid = ({ financial_status }: Foreign) =>
  /^(?:paid|partially_refunded|refunded)$/.test(text(financial_status) ?? '');

/** Each refund with its customer; older ones were told before. `refunds/create` names the order, but nobody. */
const refunded: Read = ({ body }) =>
  list(body.refunds)
    .map(record)
    .filter(({ created_at }) => {
      const [at, changed] = [readInstant(created_at), readInstant(body.updated_at)];
      return at !== undefined && changed !== undefined && changed - at < day;
    })
    .map((refund) => ({
      name: 'Order Refunded',
      id: ['Order Refunded', idOf(refund) ?? text(refund.created_at) ?? ''],
      person: buyer(body),
      properties: refundProperties(refund, body),
      at: readInstant(refund.created_at),
    }));

/**
 * Told again only when the basket has changed. Of nobody it says nothing, and it is over once it became an order;
 * that it is abandoned is for a campaign to find out.
 */
const checkout: Read = ({ body }) => {
  const person = buyer(body);
  if (person.email === undefined && person.customer === undefined) return [];
  if (body.completed_at) return [];
  const properties = checkoutProperties(body);
  const basket = JSON.stringify([properties.products, properties.total]);
  const name = 'Checkout Started';
  const id = [name, text(body.token) ?? text(body.id) ?? '', basket];
  const at = readInstant(body.updated_at) ?? readInstant(body.created_at);
  return [{ name, id, person, properties, ...consentOf(record(body.customer)), at }];
};

const identified: Read = ({ body, raw }) => [
  {
    type: 'identify',
    name: 'Contact Identified',
    id: ['Contact Identified', raw],
    person: customerPerson(body),
    ...consentOf(body),
    at: readInstant(body.updated_at) ?? readInstant(body.created_at),
  },
];

const consented: Read = ({ body, raw }) => [
  {
    type: 'identify',
    name: 'Contact Identified',
    id: ['Contact Identified', raw],
    person: { email: body.email_address, customer: text(body.customer_id, 100) },
    ...consentOf(body),
    at: readInstant(record(body.email_marketing_consent).consent_updated_at),
  },
];

const ofNobody =
  (instead: string): Read =>
  ({ topic }) => {
    throw new Refused(400, `Shopify does not say whose it is in "${topic}"; ${instead}.`);
  };

const completedOn =
  (moment: 'create' | 'paid', otherwise: string) =>
  ({ completedOn }: Told) =>
    completedOn === moment ? 'Order Completed' : otherwise;

const topics: Readonly<Record<string, Read>> = {
  'orders/create': ordered(completedOn('create', 'Order Placed'), 'created_at'),
  'orders/paid': ordered(completedOn('paid', 'Order Paid'), 'processed_at', isPaid),
  'orders/cancelled': ordered(
    () => 'Order Cancelled',
    'cancelled_at',
    ({ cancelled_at }) => readInstant(cancelled_at) !== undefined,
  ),
  'orders/fulfilled': ordered(
    () => 'Order Fulfilled',
    'updated_at',
    ({ fulfillment_status }) => fulfillment_status === 'fulfilled',
  ),
  'orders/updated': refunded,
  'refunds/create': ofNobody('send "orders/updated" instead, which tells the same refund'),
  'checkouts/create': checkout,
  'checkouts/update': checkout,
  'carts/create': ofNobody('send "checkouts/create" and "checkouts/update" instead'),
  'carts/update': ofNobody('send "checkouts/create" and "checkouts/update" instead'),
  'customers/create': identified,
  'customers/update': identified,
  'customers_email_marketing_consent/update': consented,
};

/** What nobody has mapped is an event all the same, named after its topic, when it says whose it is. */
const unmapped: Read = ({ topic, body, raw }) => [
  {
    name: namedAfter('Shopify', topic),
    id: [topic, raw],
    person: buyer(body),
    properties: plainFields(body),
    at: readInstant(body.updated_at),
  },
];

export const deedsOf: Read = (told) =>
  ((Object.hasOwn(topics, told.topic) ? topics[told.topic] : undefined) ?? unmapped)(told);
