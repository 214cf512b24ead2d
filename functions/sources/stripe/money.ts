// Stripe's payments in the words of Segment's e-commerce events. Amounts come in the smallest unit of their currency.
import { productsOf } from '../hook/deed.ts';
import { type Foreign, list, record, text } from '../hook/foreign.ts';
import { amount, currencyCode, fromMinor } from '../hook/money.ts';
import { idOf } from './customer.ts';

/** An order has one id wherever it is told of: that of its invoice, or of its payment when it has none. */
export const orderOf = (told: Foreign): string | undefined =>
  idOf(told.invoice) ?? idOf(told.payment_intent);

export function sessionProperties(session: Foreign): Foreign {
  const { currency } = session;
  const totals = record(session.total_details);
  return {
    order_id: orderOf(session) ?? text(session.id, 100),
    checkout_id: text(session.id, 100),
    ...amounts(currency, {
      total: session.amount_total,
      subtotal: session.amount_subtotal,
      tax: totals.amount_tax,
      shipping: totals.amount_shipping,
      discount: totals.amount_discount,
    }),
    mode: text(session.mode, 50),
    reference: text(session.client_reference_id, 200),
    products: productsOf(record(session.line_items).data, lineItem(currency)),
    metadata: metadataOf(session),
  };
}

export function invoiceProperties(invoice: Foreign): Foreign {
  const { currency } = invoice;
  const parent = record(record(invoice.parent).subscription_details);
  return {
    order_id: text(invoice.id, 100),
    invoice_number: text(invoice.number, 100),
    subscription_id: idOf(invoice.subscription) ?? idOf(parent.subscription),
    billing_reason: text(invoice.billing_reason, 50),
    ...amounts(currency, {
      total: invoice.total,
      subtotal: invoice.total_excluding_tax ?? invoice.subtotal,
      amount_due: invoice.amount_due,
    }),
    products: productsOf(record(invoice.lines).data, lineItem(currency)),
    metadata: metadataOf(invoice),
  };
}

/** Of a payment or of a charge. */
export const paymentProperties = (payment: Foreign): Foreign => ({
  payment_id: text(payment.id, 100),
  ...amounts(payment.currency, { total: payment.amount_received ?? payment.amount }),
  description: text(payment.description),
  failure: text(record(payment.last_payment_error).code, 100),
  metadata: metadataOf(payment),
});

/** What was given back this time: Stripe tells what was given back so far, and how much it was before. */
export function refundProperties(charge: Foreign, before: Foreign): Foreign {
  const [all, earlier] = [amount(charge.amount_refunded), amount(before.amount_refunded) ?? 0];
  return {
    order_id: orderOf(charge) ?? text(charge.id, 100),
    ...amounts(charge.currency, { total: all === undefined ? undefined : all - earlier }),
    metadata: metadataOf(charge),
  };
}

export function subscriptionProperties(subscription: Foreign): Foreign {
  const [item] = list(record(subscription.items).data).map(record);
  const price = record(item?.price);
  return {
    subscription_id: text(subscription.id, 100),
    status: text(subscription.status, 50),
    plan: text(price.nickname, 200) ?? text(price.lookup_key, 200) ?? text(price.id, 100),
    product_id: idOf(price.product),
    quantity: item?.quantity,
    ...amounts(price.currency ?? subscription.currency, { price: price.unit_amount }),
    interval: text(record(price.recurring).interval, 20),
    cancel_at_period_end: subscription.cancel_at_period_end,
    trial_end_date: isoDate(subscription.trial_end),
    current_period_end: isoDate(item?.current_period_end ?? subscription.current_period_end),
    cancellation_reason: text(record(subscription.cancellation_details).feedback, 100),
    metadata: metadataOf(subscription),
  };
}

/** What the owner's own code wrote there. */
const metadataOf = ({ metadata }: Foreign): Foreign | undefined => {
  const own = Object.entries(record(metadata)).slice(0, 50);
  return own.length === 0 ? undefined : Object.fromEntries(own);
};

const lineItem =
  (currency: unknown) =>
  (line: Foreign): Foreign => {
    const details = record(record(line.pricing).price_details);
    const price = record(line.price);
    const quantity = Math.max(0, amount(line.quantity) ?? 0) || 1;
    const total = fromMinor(line.amount_total ?? line.amount, line.currency ?? currency);
    return {
      product_id: idOf(price.product) ?? idOf(details.product),
      sku: text(price.lookup_key, 200) ?? idOf(price) ?? idOf(details.price),
      name: text(line.description, 200),
      price: total === undefined ? undefined : total / quantity,
      quantity,
    };
  };

const amounts = (currency: unknown, told: Foreign): Foreign => ({
  ...Object.fromEntries(
    Object.entries(told).map(([name, minor]) => [name, fromMinor(minor, currency)]),
  ),
  currency: currencyCode(currency),
});

const isoDate = (seconds: unknown): string | undefined =>
  typeof seconds === 'number' && Math.abs(seconds) < 8.64e12
    ? new Date(seconds * 1000).toISOString()
    : undefined;
