// Choosing an offer: what fits, what speaks against it, and every reason told.
import { describe, expect, it } from 'vitest';
import { explain } from '../../../workflows/offers/explain.ts';
import { catalogWith } from '../../support/catalog.ts';
import { bundle, goods, name, ordered, pick, reasons } from '../../support/chooser.ts';
import { day, start as now } from '../../support/orders.ts';

describe('a complement', () => {
  it("is what the marketer's rule names, before what orders tell", () => {
    const companions = { phone: [{ product: 'charger', count: 90, confidence: 0.9, lift: 3 }] };
    const choice = pick({ products: goods, offers: [bundle], companions });
    expect(name(choice)).toEqual(['bundle', 'case']);
    expect(choice.chosen?.because).toBe("goes with phone, by the marketer's rule");
  });

  it('is what is bought together most likely, where there is no rule', () => {
    const products = [{ id: 'phone' }, { id: 'case' }, { id: 'charger' }];
    const companions = {
      phone: [
        { product: 'case', count: 20, confidence: 0.2, lift: 9 },
        { product: 'charger', count: 34, confidence: 0.34, lift: 2.1 },
      ],
    };
    const choice = pick({ products, offers: [bundle], companions });
    expect(name(choice)).toEqual(['bundle', 'charger']);
    expect(choice.chosen?.because).toBe(
      'bought together with phone in 34% of its 100 orders, 2.1 times chance',
    );
  });

  it('is not owned yet', () => {
    const owned = { phone: ordered, case: ordered - 9 * day };
    const choice = pick({ products: goods, offers: [bundle] }, { owned });
    expect(name(choice)).toEqual(['bundle', 'cable-tv']);
    expect(reasons(choice)).toEqual([['bundle', 'case', 'they have case since 2025-12-26']]);
  });

  it('of an offer with a product is that one, or nothing', () => {
    const offers = [
      { id: 'tv', product: 'cable-tv' },
      { id: 'juice', product: 'charger', priority: 9 },
    ];
    const choice = pick({ products: goods, offers });
    expect(name(choice)).toEqual(['tv', 'cable-tv']);
    expect(reasons(choice)).toEqual([['juice', 'charger', 'does not go with what they bought']]);
  });

  it('follows the priority of offers before the order of rules', () => {
    const offers = [
      { id: 'sleeve', product: 'case' },
      { id: 'tv', product: 'cable-tv', priority: 1 },
    ];
    const choice = pick({ products: goods, offers });
    expect(name(choice)).toEqual(['tv', 'cable-tv']);
    expect(reasons(choice)).toEqual([['sleeve', 'case', 'comes after it']]);
  });

  it('of an order long ago is one of what was bought last', () => {
    const choice = pick({ products: goods, offers: [bundle] }, { orderedAt: now - 99 * day });
    expect(name(choice)).toEqual(['bundle', 'case']);
  });
});

describe('the next step up', () => {
  const ladder = (level: number) => ({ name: 'cover', level });
  const covers = [
    { id: 'basic', ladder: ladder(1) },
    { id: 'plus', ladder: ladder(2), active: false },
    { id: 'wide', ladder: ladder(3) },
    { id: 'full', ladder: ladder(4) },
  ];
  const wider = { id: 'wider', redemption: { event: 'Cover Changed' } };
  const up = (owned: Record<string, number>) =>
    pick({ products: covers, offers: [wider] }, { strategy: 'next_step_up', owned });

  it('is the lowest level above the highest that is owned, of those that are sold', () => {
    expect(name(up({ basic: ordered }))).toEqual(['wider', 'wide']);
    expect(name(up({ basic: ordered, wide: ordered - day }))).toEqual(['wider', 'full']);
    expect(up({ basic: ordered }).chosen?.because).toBe('the next step up from basic');
  });

  it('is nothing for who is at the top, or on no ladder', () => {
    for (const owned of [{ full: ordered }, { phone: ordered }, {}] as Record<string, number>[])
      expect(reasons(up(owned))).toEqual([
        ['wider', undefined, 'is no next step up from what they own'],
      ]);
  });
});

describe('a choice', () => {
  const offers = ['a', 'b', 'c'].map((id) => ({ ...bundle, id }));

  it('asks for stock only of what it would choose, one after the other', () => {
    const asked: string[] = [];
    const take = ({ id }: { id: string }) => {
      asked.push(id);
      return id === 'b';
    };
    const choice = pick({ offers }, { strategy: 'first_eligible', take });
    expect(asked).toEqual(['a', 'b']);
    expect(reasons(choice)).toEqual([
      ['a', undefined, 'none is left'],
      ['c', undefined, 'comes after it'],
    ]);
  });

  it('keeps to the order of a list, and to priority in the catalog', () => {
    const ranked = [
      { ...bundle, id: 'a' },
      { ...bundle, id: 'z', priority: 5 },
    ];
    const first = { strategy: 'first_eligible' } as const;
    expect(name(pick({ offers: ranked }, { ...first, from: ['a', 'z'] }))).toEqual([
      'a',
      undefined,
    ]);
    expect(name(pick({ offers: ranked }, first))).toEqual(['z', undefined]);
  });

  it('is explained in words, with what was not chosen', () => {
    const listed = { products: goods, offers: [bundle, { id: 'juice', product: 'charger' }] };
    expect(explain(pick(listed), catalogWith(listed))).toBe(
      "bundle for case: goes with phone, by the marketer's rule; juice does not go with what they bought",
    );
    expect(explain(pick({}), catalogWith({}))).toBe('no offer to make');
  });

  it('is explained in at most a thousand characters', () => {
    const many = Array.from({ length: 90 }, (_, at) => ({
      ...bundle,
      id: `offer-${at}`,
      active: false,
    }));
    const text = explain(pick({ offers: many }, { strategy: 'first_eligible' }), catalogWith({}));
    expect(text.length).toBeLessThanOrEqual(1_000);
    expect(text).toMatch(/; and \d+ more$/);
  });
});
