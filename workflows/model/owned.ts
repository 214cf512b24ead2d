// Owned: which products a contact has bought, and when last. What was bought longest ago is forgotten first.
import { budget } from './budget.ts';
import type { Event } from './event.ts';
import { isBought, isUndone, purchaseOf } from './purchase.ts';
import type { Instant } from './time.ts';

/** When each product was bought last, by its id. */
export type Owned = Readonly<Record<string, Instant>>;

/** The same object when the event says nothing new. */
export function recordOwned(known: Owned, event: Event): Owned {
  if (isBought(event)) return bought(known, event);
  return isUndone(event) ? givenBack(known, event) : known;
}

function bought(known: Owned, event: Event): Owned {
  const { at, items } = purchaseOf(event);
  const news = items.filter(({ product }) => at > (lastBought(known, product) ?? 0));
  if (news.length === 0) return known;
  const all = { ...known, ...Object.fromEntries(news.map(({ product }) => [product, at])) };
  const entries = Object.entries(all);
  if (entries.length <= budget.owned) return all;
  return Object.fromEntries(entries.sort(([, a], [, b]) => b - a).slice(0, budget.owned));
}

/** Products that the event names. One bought again meanwhile goes too: better offered once more than never again. */
function givenBack(known: Owned, event: Event): Owned {
  const back = new Set(purchaseOf(event).items.map(({ product }) => product));
  const kept = Object.entries(known).filter(([product]) => !back.has(product));
  return kept.length === Object.keys(known).length ? known : Object.fromEntries(kept);
}

export const lastBought = (owned: Owned, product: string): Instant | undefined =>
  Object.hasOwn(owned, product) ? owned[product] : undefined;

/** Products of the order placed at that moment; of no such order, the three bought last. */
export function basketOf(owned: Owned, at: Instant): string[] {
  const together = Object.entries(owned).filter(([, when]) => when === at);
  if (together.length > 0) return together.map(([product]) => product);
  const newest = Object.entries(owned).sort(([, a], [, b]) => b - a);
  return newest.slice(0, 3).map(([product]) => product);
}
