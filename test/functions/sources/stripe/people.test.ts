import { describe, expect, it } from 'vitest';
import { stripe } from '../../../../functions/sources/stripe/stripe.ts';
import { readHook } from '../../../support/hooks.ts';
import { invoice, stripeEvent, subscription } from './bodies.ts';

const told = (type: string, object: object, before?: object) =>
  readHook(stripe, stripeEvent(type, object, before)).events;
const named = (type: string, others: object, before?: object) =>
  told(`customer.subscription.${type}`, { ...subscription, ...others }, before).map(
    ({ name }) => name,
  );

describe('a customer of Stripe', () => {
  it('is identified, so that what names the customer alone finds the contact', () => {
    const customer = {
      id: 'cus_1',
      object: 'customer',
      email: 'sara@example.com',
      name: 'سارا Żółć',
      phone: '+48501501501',
      address: { city: 'Warszawa', country: 'PL' },
      preferred_locales: ['fa'],
    };
    const [known] = told('customer.updated', customer);
    expect(known).toMatchObject({
      type: 'identify',
      email: 'sara@example.com',
      anonymous: 'stripe/shop/cus_1',
      traits: { name: 'سارا Żółć', locale: 'fa', stripe_customer_id: 'cus_1' },
    });
    expect(told('customer.subscription.created', subscription)).toMatchObject([
      { anonymous: known?.anonymous },
    ]);
    expect(told('invoice.paid', { ...invoice, customer })[0]?.anonymous).toBe(known?.anonymous);
  });
});

describe('a subscription of Stripe', () => {
  it('is told with its plan and its price', () => {
    expect(told('customer.subscription.created', subscription)).toMatchObject([
      {
        name: 'Subscription Started',
        properties: {
          subscription_id: 'sub_1',
          status: 'active',
          plan: 'Pro',
          product_id: 'prod_1',
          price: 20,
          currency: 'PLN',
          quantity: 2,
          interval: 'month',
          cancel_at_period_end: false,
          current_period_end: '2026-12-22T00:00:00.000Z',
        },
      },
    ]);
  });

  it('starts when it is paid for, and a trial when it is not', () => {
    expect(named('created', { status: 'trialing' })).toEqual(['Trial Started']);
    expect(named('created', { status: 'incomplete' })).toEqual([]);
    expect(named('updated', {}, { status: 'incomplete' })).toEqual(['Subscription Started']);
    expect(named('updated', {}, { status: 'trialing' })).toEqual(['Subscription Started']);
    expect(named('updated', { status: 'trialing' }, { status: 'incomplete' })).toEqual([
      'Trial Started',
    ]);
    expect(named('updated', {}, { status: 'past_due' })).toEqual(['Subscription Updated']);
    expect(named('trial_will_end', { status: 'trialing' })).toEqual(['Trial Ending']);
  });

  it('that will not be renewed says so once, before it ends', () => {
    const leaving = { cancel_at_period_end: true };
    expect(named('updated', leaving, { cancel_at_period_end: false })).toEqual([
      'Subscription Cancellation Requested',
    ]);
    expect(named('updated', leaving, { quantity: 1 })).toEqual(['Subscription Updated']);
    expect(named('deleted', { status: 'canceled' })).toEqual(['Subscription Cancelled']);
  });
});

describe('another event of Stripe', () => {
  it('is named after its type, and its secrets are left out', () => {
    const object = {
      customer: 'cus_1',
      amount: 5,
      client_secret: 'seti_1_secret_x',
      livemode: true,
    };
    const [event] = told('setup_intent.succeeded', object);
    expect(event).toMatchObject({
      name: 'Stripe Setup Intent Succeeded',
      anonymous: 'stripe/shop/cus_1',
    });
    expect(event?.properties).toEqual({ customer: 'cus_1', amount: 5, livemode: true });
  });

  it('of nobody is set aside, and so is what is no event', () => {
    const { rejected } = readHook(stripe, stripeEvent('balance.available', { object: 'balance' }));
    expect(rejected).toMatchObject([{ reason: expect.stringMatching(/^Nobody/) }]);
    for (const body of [{}, { id: 'evt_1', type: 'customer.created' }, [], null, 'x', 1])
      expect(readHook(stripe, JSON.stringify(body)).rejected).toHaveLength(1);
  });

  it('is one however often Stripe sends it', () => {
    const body = stripeEvent('payment_intent.payment_failed', { id: 'pi_1', customer: 'cus_1' });
    const ids = [body, { ...body, pending_webhooks: 3 }].map(
      (one) => readHook(stripe, one).events[0]?.id,
    );
    expect(ids[0]).toBe(ids[1]);
  });
});
