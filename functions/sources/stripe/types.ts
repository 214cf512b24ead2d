// What each type of Stripe's events tells.
import type { Event } from '../../../workflows/model/event.ts';
import { type Deed, namedAfter } from '../hook/deed.ts';
import { type Foreign, plainFields, record, text } from '../hook/foreign.ts';
import { amount } from '../hook/money.ts';
import { customerPerson, payer } from './customer.ts';
import {
  invoiceProperties,
  orderOf,
  paymentProperties,
  refundProperties,
  sessionProperties,
  subscriptionProperties,
} from './money.ts';

interface Told {
  readonly type: string;
  readonly object: Foreign;
  /** What was changed, as it was before. */
  readonly before: Foreign;
  readonly orders: unknown;
}
/** Without an id it counts once for each event of Stripe's. */
type Part = Omit<Deed, 'id'> & Partial<Pick<Deed, 'id'>>;
type Read = (told: Told) => readonly Part[];

const completed = 'Order Completed';
const identity = { type: 'identify', name: 'Contact Identified' } as const;

/**
 * Some ways of paying take days: then the checkout is completed, and paid in another event. The consent goes apart,
 * for an order that its invoice has told of already counts no more.
 */
const checkedOut: Read = ({ object, orders }) => {
  const person = payer(object);
  const order = orderOf(object) ?? text(object.id, 100);
  const isPaid =
    object.payment_status === 'paid' || object.payment_status === 'no_payment_required';
  const isOrder = isPaid && orders === 'checkout' && object.mode !== 'setup' && order !== undefined;
  const consent = consentOf(object);
  return [
    {
      ...(isOrder ? { name: completed, id: [completed, order] } : { name: 'Checkout Completed' }),
      person,
      properties: sessionProperties(object),
    },
    ...(consent === undefined ? [] : [{ ...identity, person, consent }]),
  ];
};

/**
 * Stripe asks where a tick is asked for by custom; an "opt_out" is a box that was left or taken away. It is
 * taken for a no: nobody is mailed who had just not wanted it.
 */
function consentOf(session: Foreign): Event['consent'] {
  const { promotions } = record(session.consent);
  if (promotions !== 'opt_in' && promotions !== 'opt_out') return undefined;
  const status = promotions === 'opt_in' ? 'subscribed' : 'unsubscribed';
  return { status, method: 'checkout', detail: promotions };
}

const invoicePaid: Read = ({ object, orders }) => {
  const told = { person: payer(object), properties: invoiceProperties(object) };
  const order = text(object.id, 100);
  // Nothing is paid for a trial: its invoice is of nothing.
  const isOrder =
    orders === 'checkout' && order !== undefined && (amount(object.amount_paid) ?? 0) > 0;
  return isOrder
    ? [{ ...told, name: completed, id: [completed, order] }]
    : [{ ...told, name: 'Invoice Paid' }];
};

const paid: Read = ({ object, orders }) => {
  const order = text(object.id, 100);
  const told = {
    person: payer(object),
    properties: { order_id: order, ...paymentProperties(object) },
  };
  return orders === 'payment' && order !== undefined
    ? [{ ...told, name: completed, id: [completed, order] }]
    : [{ ...told, name: 'Payment Succeeded' }];
};

const subscription =
  (nameOf: (told: Told) => string | undefined): Read =>
  (told) => {
    const name = nameOf(told);
    if (name === undefined) return [];
    const { object } = told;
    return [{ name, person: payer(object), properties: subscriptionProperties(object) }];
  };

/** One whose first payment is still to come has not started. */
const begun = ({ object }: Told): string | undefined => {
  if (object.status === 'trialing') return 'Trial Started';
  return object.status === 'active' ? 'Subscription Started' : undefined;
};

const notYet = new Set(['trialing', 'incomplete']);
const updated = (told: Told): string => {
  const { object, before } = told;
  const started = object.status === 'active' && notYet.has(text(before.status) ?? '');
  if (started) return 'Subscription Started';
  if (before.status === 'incomplete') return begun(told) ?? 'Subscription Updated';
  const leaving = object.cancel_at_period_end === true && before.cancel_at_period_end === false;
  return leaving ? 'Subscription Cancellation Requested' : 'Subscription Updated';
};

const named =
  (name: string, properties: (object: Foreign) => Foreign): Read =>
  ({ object }) => [{ name, person: payer(object), properties: properties(object) }];

const identified: Read = ({ object }) => [{ ...identity, person: customerPerson(object) }];

const types: Readonly<Record<string, Read>> = {
  'checkout.session.completed': checkedOut,
  'checkout.session.async_payment_succeeded': checkedOut,
  'checkout.session.expired': ({ object }) => {
    const consent = consentOf(object);
    const { url } = record(record(object.after_expiration).recovery);
    const properties = { ...sessionProperties(object), checkout_url: text(url, 2_000) };
    return [{ name: 'Checkout Expired', person: payer(object), properties, consent }];
  },
  'customer.created': identified,
  'customer.updated': identified,
  'customer.subscription.created': subscription(begun),
  'customer.subscription.updated': subscription(updated),
  'customer.subscription.deleted': subscription(() => 'Subscription Cancelled'),
  'customer.subscription.trial_will_end': subscription(() => 'Trial Ending'),
  'invoice.paid': invoicePaid,
  'invoice.payment_failed': named('Invoice Payment Failed', (invoice) => ({
    ...invoiceProperties(invoice),
    invoice_url: text(invoice.hosted_invoice_url, 2_000),
    attempts: invoice.attempt_count,
  })),
  'payment_intent.succeeded': paid,
  'payment_intent.payment_failed': named('Payment Failed', paymentProperties),
  'charge.refunded': ({ object, before }) => [
    {
      name: 'Order Refunded',
      person: payer(object),
      properties: refundProperties(object, before),
    },
  ],
};

/** What nobody has mapped is an event all the same, named after its type, when it says whose it is. */
const unmapped: Read = ({ type, object }) => [
  {
    name: namedAfter('Stripe', type),
    person: object.object === 'customer' ? customerPerson(object) : payer(object),
    properties: plainFields(object),
  },
];

export const partsOf: Read = (told) =>
  ((Object.hasOwn(types, told.type) ? types[told.type] : undefined) ?? unmapped)(told);
