import { describe, expect, it } from 'vitest';
import { verify } from '../../../../functions/sources/hook/verify.ts';
import { woocommerce } from '../../../../functions/sources/woocommerce/woocommerce.ts';
import { purchaseOf } from '../../../../workflows/model/purchase.ts';
import { haveFixtures } from '../../../support/fixtures.ts';
import { hookRequest, readHook, recordedHook } from '../../../support/hooks.ts';
import { customer, order } from './bodies.ts';

const told = (topic: string, body: object) =>
  readHook(woocommerce, body, { headers: { 'x-wc-webhook-topic': topic } });
const updated = (others: object) => told('order.updated', { ...order, ...others }).events;
const namesOf = (status: string) => updated({ status }).map(({ name }) => name);

describe('an order of WooCommerce', () => {
  it('is Order Completed in the words of Segment once it is paid, with the person on the bill', () => {
    const { events } = told('order.created', order);
    expect(events).toMatchObject([
      {
        name: 'Order Completed',
        email: 'sara@example.com',
        anonymous: 'woocommerce/shop/26',
        source: 'woocommerce/shop',
        timestamp: Date.UTC(2026, 10, 20, 10, 1),
        traits: {
          first_name: 'سارا',
          last_name: 'Żółć',
          woocommerce_customer_id: '26',
          address: { street: 'Mokotowska 1', postal_code: '00-640', country: 'PL' },
        },
        properties: {
          order_id: '727',
          total: 29.35,
          subtotal: 18,
          tax: 1.35,
          shipping: 10,
          discount: 2,
          coupon: 'wiosna',
          currency: 'PLN',
          products: [{ product_id: '93', sku: 'MUG', name: 'Kubek', price: 9, quantity: 2 }],
        },
      },
    ]);
    expect(events[0] && purchaseOf(events[0])).toMatchObject({ id: '727', amount: '18' });
    expect(events[0]?.properties).not.toHaveProperty('checkout_url');
  });

  it.each([
    ['pending', ['Checkout Started']],
    ['on-hold', ['Order Placed']],
    ['processing', ['Order Completed']],
    ['completed', ['Order Completed', 'Order Fulfilled']],
    ['cancelled', ['Order Cancelled']],
    ['failed', ['Payment Failed']],
    ['checkout-draft', []],
    ['constructor', []],
  ])('that is %s tells %j', (status, names) => {
    expect(namesOf(status)).toEqual(names);
  });

  it('is completed once, at the time it was paid, however often and for whatever it is changed', () => {
    const [first] = told('order.created', order).events;
    const later = {
      date_modified_gmt: '2026-12-01T10:00:00',
      date_completed_gmt: '2026-12-01T10:00:00',
    };
    for (const status of ['processing', 'completed']) {
      const [again] = updated({ ...later, status });
      expect([again?.id, again?.timestamp]).toEqual([first?.id, first?.timestamp]);
    }
  });

  it('of a guest is of their address alone', () => {
    const [event] = updated({ customer_id: 0 });
    expect(event).not.toHaveProperty('anonymous');
    expect(event?.traits).not.toHaveProperty('woocommerce_customer_id');
  });

  it('that waits to be paid can be come back to', () => {
    expect(updated({ status: 'pending' })[0]?.properties?.checkout_url).toBe(order.payment_url);
  });

  it('is refunded part by part, each part once', () => {
    const refunds = [
      { id: 9, reason: 'Broken', total: '-10.00' },
      { id: 10, reason: '', total: '-8.00' },
    ];
    const events = updated({ status: 'refunded', refunds });
    expect(
      events.map((event) => [event.name, purchaseOf(event).id, purchaseOf(event).amount]),
    ).toEqual([
      ['Order Refunded', '727', '10'],
      ['Order Refunded', '727', '8'],
    ]);
    const [first] = updated({ status: 'processing', refunds: refunds.slice(0, 1) }).slice(1);
    expect([first?.id, first?.timestamp]).toEqual([events[0]?.id, events[0]?.timestamp]);
  });
});

describe('another webhook of WooCommerce', () => {
  it('identifies a customer', () => {
    expect(told('customer.updated', customer).events).toMatchObject([
      {
        type: 'identify',
        email: 'sara@example.com',
        anonymous: 'woocommerce/shop/26',
        traits: { first_name: 'سارا', last_name: 'Żółć', email: 'sara@example.com' },
      },
    ]);
  });

  it.each([
    ['order.deleted', /who|whose/],
    ['customer.deleted', /whose/],
    ['product.created', /nobody's/],
    ['coupon.restored', /nobody's/],
    ['action.some_hook', /^Nobody/],
  ])('%s of nobody is set aside', (topic, reason) => {
    const { events, rejected } = told(topic, { id: 727 });
    expect(events).toEqual([]);
    expect(rejected).toMatchObject([{ reason: expect.stringMatching(reason) }]);
  });

  it.each([{ hello: 1 }, { id: 727 }, { status: 'processing' }])(
    'that says it is an order and is none is set aside: %j',
    (body) => {
      const { events, rejected } = told('order.created', body);
      expect(events).toEqual([]);
      expect(rejected).toMatchObject([{ reason: expect.stringContaining('This is no order') }]);
    },
  );

  it('must name its topic', () => {
    expect(readHook(woocommerce, order).rejected).toHaveLength(1);
  });
});

describe('the ping of WooCommerce', () => {
  const greet = (body: string, headers = {}, method = 'POST') =>
    woocommerce.greet?.({ ...hookRequest(woocommerce, body, { headers }), method });

  it('gets exactly 200', () => {
    expect(greet('webhook_id=3')).toMatchObject({ statusCode: 200 });
    expect(greet('webhook_id=18446744073709551615\n')).toMatchObject({ statusCode: 200 });
  });

  it.each([
    '',
    'webhook_id=',
    'webhook_id=3&email=a@example.com',
    'webhook_id=x',
    '{"webhook_id":3}',
  ])('is not %j', (body) => {
    expect(greet(body)).toBeUndefined();
  });

  it('is unsigned, and POSTed', () => {
    expect(greet('webhook_id=3', { 'x-wc-webhook-signature': 'x' })).toBeUndefined();
    expect(greet('webhook_id=3', {}, 'GET')).toBeUndefined();
  });
});

describe.runIf(haveFixtures)('the recorded webhooks', () => {
  it('are an order that is signed by WooCommerce', () => {
    const { secret, headers, body } = recordedHook('woocommerce-order-created');
    const request = hookRequest(woocommerce, body, { headers });
    expect(verify(request, 'woocommerce', [secret])).toBeUndefined();
    expect(readHook(woocommerce, body, { headers }).events).toMatchObject([
      {
        name: 'Order Completed',
        email: 'sara@example.com',
        properties: { order_id: '727', total: 29.35 },
      },
    ]);
  });

  it('and a ping that is not', () => {
    const { secret, headers, body } = recordedHook('woocommerce-ping');
    const request = hookRequest(woocommerce, body, { headers });
    expect(verify(request, 'woocommerce', [secret])).toBe('no signature');
    expect(woocommerce.greet?.(request)?.statusCode).toBe(200);
  });
});
