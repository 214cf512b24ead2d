// Somebody who bought a phone yesterday, and what could be offered to them.
import { type Choice, type Chooser, choose } from '../../workflows/offers/choose.ts';
import { catalogWith, type Listed } from './catalog.ts';
import { day, start as now } from './orders.ts';

export const ordered = now - day;

function chooserOf(listed: Listed, given: Partial<Chooser> = {}): Chooser {
  return {
    from: 'catalog',
    strategy: 'complement',
    catalog: catalogWith(listed),
    owned: { phone: ordered },
    orderedAt: ordered,
    grants: [],
    now,
    ask: () => ({ held: true, because: 'asked' }),
    take: () => true,
    ...given,
  };
}

export const pick = (listed: Listed, given?: Partial<Chooser>): Choice =>
  choose(chooserOf(listed, given));
export const name = ({ chosen }: Choice) => chosen && [chosen.offer.id, chosen.product];
export const reasons = ({ rejected }: Choice) =>
  rejected.map(({ offer, product, because }) => [offer, product, because]);

const phone = { id: 'phone', complements: ['case', 'cable-tv'] };
export const goods = [phone, { id: 'case' }, { id: 'cable-tv' }, { id: 'charger' }];
export const bundle = { id: 'bundle', redemption: { event: 'Bundle Bought' } };
