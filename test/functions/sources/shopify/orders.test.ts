import { describe, expect, it } from 'vitest';
import { verify } from '../../../../functions/sources/hook/verify.ts';
import { shopify } from '../../../../functions/sources/shopify/shopify.ts';
import { purchaseOf } from '../../../../workflows/model/purchase.ts';
import { haveFixtures } from '../../../support/fixtures.ts';
import { hookRequest, type Posted, readHook, recordedHook } from '../../../support/hooks.ts';
import { order, refund } from './bodies.ts';

const told = (topic: string, body: string | object, settings = {}, posted: Posted = {}) =>
  readHook(shopify, body, { headers: { 'x-shopify-topic': topic }, settings, ...posted });
const namesOf = (topic: string, body: object, settings = {}) =>
  told(topic, body, settings).events.map(({ name }) => name);

describe('an order of Shopify', () => {
  it('is Order Completed in the words of Segment, with the person who placed it', () => {
    const { events, rejected } = told('orders/create', order);
    expect(rejected).toEqual([]);
    expect(events).toMatchObject([
      {
        name: 'Order Completed',
        email: 'sara@example.com',
        anonymous: 'shopify/shop/115310627314723',
        source: 'shopify/shop',
        timestamp: Date.UTC(2026, 10, 22, 11, 30),
        traits: {
          email: 'sara@example.com',
          first_name: 'سارا',
          last_name: 'Żółć',
          phone: '+48501501501',
          locale: 'pl-PL',
          shopify_customer_id: '115310627314723',
          address: {
            street: 'Mokotowska 1',
            city: 'Warszawa',
            postal_code: '00-640',
            country: 'PL',
          },
        },
        properties: {
          order_id: '450789469',
          order_name: '#1001',
          total: 64.9,
          subtotal: 49.9,
          tax: 9.33,
          shipping: 15,
          discount: 5,
          coupon: 'WIOSNA',
          currency: 'PLN',
          products: [
            { product_id: '632910392', sku: 'MUG-1', name: 'Kubek', price: 24.95, quantity: 2 },
          ],
        },
        consent: { status: 'subscribed', detail: 'confirmed_opt_in', at: Date.UTC(2026, 9, 1, 10) },
      },
    ]);
  });

  it('is completed when it is placed or when it is paid, as set, and never at both', () => {
    const paid = { completed_on: 'paid' };
    expect(namesOf('orders/create', order)).toEqual(['Order Completed']);
    expect(namesOf('orders/paid', order)).toEqual(['Order Paid']);
    expect(namesOf('orders/create', order, paid)).toEqual(['Order Placed']);
    expect(namesOf('orders/paid', order, paid)).toEqual(['Order Completed']);
  });

  it('is one event however often it is told, and whatever was changed in between', () => {
    const again = { ...order, tags: 'vip', updated_at: '2026-11-22T13:00:00+01:00' };
    expect(told('orders/create', again).events[0]?.id).toBe(
      told('orders/create', order).events[0]?.id,
    );
    expect(
      told('orders/create', { ...order, id: 2, admin_graphql_api_id: null }).events[0]?.id,
    ).not.toBe(told('orders/create', order).events[0]?.id);
  });

  it('is cancelled, paid and fulfilled only when its body says so: the topic is not signed', () => {
    const cancelled = { ...order, cancelled_at: '2026-11-22T12:00:00+01:00' };
    expect(namesOf('orders/cancelled', cancelled)).toEqual(['Order Cancelled']);
    expect(namesOf('orders/fulfilled', { ...order, fulfillment_status: 'fulfilled' })).toEqual([
      'Order Fulfilled',
    ]);
    for (const [topic, body] of [
      ['orders/cancelled', order],
      ['orders/fulfilled', order],
      ['orders/paid', { ...order, financial_status: 'pending' }],
    ] as const)
      expect(told(topic, body)).toMatchObject({
        events: [],
        rejected: [{ reason: `The order does not bear out "${topic}".` }],
      });
  });

  it('keeps ids that no double can hold', () => {
    const body = JSON.stringify({ ...order, admin_graphql_api_id: undefined }).replace(
      '450789469',
      '820982911946154508',
    );
    expect(told('orders/create', body).events[0]?.properties?.order_id).toBe('820982911946154508');
  });

  it('is set aside when it was last changed days ago, as in a recorded request', () => {
    const { rejected } = told('orders/create', order, {}, { receivedAt: Date.UTC(2026, 10, 25) });
    expect(rejected).toMatchObject([{ reason: expect.stringContaining('Stale') }]);
  });
});

describe('a refund of Shopify', () => {
  it('is told with its order, and takes as much off it as was paid back for the products', () => {
    const [event] = told('orders/updated', { ...order, refunds: [refund] }).events;
    expect(event).toMatchObject({
      name: 'Order Refunded',
      email: 'sara@example.com',
      properties: {
        order_id: '450789469',
        total: 39.95,
        subtotal: 24.95,
        currency: 'PLN',
        products: [{ product_id: '632910392', quantity: 1 }],
      },
    });
    expect(event && purchaseOf(event)).toMatchObject({ id: '450789469', amount: '24.95' });
  });

  it('that is days old was told before', () => {
    const old = { ...refund, created_at: '2026-11-20T12:00:00+01:00' };
    expect(told('orders/updated', { ...order, refunds: [old] }).events).toEqual([]);
    expect(told('orders/updated', order)).toEqual({ events: [], rejected: [] });
  });

  it('alone is of nobody, and says what to send instead', () => {
    expect(told('refunds/create', refund).rejected).toMatchObject([
      { reason: expect.stringContaining('"orders/updated" instead') },
    ]);
  });
});

describe.runIf(haveFixtures)('the recorded order', () => {
  it('is signed by Shopify and becomes an order', () => {
    const { secret, headers, body } = recordedHook('shopify-orders-create');
    const posted = { headers, receivedAt: Date.UTC(2026, 2, 21, 10, 0, 1) };
    expect(verify(hookRequest(shopify, body, posted), 'shopify', [secret])).toBeUndefined();
    expect(readHook(shopify, body, posted).events).toMatchObject([
      {
        name: 'Order Completed',
        email: 'sara@example.com',
        timestamp: Date.UTC(2026, 2, 21, 10),
        properties: { order_id: '820982911946154508', total: 49.9, currency: 'PLN' },
        consent: { status: 'subscribed', at: Date.UTC(2026, 2, 21, 9, 30) },
      },
    ]);
  });
});
