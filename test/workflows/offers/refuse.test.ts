// Why an offer is not made to somebody.
import { describe, expect, it } from 'vitest';
import type { Grant } from '../../../workflows/model/offer.ts';
import type { Chooser } from '../../../workflows/offers/choose.ts';
import { goods, pick, reasons } from '../../support/chooser.ts';
import { day, start as now } from '../../support/orders.ts';

describe('an offer is not made', () => {
  const first = { strategy: 'first_eligible' } as const;
  const grant = (at: number, given: Partial<Grant> = {}): Grant => ({
    id: 'grt_1',
    offer: 'tv',
    campaign: 'test',
    enrollment: 'enr_1',
    at,
    until: at + 30 * day,
    redeemedBy: 'Order Completed',
    ...given,
  });
  const refused = (offer: object, given: Partial<Chooser> = {}) =>
    pick(
      { products: goods, offers: [{ id: 'tv', product: 'cable-tv', ...offer }] },
      { ...first, ...given },
    ).rejected[0]?.because;

  it.each([
    ['that is not active', { active: false }, {}, 'is not active'],
    ['that has ended', { expires: { on: '2026-01-05T09:00:00Z' } }, {}, 'ended on 2026-01-05'],
    ['of a product nobody knows', { product: 'gone' }, {}, 'gone is not in the catalog'],
    ['of what they have', { product: 'phone' }, {}, 'they have phone since 2026-01-04'],
    [
      'while it runs',
      { again: '1 day' },
      { grants: [grant(now - 2 * day)] },
      'they have it until 2026-02-02',
    ],
    [
      'twice, unless it says when',
      {},
      { grants: [grant(now - 99 * day)] },
      'they had it on 2025-09-28, and it is offered once',
    ],
    [
      'again too soon',
      { again: '90 days' },
      { grants: [grant(now - 80 * day)] },
      'they had it on 2025-10-17, and not again within 90 days',
    ],
    [
      'to who is not eligible',
      { eligibility: { attribute: 'tenure', op: 'gte', value: 3 } },
      { ask: () => ({ held: false, because: 'tenure is 1' }) },
      'not eligible: tenure is 1',
    ],
    ['when none is left', { stock: 5 }, { take: () => false }, 'none is left'],
  ])('%s', (_, offer, given, because) => {
    expect(refused(offer, given)).toBe(because);
  });

  it('but is made again when its time has passed, redeemed or not', () => {
    const past = [grant(now - 91 * day)];
    expect(refused({ again: '90 days' }, { grants: past })).toBeUndefined();
    const taken = [grant(now - 2 * day, { redeemedAt: now - day })];
    expect(refused({ again: '1 day' }, { grants: taken })).toBeUndefined();
  });

  it('but a discount on what they have is, where no complement is asked', () => {
    expect(refused({ kind: 'discount', product: 'phone' })).toBeUndefined();
  });

  it('that nobody made', () => {
    const choice = pick({}, { from: ['nothing'], ...first });
    expect(reasons(choice)).toEqual([['nothing', undefined, 'there is no such offer']]);
  });
});
