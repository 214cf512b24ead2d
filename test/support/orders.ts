// Order events of one person, by the day on which they happen.
import type { Event, Fields } from '../../workflows/model/event.ts';

export const day = 86_400_000;
/** A Monday at nine. */
export const start = Date.UTC(2026, 0, 5, 9);

export const said = (name: string, on: number, properties: Fields = {}): Event => ({
  id: `evt-${name}-${on}`,
  type: 'track',
  name,
  timestamp: start + on * day,
  receivedAt: start + on * day,
  source: 'test',
  properties: properties as NonNullable<Event['properties']>,
});

/** An order of these products. */
export const basket = (on: number, ...products: readonly string[]): Event =>
  said('Order Completed', on, { products: products.map((id) => ({ product_id: id })) });
