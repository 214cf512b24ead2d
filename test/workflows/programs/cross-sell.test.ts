// The cross-sell program, by its diaries: what goes with an order, and the next step up where life and purse allow it.
import { describe, expect, it } from 'vitest';
import { catalogWith, shippedCatalog } from '../../support/catalog.ts';
import { type Diary, openDiaryIn, programVersion, sara, start } from '../../support/diary.ts';
import type { Surroundings } from '../../support/engine.ts';

const crossSell = await programVersion('cross-sell');
const upSell = await programVersion('up-sell');
const catalog = shippedCatalog('cross-sell');
const around: Surroundings = { catalog, stock: () => 'granted' };

const year = 365 * 86_400_000;
const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
const customer = (traits: object = {}) => ({
  email: sara.email,
  traits: { ...sara.traits, ...traits },
});
const longStanding = customer({ customer_since: iso(start - 5 * year) });
const order = (...ids: readonly string[]) => ({
  properties: { products: ids.map((id) => ({ product_id: id })) },
});
const shown = ({ draft }: Diary) => draft.messages.map(({ offer }) => offer?.id);
const productOf = ({ draft }: Diary) => draft.messages[0]?.offer?.product;

describe('the cross-sell program', () => {
  const bought = (who: object, given: Surroundings, ...ids: readonly string[]) =>
    openDiaryIn(given, crossSell)
      .event('Contact Identified', who)
      .event('Order Completed', order(...ids));

  it('offers a telecom customer of long standing a first cable-TV subscription, free', () => {
    const diary = bought(longStanding, around, 'mobile-m').pass('30 days');
    expect(diary.lines).toEqual([
      "day 3: A year of Cable TV, free: goes with Mobile M, by the marketer's rule; " +
        '10% off what goes with it for Cable TV comes after it; ' +
        '10% off what goes with it for Fibre 500 comes after it',
      'day 3: email complement-offer',
      'day 14: email complement-reminder',
      'day 14: completed',
    ]);
    expect(shown(diary)).toEqual(['free-cable-tv', 'free-cable-tv']);
  });

  it('offers a new customer a little off what goes with the order', () => {
    const who = customer({ customer_since: iso(start - year) });
    const diary = bought(who, around, 'mobile-m').pass('4 days');
    expect(shown(diary)).toEqual(['goes-with-it']);
    expect(productOf(diary)).toMatchObject({ id: 'cable-tv' });
    expect(diary.lines[0]).toContain('A year of Cable TV, free not eligible: customer_since');
  });

  it('does not offer what they have', () => {
    const diary = openDiaryIn(around, crossSell)
      .event('Contact Identified', longStanding)
      .event('Order Completed', order('cable-tv'))
      .pass('60 days')
      .event('Order Completed', order('mobile-m'))
      .pass('4 days');
    expect(productOf(diary)).toMatchObject({ id: 'fibre' });
    expect(diary.lines.at(-2)).toMatch(/^day 63: 10% off .* they have Cable TV since 2026-01-05/);
  });

  it('follows what orders tell, where no rule of the marketer is left', () => {
    const companions = {
      'mesh-router': [{ product: 'fibre', count: 30, confidence: 0.3, lift: 2 }],
    };
    const learned = { ...catalog, companions: catalogWith({ companions }).companions };
    const diary = bought(customer(), { ...around, catalog: learned }, 'mesh-router').pass('4 days');
    expect(productOf(diary)).toMatchObject({ id: 'fibre' });
    expect(diary.lines[0]).toContain('bought together with Mesh router in 30% of its 100 orders');
  });

  it('says nothing when there is nothing to offer, and keeps the reason', () => {
    const diary = bought(customer(), around, 'something-else').pass('30 days');
    expect(diary.lines).toEqual(['day 3: offer: none', 'day 3: completed']);
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({
        because: expect.stringContaining('does not go with what they bought'),
      }),
    );
  });

  it.each([
    ['orders again', 'Order Completed', 'goal'],
    ['takes the subscription', 'Subscription Started', 'exit'],
    ['sends the order back', 'Order Refunded', 'exit'],
  ])('reminds nobody who %s', (_, event, ending) => {
    const diary = bought(longStanding, around, 'mobile-m').pass('5 days').event(event);
    expect(diary.pass('30 days').lines.filter((line) => !line.includes('not entered'))).toEqual([
      expect.stringMatching(/^day 3: A year of Cable TV/),
      'day 3: email complement-offer',
      `day 5: ${ending}`,
    ]);
  });

  it('counts the free year as taken up when the subscription starts', () => {
    const diary = bought(longStanding, around, 'mobile-m')
      .pass('5 days')
      .event('Subscription Started', { properties: { product_id: 'cable-tv' } });
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({ kind: 'redeemed', offer: 'free-cable-tv', value: '178.8' }),
    );
  });

  it('falls back when the free years have run out', () => {
    const given: Surroundings = { catalog, stock: () => 'out_of_stock' };
    const diary = bought(longStanding, given, 'mobile-m').pass('4 days');
    expect(shown(diary)).toEqual(['goes-with-it']);
    expect(diary.lines[0]).toContain('A year of Cable TV, free none is left');
  });

  it('leaves alone who is resting', () => {
    const diary = bought(customer({ tags: ['resting'] }), around, 'mobile-m').pass('30 days');
    expect(diary.lines).toEqual(['day 0: not entered (not_in_audience)']);
  });
});

describe('the up-sell program', () => {
  const insured = (traits: object, ...covers: readonly string[]) =>
    openDiaryIn(around, upSell)
      .event('Contact Identified', customer({ policy_since: '2024-03-01', ...traits }))
      .event('Order Completed', order(...covers))
      .pass('60 days');
  const family = { life_stage: 'family', household_income: 52_000 };

  it('offers a family the next wider cover, a month before the policy renews', () => {
    const diary = insured(family, 'home-basic');
    expect(diary.lines).toEqual([
      'day 25: A wider home cover for Home cover Plus: the next step up from Home cover Basic',
      'day 25: email wider-cover',
      'day 25: completed',
    ]);
    expect(productOf(diary)).toMatchObject({ id: 'home-plus', price: '12.5' });
  });

  it.each([
    ['who lives otherwise', { ...family, life_stage: 'student' }, 'not eligible: life_stage'],
    [
      'who could hardly pay it',
      { ...family, household_income: 18_000 },
      'not eligible: household_income',
    ],
  ])('offers nothing to somebody %s, and keeps the reason', (_, traits, because) => {
    const diary = insured(traits, 'home-basic');
    expect(diary.lines).toEqual(['day 25: offer: none', 'day 25: completed']);
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({ path: 'none', because: expect.stringContaining(because) }),
    );
  });

  it('offers nothing to who has the widest', () => {
    expect(insured(family, 'home-complete').lines).toContain('day 25: offer: none');
  });

  it('asks once a year', () => {
    const diary = insured(family, 'home-basic').pass('600 days');
    expect(diary.lines.filter((line) => line.includes('email'))).toHaveLength(2);
  });
});
