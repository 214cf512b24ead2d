// Says in one bounded text what an offer step chose, and why it chose nothing else.
import type { Catalog } from '../model/catalog.ts';
import type { Choice } from './choose.ts';

const longest = 1_000;

export function explain({ chosen, rejected }: Choice, catalog: Catalog): string {
  const nameOf = (id: string, product: string | undefined) => {
    const offer = catalog.offers.get(id);
    const name = offer?.name ?? id;
    if (product === undefined || product === offer?.product) return name;
    return `${name} for ${catalog.products.get(product)?.name ?? product}`;
  };
  const head = chosen
    ? `${nameOf(chosen.offer.id, chosen.product)}: ${chosen.because}`
    : 'no offer to make';
  const reasons = rejected.map((one) => `${nameOf(one.offer, one.product)} ${one.because}`);
  return bounded(head, reasons);
}

/** As many reasons as there is room for, and how many are left out. */
function bounded(head: string, reasons: readonly string[]): string {
  let text = head;
  for (const [at, reason] of reasons.entries()) {
    const more = `${text}; ${reason}`;
    if (more.length > longest - 20) return `${text}; and ${reasons.length - at} more`;
    text = more;
  }
  return text;
}
