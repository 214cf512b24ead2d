// Shopify's orders, checkouts and refunds in the words of Segment's e-commerce events.
import { productsOf } from '../hook/deed.ts';
import { type Foreign, list, record, text } from '../hook/foreign.ts';
import { amount, currencyCode } from '../hook/money.ts';
import { idOf } from './customer.ts';

export const orderProperties = (order: Foreign): Foreign => ({
  order_id: idOf(order),
  order_name: text(order.name, 100),
  checkout_id: text(order.checkout_token, 100),
  ...sums(order),
  payment_status: text(order.financial_status, 50),
  channel: text(order.source_name, 100),
  tags: text(order.tags),
  products: productsOf(order.line_items, product),
  ...(order.test === true && { test: true }),
});

/** The address to come back to is what a reminder of an abandoned checkout links to. */
export const checkoutProperties = (checkout: Foreign): Foreign => ({
  checkout_id: text(checkout.token, 100),
  checkout_url: text(checkout.abandoned_checkout_url, 2_000),
  ...sums(checkout),
  products: productsOf(checkout.line_items, product),
});

const sums = (told: Foreign): Foreign => ({
  total: amount(told.total_price),
  subtotal: amount(told.subtotal_price),
  tax: amount(told.total_tax),
  shipping: amount(record(record(told.total_shipping_price_set).shop_money).amount),
  discount: amount(told.total_discounts),
  coupon: text(record(list(told.discount_codes)[0]).code, 100),
  currency: currencyCode(told.currency),
});

const product = (line: Foreign): Foreign => ({
  product_id: text(line.product_id, 100) ?? text(line.variant_id, 100) ?? text(line.sku, 100),
  variant_id: text(line.variant_id, 100),
  sku: text(line.sku, 100),
  name: text(line.title, 200) ?? text(line.name, 200),
  variant: text(line.variant_title, 200),
  brand: text(line.vendor, 100),
  price: amount(line.price),
  quantity: amount(line.quantity),
});

/** What was given back: for the products, and in all. A refund may be of an amount without any product. */
export function refundProperties(refund: Foreign, order: Foreign): Foreign {
  const lines = list(refund.refund_line_items).map(record);
  const paid = list(refund.transactions)
    .map(record)
    .filter(({ kind, status }) => kind === 'refund' && (status ?? 'success') === 'success');
  return {
    order_id: idOf(order),
    refund_id: idOf(refund),
    order_name: text(order.name, 100),
    total: sum(paid.map((transaction) => transaction.amount)),
    subtotal: lines.length > 0 ? sum(lines.map(({ subtotal }) => subtotal)) : undefined,
    currency: currencyCode(order.currency),
    products: productsOf(lines, ({ line_item, quantity }) => ({
      ...product(record(line_item)),
      quantity: amount(quantity),
    })),
  };
}

/** In hundredths, so that 0.1 and 0.2 are 0.3; no currency of Shopify has more than thousandths. */
const sum = (amounts: readonly unknown[]): number =>
  amounts.reduce<number>((all, one) => all + Math.round((amount(one) ?? 0) * 1_000), 0) / 1_000;
