// Which products fit a contact: what goes with what they bought, or the next step up from what they own.
import type { Catalog } from '../model/catalog.ts';
import { basketOf, type Owned } from '../model/owned.ts';
import type { Product } from '../model/product.ts';
import type { Instant } from '../model/time.ts';

/** Why each product fits, by its id, the best first. */
export type Fits = ReadonlyMap<string, string>;

/** The marketer's rules go before what orders tell. */
export function complements(catalog: Catalog, owned: Owned, orderedAt: Instant): Fits {
  const basket = basketOf(owned, orderedAt);
  const fits = new Map<string, string>();
  const add = (product: string, because: string) => {
    if (!basket.includes(product) && !fits.has(product)) fits.set(product, because);
  };
  const products = basket.flatMap((id) => catalog.products.get(id) ?? []);
  for (const { name, complements: chosen } of products)
    for (const id of chosen) add(id, `goes with ${name}, by the marketer's rule`);
  for (const { product, because } of boughtTogether(catalog, basket)) add(product, because);
  return fits;
}

/** The likeliest first, whichever product of the basket they go with. */
function boughtTogether({ products, companions }: Catalog, basket: readonly string[]) {
  const found = basket.flatMap((id) => {
    const name = products.get(id)?.name ?? id;
    return (companions.get(id) ?? []).map((one) => ({ ...one, name }));
  });
  return found
    .sort((a, b) => b.confidence - a.confidence || b.lift - a.lift)
    .map(({ product, name, confidence, lift, count }) => {
      const often = `${Math.round(confidence * 100)}% of its ${Math.round(count / confidence)} orders`;
      const because = `bought together with ${name} in ${often}, ${lift.toFixed(1)} times chance`;
      return { product, because };
    });
}

/** From the highest level that is owned of each ladder; ladders bought from last go first. */
export function stepsUp({ products }: Catalog, owned: Owned): Fits {
  const newest = Object.entries(owned).sort(([, a], [, b]) => b - a);
  const mine = newest.flatMap(([id]) => products.get(id) ?? []);
  const ladders = new Set(mine.flatMap(({ ladder }) => ladder?.name ?? []));
  const steps = [...ladders].flatMap((name) => {
    const from = highest(mine, name);
    const to = from && nextAbove(products, from);
    return from && to ? [[to.id, `the next step up from ${from.name}`] as const] : [];
  });
  return new Map(steps);
}

const level = ({ ladder }: Product): number => ladder?.level ?? 0;
const onLadder = (all: Iterable<Product>, name: string): Product[] =>
  [...all].filter(({ ladder }) => ladder?.name === name);

const highest = (owned: readonly Product[], name: string): Product | undefined =>
  onLadder(owned, name).sort((a, b) => level(b) - level(a))[0];

const nextAbove = (products: Catalog['products'], from: Product): Product | undefined =>
  onLadder(products.values(), from.ladder?.name ?? '')
    .filter((one) => one.active && level(one) > level(from))
    .sort((a, b) => level(a) - level(b))[0];
