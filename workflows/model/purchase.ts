// A purchase as an order event tells it, in the names of Segment's e-commerce events. What a shop leaves out
// or writes wrongly is left out here; an order is never refused for it.
import { add, compare, decimal, multiply } from './decimal.ts';
import type { Event, Fields, Json } from './event.ts';
import { currencyOf } from './money.ts';
import type { Instant } from './time.ts';

export interface Item {
  readonly product: string;
  readonly quantity: number;
  /** Decimal text, of one piece. */
  readonly price?: string;
}

export interface Purchase {
  /** Refunds and cancellations name it; without one it is the event's own id. */
  readonly id: string;
  readonly at: Instant;
  /** Decimal text: what it brought, without shipping and tax where the shop says so. */
  readonly amount?: string;
  readonly currency?: string;
  readonly items: readonly Item[];
}

/** Items of one order that are read. */
const mostItems = 200;

export const isBought = (event: Event): boolean => event.name === 'Order Completed';
export const isUndone = (event: Event): boolean =>
  event.name === 'Order Refunded' || event.name === 'Order Cancelled';

/** Reads an order event: completed, refunded or cancelled alike. */
export function purchaseOf({ id, timestamp, properties = {} }: Event): Purchase {
  const said = properties as Fields;
  const items = itemsOf(said);
  const amount = amountOf(said, items);
  const currency = currencyOf(said.currency);
  return {
    id: idOf(first(said, 'order_id', 'orderId', 'checkout_id')) ?? id,
    at: timestamp,
    ...(amount === undefined ? {} : { amount }),
    ...(currency === undefined ? {} : { currency }),
    items,
  };
}

const first = (fields: Fields, ...names: readonly string[]): Json | undefined =>
  names
    .map((name) => (Object.hasOwn(fields, name) ? fields[name] : undefined))
    .find((value) => value !== undefined && value !== null && value !== '');

function idOf(value: Json | undefined): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const id = String(value).trim();
  return id !== '' && id.length <= 100 && !(id in {}) ? id : undefined;
}

/** Segment's `revenue` is what stays of an order; the others follow as the next best. */
function amountOf(said: Fields, items: readonly Item[]): string | undefined {
  const told = ['revenue', 'subtotal', 'total', 'value']
    .map((name) => positive(said[name]))
    .find((value) => value !== undefined);
  if (told !== undefined) return told;
  const priced = items.filter(({ price }) => price !== undefined);
  if (priced.length === 0) return undefined;
  return priced.reduce(
    (sum, { price = '0', quantity }) => add(sum, multiply(price, String(quantity))),
    '0',
  );
}

function positive(value: Json | undefined): string | undefined {
  const text = decimal(value);
  return text !== undefined && compare(text, '0') >= 0 ? text : undefined;
}

/** The list of products; or the one product that the event itself names. */
function itemsOf(said: Fields): Item[] {
  const { products } = said;
  if (!Array.isArray(products)) return itemOf(said);
  return (products as readonly Json[]).slice(0, mostItems).flatMap(itemOf);
}

function itemOf(said: Json): Item[] {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return [];
  const fields = said as Fields;
  const product = idOf(first(fields, 'product_id', 'productId', 'sku'));
  if (product === undefined) return [];
  const price = positive(fields.price);
  const quantity = quantityOf(fields.quantity);
  return [{ product, quantity, ...(price === undefined ? {} : { price }) }];
}

function quantityOf(value: Json | undefined): number {
  const count = Number(decimal(value) ?? 1);
  return count > 0 && count < 1e6 ? count : 1;
}
