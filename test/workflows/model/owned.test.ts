// What a contact owns, as its orders tell.
import { describe, expect, it } from 'vitest';
import type { Event } from '../../../workflows/model/event.ts';
import { basketOf, type Owned, recordOwned } from '../../../workflows/model/owned.ts';
import { basket, day, said, start } from '../../support/orders.ts';

describe('what is owned', () => {
  const own = (...events: readonly Event[]): Owned =>
    events.reduce<Owned>((known, event) => recordOwned(known, event), {});

  it('is what was bought, and when last', () => {
    const known = own(basket(0, 'tea', 'cup'), basket(2, 'tea'), basket(1, 'tea'));
    expect(known).toEqual({ cup: start, tea: start + 2 * day });
  });

  it('is given back with a refund that names it', () => {
    const back = said('Order Refunded', 3, { products: [{ product_id: 'cup' }] });
    expect(own(basket(0, 'tea', 'cup'), back)).toEqual({ tea: start });
    const known = own(basket(0, 'tea'));
    expect(recordOwned(known, back)).toBe(known);
  });

  it('is forgotten from the 201st product on, the oldest first', () => {
    const many = Array.from({ length: 250 }, (_, at) => basket(at, `p-${at}`));
    const known = own(...many);
    expect(Object.keys(known)).toHaveLength(200);
    expect(known['p-49']).toBeUndefined();
    expect(known['p-249']).toBe(start + 249 * day);
  });

  it('tells the basket of an order, or else what was bought last', () => {
    const known = own(basket(0, 'a'), basket(1, 'b', 'c'), basket(2, 'd'), basket(3, 'e'));
    expect(basketOf(known, start + day)).toEqual(['b', 'c']);
    expect(basketOf(known, start + 9 * day)).toEqual(['e', 'd', 'b']);
  });
});
