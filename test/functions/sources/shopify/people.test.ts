import { describe, expect, it } from 'vitest';
import { shopify } from '../../../../functions/sources/shopify/shopify.ts';
import { readHook } from '../../../support/hooks.ts';
import { checkout, customer, order } from './bodies.ts';

const told = (topic: string, body: string | object) =>
  readHook(shopify, body, { headers: { 'x-shopify-topic': topic } });
const consentIn = (email_marketing_consent: unknown, others: object = {}) =>
  told('customers/update', { ...customer, ...others, email_marketing_consent }).events[0]?.consent;

describe('a customer of Shopify', () => {
  it('is identified with what is known of them', () => {
    expect(told('customers/update', customer).events).toMatchObject([
      {
        type: 'identify',
        name: 'Contact Identified',
        email: 'sara@example.com',
        anonymous: 'shopify/shop/115310627314723',
        traits: { first_name: 'سارا', shopify_customer_id: '115310627314723' },
        timestamp: Date.UTC(2026, 10, 22, 11),
      },
    ]);
  });

  it('consents only by a clear yes, withdraws by a clear no, and says nothing by anything else', () => {
    const at = '2026-10-01T12:00:00+02:00';
    expect(consentIn({ state: 'unsubscribed', consent_updated_at: at })).toMatchObject({
      status: 'unsubscribed',
      at: Date.UTC(2026, 9, 1, 10),
    });
    for (const state of ['not_subscribed', 'pending', 'invalid', 'redacted', '', null, true, {}])
      expect(consentIn({ state, consent_updated_at: at })).toBeUndefined();
    expect(
      consentIn(null, { accepts_marketing: true, buyer_accepts_marketing: true }),
    ).toBeUndefined();
  });

  it('whose yes has no date gave it when they became a customer, or never: it must not undo a later no', () => {
    const yes = { state: 'subscribed', opt_in_level: 'single_opt_in', consent_updated_at: null };
    expect(consentIn(yes)?.at).toBe(Date.UTC(2026, 0, 5, 9));
    expect(consentIn(yes, { created_at: undefined })).toBeUndefined();
    expect(consentIn({ ...yes, state: 'unsubscribed' }, { created_at: undefined })).toMatchObject({
      status: 'unsubscribed',
    });
  });

  it('may say so in a webhook of its own', () => {
    const body = {
      customer_id: 706405506930370000,
      email_address: 'bob@example.com',
      email_marketing_consent: {
        state: 'unsubscribed',
        opt_in_level: 'single_opt_in',
        consent_updated_at: '2026-11-22T11:00:00Z',
      },
    };
    expect(told('customers_email_marketing_consent/update', body).events).toMatchObject([
      { email: 'bob@example.com', consent: { status: 'unsubscribed', detail: 'single_opt_in' } },
    ]);
  });
});

describe('a checkout of Shopify', () => {
  it('is started once for every basket, with the address to come back to', () => {
    const [first] = told('checkouts/create', checkout).events;
    expect(first).toMatchObject({
      name: 'Checkout Started',
      properties: {
        checkout_id: checkout.token,
        checkout_url: checkout.abandoned_checkout_url,
        total: 64.9,
      },
    });
    const later = { ...checkout, updated_at: '2026-11-22T11:58:00Z', phone: '+48' };
    expect(told('checkouts/update', later).events[0]?.id).toBe(first?.id);
    expect(told('checkouts/update', { ...later, total_price: '99.90' }).events[0]?.id).not.toBe(
      first?.id,
    );
  });

  it('of nobody says nothing, nor does one that has become an order', () => {
    const nothing = { events: [], rejected: [] };
    expect(told('checkouts/create', { ...checkout, email: null })).toEqual(nothing);
    const over = { ...checkout, completed_at: '2026-11-22T11:59:00Z' };
    expect(told('checkouts/update', over)).toEqual(nothing);
  });
});

describe('another topic of Shopify', () => {
  it('is an event named after it when it says whose it is', () => {
    expect(told('orders/partially_fulfilled', order).events).toMatchObject([
      {
        name: 'Shopify Orders Partially Fulfilled',
        email: 'sara@example.com',
        properties: { name: '#1001', total_price: '64.90' },
      },
    ]);
  });

  it.each(['products/update', 'carts/update', 'constructor', '__proto__'])(
    'is set aside when it does not: %s',
    (topic) => {
      const { events, rejected } = told(topic, { id: 1, title: 'Kubek' });
      expect(events).toEqual([]);
      expect(rejected).toMatchObject([
        { reason: expect.stringMatching(/^(?:Nobody|Shopify does not)/) },
      ]);
    },
  );

  it('must be named', () => {
    expect(readHook(shopify, order).rejected).toMatchObject([
      { reason: 'The X-Shopify-Topic header is missing.' },
    ]);
  });
});
