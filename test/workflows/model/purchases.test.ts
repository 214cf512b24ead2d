// Purchases: small sums of all orders, the same whatever the order in which their events arrive.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event, Fields } from '../../../workflows/model/event.ts';
import { purchaseOf } from '../../../workflows/model/purchase.ts';
import { noPurchases, type Purchases, recordOrder } from '../../../workflows/model/purchases.ts';
import { day, said, start } from '../../support/orders.ts';

const order = (id: string, on: number, revenue: number | string = 10): Event =>
  said('Order Completed', on, { order_id: id, revenue, currency: 'EUR' });
const cancel = (id: string, on: number) => said('Order Cancelled', on, { order_id: id });
const refund = (id: string, on: number, total?: number) =>
  said('Order Refunded', on, { order_id: id, ...(total === undefined ? {} : { total }) });

const purchasesOf = (...events: readonly Event[]): Purchases =>
  events.reduce((known, event) => recordOrder(known, event), noPurchases);

describe('a purchase', () => {
  it('is read from an order event of Segment', () => {
    const event = said('Order Completed', 0, {
      order_id: '50314b8e',
      total: 27.5,
      revenue: 25,
      currency: 'usd',
      products: [
        { product_id: '507f1f', sku: '45790-32', price: 19, quantity: 1, category: 'Games' },
        { sku: '46493-32', price: '3', quantity: '2' },
        { name: 'A gift without an id' },
        'nonsense',
      ],
    });
    expect(purchaseOf(event)).toEqual({
      id: '50314b8e',
      at: start,
      amount: '25',
      currency: 'USD',
      items: [
        { product: '507f1f', quantity: 1, price: '19' },
        { product: '46493-32', quantity: 2, price: '3' },
      ],
    });
  });

  it('is worth its items where no sum is told', () => {
    const products = [
      { product_id: 'a', price: '0.10', quantity: 3 },
      { product_id: 'b', price: 0.2 },
    ] as Fields[];
    expect(purchaseOf(said('Order Completed', 0, { products })).amount).toBe('0.5');
    expect(purchaseOf(said('Order Completed', 0, { products: [] })).amount).toBeUndefined();
  });

  it('of one product may name it itself', () => {
    const event = said('Order Completed', 0, { product_id: 'plan-s', price: 9 });
    expect(purchaseOf(event).items).toEqual([{ product: 'plan-s', quantity: 1, price: '9' }]);
  });

  it('of odd values is read as far as it goes', () => {
    const odd = {
      order_id: { a: 1 },
      revenue: 'many',
      currency: 5,
      products: [{ sku: '__proto__' }],
    };
    const event = said('Order Completed', 0, odd);
    expect(purchaseOf(event)).toEqual({ id: event.id, at: start, items: [] });
  });

  it.each([-1, 0, 'x', 1e9])('of quantity %j is of one piece', (quantity) => {
    const event = said('Order Completed', 0, { product_id: 'a', quantity });
    expect(purchaseOf(event).items[0]?.quantity).toBe(1);
  });
});

describe('purchases', () => {
  it('of one moment are kept in one order, whichever arrives first', () => {
    const [one, other] = [order('a', 1), order('b', 1)];
    expect(purchasesOf(other, one)).toEqual(purchasesOf(one, other));
  });

  it('count, add up, and remember the days', () => {
    const known = purchasesOf(order('a', 0, '10.10'), order('b', 7, 0.2), order('c', 7.1, 5));
    expect(known).toMatchObject({ count: 3, total: '15.3', currency: 'EUR' });
    expect([known.first, known.last]).toEqual([start, start + 7.1 * day]);
    expect(known.days).toEqual([20_458, 20_465]);
  });

  it('know an order that is told twice', () => {
    const known = purchasesOf(order('a', 0));
    expect(recordOrder(known, { ...order('a', 1), id: 'other' })).toBe(known);
  });

  it('lose an order that is cancelled, before or after it arrives, however often it is told', () => {
    const gone = { count: 1, total: '10', first: start, last: start, days: [20_458] };
    expect(purchasesOf(order('a', 0), order('b', 3), cancel('b', 4))).toMatchObject(gone);
    expect(purchasesOf(order('a', 0), cancel('b', 4), order('b', 3), order('b', 3))).toMatchObject(
      gone,
    );
    expect(purchasesOf(order('a', 0), order('b', 3), cancel('b', 4), order('b', 5))).toMatchObject(
      gone,
    );
  });

  it('lose what is refunded', () => {
    expect(purchasesOf(order('a', 0, 10), refund('a', 1, 4))).toMatchObject({
      count: 1,
      total: '6',
    });
    expect(purchasesOf(refund('a', 1, 4), order('a', 0, 10))).toMatchObject({
      count: 1,
      total: '6',
    });
    expect(purchasesOf(order('a', 0, 10), refund('a', 1, 4), refund('a', 2, 6)).count).toBe(0);
    expect(purchasesOf(refund('a', 1, 4), refund('a', 2, 6), order('a', 0, 10)).count).toBe(0);
    expect(purchasesOf(order('a', 0, 10), refund('a', 1))).toMatchObject({ count: 0, total: '0' });
  });

  it('begin anew after the only order was cancelled', () => {
    const known = purchasesOf(order('a', 0), cancel('a', 1), order('b', 30));
    expect(known).toMatchObject({ count: 1, first: start + 30 * day, last: start + 30 * day });
  });

  it('count an order in another currency, and add nothing', () => {
    const foreign = said('Order Completed', 1, { order_id: 'b', revenue: 900, currency: 'SEK' });
    expect(purchasesOf(order('a', 0), foreign)).toMatchObject({
      count: 2,
      total: '10',
      currency: 'EUR',
    });
  });

  it('leave other events alone', () => {
    expect(recordOrder(noPurchases, said('Order Updated', 0))).toBe(noPurchases);
  });

  it('stay small', () => {
    const busy = purchasesOf(...Array.from({ length: 500 }, (_, at) => order(`order-${at}`, at)));
    expect(busy).toMatchObject({ count: 500, total: '5000' });
    expect(JSON.stringify(busy).length).toBeLessThan(1_200);
  });

  it('come out the same in any order of arrival', () => {
    const told = fc.array(
      fc.record({ on: fc.integer({ min: 0, max: 40 }), gone: fc.boolean(), part: fc.boolean() }),
      { minLength: 1, maxLength: 8 },
    );
    const events = told.map((orders) =>
      orders.flatMap(({ on, gone, part }, at) => [
        order(`o-${at}`, on, 10),
        ...(gone ? [cancel(`o-${at}`, on + 1)] : []),
        ...(part ? [refund(`o-${at}`, on + 2, 3)] : []),
      ]),
    );
    const shuffled = events.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    const sums = ({ count, total, days, first, last }: Purchases) =>
      count === 0 ? { count, total, days } : { count, total, days, first, last };
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(sums(purchasesOf(...other))).toEqual(sums(purchasesOf(...all)));
      }),
    );
  });
});
