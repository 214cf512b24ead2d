// WooCommerce's orders in the words of Segment's e-commerce events. They come whole at every change, so each event
// has the id and the time of the deed itself: told again, it is the same.
import { type Deed, productsOf } from '../hook/deed.ts';
import { type Foreign, list, record, text } from '../hook/foreign.ts';
import { amount, currencyCode } from '../hook/money.ts';
import { readInstant } from '../instant.ts';
import { buyer } from './customer.ts';

const names: Readonly<Record<string, readonly string[]>> = {
  pending: ['Checkout Started'],
  'on-hold': ['Order Placed'],
  processing: ['Order Completed'],
  // What needs no shipping is paid and done in one.
  completed: ['Order Completed', 'Order Fulfilled'],
  cancelled: ['Order Cancelled'],
  refunded: [],
  failed: ['Payment Failed'],
};

/** When it happened, by name; when the order was made for all others. */
const times: Readonly<Record<string, string>> = {
  'Order Completed': 'date_paid_gmt',
  'Order Fulfilled': 'date_completed_gmt',
  'Order Cancelled': 'date_modified_gmt',
  'Payment Failed': 'date_modified_gmt',
};

/** Nothing for a status that is the shop's own, and for a draft. */
export function orderDeeds(order: Foreign): readonly Deed[] {
  const id = text(order.id, 100) ?? '';
  const status = text(order.status) ?? '';
  const told = (Object.hasOwn(names, status) ? names[status] : undefined) ?? [];
  const person = buyer(order);
  const deeds = told.map((name) => ({
    name,
    id: [name, id],
    person,
    properties: orderProperties(order),
    at: readInstant(order[times[name] ?? '']) ?? readInstant(order.date_created_gmt),
  }));
  return [...deeds, ...refundsOf(order, person, id)];
}

/** Refunds have no time of their own, and are told with every later change: they are dated with their order. */
function refundsOf(order: Foreign, person: Deed['person'], id: string): readonly Deed[] {
  const name = 'Order Refunded';
  const at = readInstant(order.date_paid_gmt) ?? readInstant(order.date_created_gmt);
  const { order_id, order_name, currency } = orderProperties(order);
  return list(order.refunds)
    .map(record)
    .map((refund) => ({
      name,
      id: [name, id, text(refund.id, 100) ?? ''],
      person,
      properties: {
        order_id,
        order_name,
        currency,
        refund_id: text(refund.id, 100),
        total: positive(refund.total),
        reason: text(refund.reason),
      },
      at,
    }));
}

const positive = (value: unknown): number | undefined => {
  const told = amount(value);
  return told === undefined ? undefined : Math.abs(told);
};

export function orderProperties(order: Foreign): Foreign {
  const [total, tax, shipping] = [order.total, order.total_tax, order.shipping_total].map(amount);
  return {
    order_id: text(order.id, 100),
    order_name: text(order.number, 100),
    checkout_url: order.status === 'pending' ? text(order.payment_url, 2_000) : undefined,
    total,
    subtotal: total === undefined ? undefined : cents(total - (tax ?? 0) - (shipping ?? 0)),
    tax,
    shipping,
    discount: amount(order.discount_total),
    coupon: text(record(list(order.coupon_lines)[0]).code, 100),
    currency: currencyCode(order.currency),
    status: text(order.status, 50),
    payment_method: text(order.payment_method_title, 100),
    channel: text(order.created_via, 100),
    products: productsOf(order.line_items, product),
  };
}

function product(line: Foreign): Foreign {
  const quantity = amount(line.quantity) || 1;
  const total = amount(line.total);
  return {
    product_id: text(line.product_id, 100),
    variant_id: line.variation_id === 0 ? undefined : text(line.variation_id, 100),
    sku: text(line.sku, 100),
    name: text(line.name, 200),
    price: amount(line.price) ?? (total === undefined ? undefined : cents(total / quantity)),
    quantity,
  };
}

/** Sums of hundredths are off in the last digits of a double. */
const cents = (value: number): number => Math.round(value * 1_000) / 1_000;
