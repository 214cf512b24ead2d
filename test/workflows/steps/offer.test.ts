// The offer step: what is granted is kept with the contact, shown in mails, and taken up by an event.
import { describe, expect, it } from 'vitest';
import { Missing } from '../../../workflows/engine/missing.ts';
import { campaignDocument } from '../../../workflows/model/campaign.ts';
import { offer } from '../../../workflows/model/offer.ts';
import { campaign } from '../../support/campaign.ts';
import { catalogWith } from '../../support/catalog.ts';
import { openDiaryIn, sara, start } from '../../support/diary.ts';
import type { Surroundings } from '../../support/engine.ts';

const day = 86_400_000;
const catalog = catalogWith({
  products: [
    { id: 'phone', name: 'Phone', complements: ['cable-tv'] },
    {
      id: 'cable-tv',
      name: 'Cable TV',
      price: '19.9',
      currency: 'EUR',
      image_url: 'https://example.com/tv.png',
    },
  ],
  offers: [
    {
      id: 'tv',
      name: 'Free cable TV',
      product: 'cable-tv',
      eligibility: { attribute: 'tenure', op: 'gte', value: 3 },
      expires: { after: '10 days' },
      stock: 100,
      value: '19.9',
      code: 'TV4U',
    },
  ],
});

const cross = campaign(`
trigger: { event: Order Completed }
reentry: always
steps:
  - offer: { from: [tv], strategy: complement }
    granted: [{ send: offer }]
    none: [{ send: thanks }]
`);
const order = (...ids: readonly string[]) => ({
  properties: { products: ids.map((id) => ({ product_id: id })) },
});
const customer = (tenure: number) => ({ ...sara, traits: { ...sara.traits, tenure } });
const granted: Surroundings = { catalog, stock: () => 'granted' };

const bought = (tenure: number, around: Surroundings = granted) =>
  openDiaryIn(around, cross)
    .event('Contact Identified', customer(tenure))
    .event('Order Completed', order('phone'));

describe('an offer step', () => {
  it('grants what fits, and says why', () => {
    const { lines, draft } = bought(5);
    expect(lines).toEqual([
      "day 0: Free cable TV: goes with Phone, by the marketer's rule",
      'day 0: email offer',
      'day 0: completed',
    ]);
    expect(draft.contact.grants).toMatchObject([
      { offer: 'tv', product: 'cable-tv', campaign: 'test', at: start, until: start + 10 * day },
    ]);
  });

  it('hands the mail what it may show', () => {
    expect(bought(5).draft.messages[0]?.offer).toEqual({
      id: 'tv',
      name: 'Free cable TV',
      kind: 'product',
      value: '19.9',
      code: 'TV4U',
      until: '2026-01-15T09:00:00.000Z',
      product: {
        id: 'cable-tv',
        name: 'Cable TV',
        price: '19.9',
        currency: 'EUR',
        image_url: 'https://example.com/tv.png',
      },
    });
  });

  it('goes the other way when there is nothing to offer, and says why', () => {
    const diary = bought(1);
    expect(diary.lines).toEqual(['day 0: offer: none', 'day 0: email thanks', 'day 0: completed']);
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({
        kind: 'branched',
        path: 'none',
        because: expect.stringMatching(/^no offer to make; Free cable TV not eligible: tenure/),
      }),
    );
    expect(diary.draft.contact.grants).toBeUndefined();
    expect(diary.draft.messages[0]?.offer).toBeUndefined();
  });

  it('offers nothing where there is no catalog', () => {
    expect(bought(5, {}).lines).toContain('day 0: offer: none');
  });

  it('makes the same offer once', () => {
    const { lines } = bought(5).pass('60 days').event('Order Completed', order('phone'));
    expect(lines.slice(-3)).toEqual([
      'day 60: offer: none',
      'day 60: email thanks',
      'day 60: completed',
    ]);
  });

  it('asks for its unit of stock under an id that is the same at every try', () => {
    const asked: string[][] = [];
    const stock = (...one: [string, string]): 'granted' => {
      asked.push(one);
      if (asked.length < 3) throw new Missing({ kind: 'stock', offer: one[0], grant: one[1] });
      return 'granted';
    };
    const diary = openDiaryIn({ catalog, stock }, cross).event('Contact Identified', customer(5));
    const [first, second] = [1, 2].map(() => {
      try {
        return diary.event('Order Completed', { ...order('phone'), id: 'order' });
      } catch (error) {
        return (error as Missing).wanted;
      }
    });
    expect(first).toEqual(second);
    diary.event('Order Completed', { ...order('phone'), id: 'order' });
    expect(new Set(asked.map(([, grant]) => grant)).size).toBe(1);
    expect(diary.draft.contact.grants?.[0]?.id).toBe(asked[0]?.[1]);
  });

  it('goes the other way when stock has run out', () => {
    const { lines } = bought(5, { catalog, stock: () => 'out_of_stock' });
    expect(lines).toContain('day 0: offer: none');
  });
});

describe('a granted offer', () => {
  it('is redeemed by an order of its product, at what that brought', () => {
    const products = [{ product_id: 'cable-tv', price: 19.9, quantity: 1 }];
    const diary = bought(5).pass('9 days').event('Order Completed', { properties: { products } });
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({ kind: 'redeemed', offer: 'tv', campaign: 'test', value: '19.9' }),
    );
    expect(diary.draft.contact.grants?.[0]).toMatchObject({ redeemedAt: start + 9 * day });
  });

  it('is not redeemed after its end', () => {
    const diary = bought(5).pass('11 days').event('Order Completed', order('cable-tv'));
    expect(diary.transitions.map(({ kind }) => kind)).not.toContain('redeemed');
  });
});

describe('a document', () => {
  const problem = (given: object) =>
    offer.safeParse({ id: 'x', name: 'X', kind: 'discount', ...given }).error?.issues[0]?.message;

  it('of an offer says by what it is redeemed', () => {
    expect(problem({})).toMatch(/without a product needs a redemption/);
    expect(problem({ redemption: { event: 'Coupon Used' } })).toBeUndefined();
  });

  it('of an offer asks the contact alone, and nothing that would have to be remembered', () => {
    const redemption = { event: 'Coupon Used' };
    const asking = (eligibility: object) => problem({ redemption, eligibility });
    expect(asking({ property: 'total', op: 'gte', value: 3 })).toMatch(/not to an event/);
    expect(asking({ op: 'performed', event: 'Order Completed' })).toMatch(/remembers no events/);
    expect(asking({ op: 'in_segment', segment: 'vip' })).toBeUndefined();
  });

  it('of a step takes the whole catalog when it names no offers', () => {
    const { steps } = campaignDocument.parse({
      name: 'x',
      trigger: { event: 'e' },
      steps: [{ offer: {} }],
    });
    expect(steps[0]).toEqual({ offer: { from: 'catalog', strategy: 'first_eligible' } });
  });
});
