// Helpings: what one write of a contact takes on. The rows it sets in motion travel in the contact's own item,
// which DynamoDB bounds at 400 KB, so a contact with very many events at once is written several times.
import type { Work } from './decision.ts';

export type Group = readonly [contact: string, works: readonly Work[]];

const mostWorks = 25;
const mostCharacters = 100_000;

/** The first helping of every contact, then the second of those that have one, and so on. */
export function helpings(groups: readonly Group[]): Group[][] {
  const cut = groups.map(([contact, works]) => ({ contact, parts: partsOf(works) }));
  const most = Math.max(0, ...cut.map(({ parts }) => parts.length));
  return Array.from({ length: most }, (_, at) =>
    cut.flatMap(({ contact, parts }) => {
      const part = parts[at];
      return part ? [[contact, part] as const] : [];
    }),
  );
}

function partsOf(works: readonly Work[]): (readonly Work[])[] {
  if (works.length === 1) return [works];
  const parts: Work[][] = [];
  let size = 0;
  for (const work of works) {
    const length = JSON.stringify(work.cause).length;
    const last = parts.at(-1);
    if (last && last.length < mostWorks && size + length <= mostCharacters) {
      last.push(work);
      size += length;
    } else {
      parts.push([work]);
      size = length;
    }
  }
  return parts;
}
