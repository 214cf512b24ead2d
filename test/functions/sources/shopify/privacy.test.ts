// What Shopify asks by law: each body bears out its own topic, and nothing is turned into an erasure.
import { describe, expect, it } from 'vitest';
import { shopify } from '../../../../functions/sources/shopify/shopify.ts';
import { readHook } from '../../../support/hooks.ts';

const shop = { shop_id: 954889, shop_domain: 'sklep.myshopify.com' };
const customer = { id: 115310627314723, email: 'Sara@Example.com', phone: '+48123456789' };
const bodies = {
  'customers/data_request': {
    ...shop,
    ...{ customer, orders_requested: [299938], data_request: { id: 9999 } },
  },
  'customers/redact': { ...shop, customer, orders_to_redact: [299938] },
  'shop/redact': shop,
};
const topics = Object.keys(bodies) as (keyof typeof bodies)[];

const told = (topic: string, body: object) =>
  readHook(shopify, body, { headers: { 'x-shopify-topic': topic } });

describe('a privacy request of Shopify', () => {
  it.each([
    ['customers/data_request', 'disclose'],
    ['customers/redact', 'erase'],
  ] as const)('%s is about one customer', (topic, ask) => {
    const of = { email: 'Sara@Example.com', anonymous: 'shopify/shop/115310627314723' };
    const { events, rejected, requests } = told(topic, bodies[topic]);
    expect([events, rejected]).toEqual([[], []]);
    expect(requests).toMatchObject([{ ask, of }]);
    expect(told(topic, bodies[topic]).requests).toEqual(requests);
  });

  it('shop/redact is left to a person', () => {
    const { requests, rejected } = told('shop/redact', shop);
    expect(requests).toBeUndefined();
    expect(rejected).toMatchObject([{ reason: expect.stringMatching(/a person decides/) }]);
  });

  it.each(
    topics.flatMap((topic) =>
      topics.flatMap((other) => (other === topic ? [] : [[topic, other] as const])),
    ),
  )('%s is not taken for the body of %s', (topic, other) => {
    const { requests, rejected } = told(topic, bodies[other]);
    expect(requests).toBeUndefined();
    expect(rejected).toMatchObject([{ reason: `The body does not bear out "${topic}".` }]);
  });

  it('that names nobody is set aside', () => {
    const { requests, rejected } = told('customers/redact', { ...shop, orders_to_redact: [] });
    expect(requests).toBeUndefined();
    expect(rejected).toMatchObject([{ reason: expect.stringMatching(/^It names nobody/) }]);
  });

  it('is never made of an order', () => {
    const order = { id: 1, email: 'a@example.com', customer, line_items: [] };
    for (const topic of topics) expect(told(topic, order).requests).toBeUndefined();
  });
});
