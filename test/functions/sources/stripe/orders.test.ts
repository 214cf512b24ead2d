import { describe, expect, it } from 'vitest';
import { verify } from '../../../../functions/sources/hook/verify.ts';
import { stripe } from '../../../../functions/sources/stripe/stripe.ts';
import { purchaseOf } from '../../../../workflows/model/purchase.ts';
import { haveFixtures } from '../../../support/fixtures.ts';
import { hookRequest, readHook, recordedHook } from '../../../support/hooks.ts';
import { charge, invoice, session, stripeEvent } from './bodies.ts';

const told = (type: string, object: object, before?: object) =>
  readHook(stripe, stripeEvent(type, object, before)).events;
const checkout = (others: object) => told('checkout.session.completed', { ...session, ...others });

describe('a checkout of Stripe', () => {
  it('is Order Completed in the words of Segment, with the person who paid', () => {
    expect(checkout({})).toMatchObject([
      {
        name: 'Order Completed',
        email: 'sara@example.com',
        anonymous: 'stripe/shop/cus_1',
        source: 'stripe/shop',
        timestamp: Date.UTC(2026, 10, 22, 11, 59),
        traits: {
          name: 'سارا Żółć',
          stripe_customer_id: 'cus_1',
          address: { street: 'Mokotowska 1', city: 'Warszawa', country: 'PL' },
        },
        properties: {
          order_id: 'pi_1',
          checkout_id: 'cs_1',
          total: 49.9,
          subtotal: 40,
          tax: 4.9,
          shipping: 5,
          currency: 'PLN',
          reference: 'basket-7',
          metadata: { campaign: 'spring' },
        },
      },
    ]);
  });

  it.each([
    ['jpy', 4990, 4990],
    ['KRW', 50_000, 50_000],
    ['isk', 500, 5],
    ['kwd', 5120, 5.12],
    ['usd', 1, 0.01],
    ['usd', 999_999_999_999, 9_999_999_999.99],
    ['usd', 4990.5, undefined],
    ['usd', '4990', undefined],
  ])('in %s of %j is of %j', (currency, amount_total, total) => {
    expect(checkout({ currency, amount_total })[0]?.properties?.total).toBe(total);
  });

  it('that is paid for days later is an order only then', () => {
    expect(checkout({ payment_status: 'unpaid' })).toMatchObject([{ name: 'Checkout Completed' }]);
    expect(told('checkout.session.async_payment_succeeded', session)).toMatchObject([
      { name: 'Order Completed' },
    ]);
    expect(checkout({ mode: 'setup' })).toMatchObject([{ name: 'Checkout Completed' }]);
    expect(checkout({ payment_status: 'no_payment_required' })[0]?.name).toBe('Order Completed');
  });

  it('and its invoice are one order, whichever comes first', () => {
    const subscribed = { mode: 'subscription', payment_intent: null, invoice: 'in_1' };
    const [order] = checkout(subscribed);
    expect(told('invoice.paid', invoice)[0]?.id).toBe(order?.id);
    expect(told('invoice.paid', { ...invoice, id: 'in_2' })[0]?.id).not.toBe(order?.id);
  });

  it('keeps the wish that was made in it, also when its invoice has told of the order before', () => {
    const wish = (promotions: unknown) => checkout({ consent: { promotions } }).slice(1);
    expect(wish('opt_in')).toMatchObject([
      { type: 'identify', consent: { status: 'subscribed', method: 'checkout', detail: 'opt_in' } },
    ]);
    expect(wish('opt_out')).toMatchObject([{ consent: { status: 'unsubscribed' } }]);
    for (const unclear of [null, '', true, 'OPT_IN', {}]) expect(wish(unclear)).toEqual([]);
  });

  it('that was left to expire can be come back to', () => {
    const after_expiration = { recovery: { url: 'https://buy.stripe.com/r/1' } };
    expect(told('checkout.session.expired', { ...session, after_expiration })).toMatchObject([
      { name: 'Checkout Expired', properties: { checkout_url: 'https://buy.stripe.com/r/1' } },
    ]);
  });
});

describe('an invoice of Stripe', () => {
  it('that is paid is an order', () => {
    const [event] = told('invoice.paid', invoice);
    expect(event).toMatchObject({
      name: 'Order Completed',
      properties: {
        order_id: 'in_1',
        subscription_id: 'sub_1',
        total: 49.2,
        subtotal: 40,
        products: [{ product_id: 'prod_1', sku: 'price_1', price: 20, quantity: 2 }],
      },
    });
    expect(event && purchaseOf(event)).toMatchObject({ amount: '40', currency: 'PLN' });
  });

  it('of nothing is no order, as at the start of a trial', () => {
    expect(told('invoice.paid', { ...invoice, amount_paid: 0 })[0]?.name).toBe('Invoice Paid');
  });

  it('that could not be paid says where to pay it', () => {
    expect(told('invoice.payment_failed', invoice)).toMatchObject([
      {
        name: 'Invoice Payment Failed',
        properties: { invoice_url: 'https://invoice.stripe.com/i/1', attempts: 1 },
      },
    ]);
  });
});

describe('a payment of Stripe', () => {
  const payment = {
    id: 'pi_1',
    amount: 4990,
    amount_received: 4990,
    currency: 'pln',
    customer: 'cus_1',
  };
  const settings = { orders: 'payment' };

  it('is no order beside its checkout, unless payments are what orders are: then checkouts are none', () => {
    const names = (type: string, object: object, set: Record<string, string> = {}) =>
      readHook(stripe, stripeEvent(type, object), { settings: set }).events.map(({ name }) => name);
    expect(names('payment_intent.succeeded', payment)).toEqual(['Payment Succeeded']);
    expect(names('payment_intent.succeeded', payment, settings)).toEqual(['Order Completed']);
    expect(names('checkout.session.completed', session, settings)).toEqual(['Checkout Completed']);
    expect(names('invoice.paid', invoice, settings)).toEqual(['Invoice Paid']);
  });

  it('that is given back in parts takes each part off its order', () => {
    const [first] = told('charge.refunded', charge, { amount_refunded: 0 });
    const [second] = told(
      'charge.refunded',
      { ...charge, amount_refunded: 4990 },
      { amount_refunded: 1000 },
    );
    expect([first, second].map((event) => event && purchaseOf(event))).toMatchObject([
      { id: 'pi_1', amount: '10' },
      { id: 'pi_1', amount: '39.9' },
    ]);
  });
});

describe.runIf(haveFixtures)('the recorded event', () => {
  it('is signed by Stripe and becomes an order with consent', () => {
    const { secret, headers, body } = recordedHook('stripe');
    const receivedAt = 1_795_305_260_000;
    const request = hookRequest(stripe, body, { headers, receivedAt });
    expect(verify(request, 'stripe', [secret])).toBeUndefined();
    expect(readHook(stripe, body, { headers, receivedAt }).events).toMatchObject([
      {
        name: 'Order Completed',
        email: 'sara@example.com',
        properties: { total: 49.9, order_id: 'cs_test_1' },
      },
      { name: 'Contact Identified', consent: { status: 'subscribed', method: 'checkout' } },
    ]);
  });
});
