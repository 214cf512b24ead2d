// Redeeming: which event takes up which grant, and what it brought.
import { describe, expect, it } from 'vitest';
import type { Event } from '../../../workflows/model/event.ts';
import type { Grant } from '../../../workflows/model/offer.ts';
import { redeemingEvent } from '../../../workflows/offers/grants.ts';
import { mayRedeem, redeem } from '../../../workflows/offers/redeem.ts';
import { catalogWith } from '../../support/catalog.ts';
import { basket, day, said, start } from '../../support/orders.ts';

const catalog = catalogWith({
  products: [{ id: 'cable-tv' }],
  offers: [
    { id: 'tv', product: 'cable-tv', value: '30' },
    {
      id: 'cut',
      kind: 'discount',
      value: '5',
      redemption: { event: 'Coupon Applied', measure: 'discount' },
    },
    {
      id: 'paid',
      redemption: { event: 'Plan Paid', where: { property: 'plan', op: 'equals', value: 'pro' } },
    },
  ],
});
const grant = (offer: string, given: Partial<Grant> = {}): Grant => ({
  id: `grt_${offer}`,
  offer,
  campaign: 'test',
  enrollment: 'enr_1',
  at: start,
  until: start + 10 * day,
  redeemedBy: redeemingEvent(catalog.offers.get(offer) ?? ({} as never)),
  ...given,
});
const take = (grants: readonly Grant[], event: Event, held = true) =>
  redeem(grants, event, { catalog, ask: () => ({ held }) });
const tv = grant('tv', { product: 'cable-tv' });

describe('an offer', () => {
  it('of a product is taken up by an order that holds it, at its price', () => {
    const products = [{ product_id: 'cable-tv', price: '12.50', quantity: 2 }];
    const done = take([tv], said('Order Completed', 3, { products }));
    const redeemed = { ...tv, redeemedAt: start + 3 * day, value: '25' };
    expect(done).toEqual({ grants: [redeemed], redeemed: [redeemed] });
  });

  it('is worth what it says where the order says no price', () => {
    expect(take([tv], basket(1, 'phone', 'cable-tv'))?.redeemed[0]?.value).toBe('30');
  });

  it('is not taken up by an order of something else', () => {
    expect(take([tv], basket(1, 'phone'))).toBeUndefined();
  });

  it('is taken up by the event that it names, at what that says', () => {
    const used = (properties: object) =>
      take([grant('cut')], said('Coupon Applied', 1, properties as never))?.redeemed[0]?.value;
    expect(used({ discount: 7.5 })).toBe('7.5');
    expect(used({ discount: 'much' })).toBe('5');
    expect(take([grant('cut', { product: 'cable-tv' })], basket(1, 'cable-tv'))).toBeUndefined();
  });

  it('is taken up only where its condition holds', () => {
    expect(take([grant('paid')], said('Plan Paid', 1), false)).toBeUndefined();
    expect(take([grant('paid')], said('Plan Paid', 1), true)?.redeemed).toHaveLength(1);
  });

  it.each([
    ['before it was granted', -1, {}],
    ['after its end', 11, {}],
    ['twice', 2, { redeemedAt: start + day }],
  ])('is not taken up %s', (_, on, given) => {
    const grants = [{ ...tv, ...given }];
    const event = basket(on, 'cable-tv');
    expect(mayRedeem(grants, event)).toBe(false);
    expect(take(grants, event)).toBeUndefined();
  });

  it('that the catalog has no more is still taken up by an order of its product', () => {
    const old = grant('forgotten', { product: 'cable-tv' });
    expect(take([old], basket(1, 'cable-tv'))?.redeemed[0]?.value).toBe('0');
    expect(take([grant('forgotten')], basket(1, 'cable-tv'))).toBeUndefined();
  });

  it('is taken up together with others by one event', () => {
    const two = [tv, grant('tv', { id: 'grt_2', product: 'cable-tv', at: start + day })];
    expect(take(two, basket(2, 'cable-tv'))?.redeemed).toHaveLength(2);
    expect(take([grant('cut'), tv], basket(2, 'cable-tv'))?.grants[0]).toEqual(grant('cut'));
  });
});
