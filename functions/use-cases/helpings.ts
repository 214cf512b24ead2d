// Helpings: what one write of a contact takes on. The rows it sets in motion travel in the contact's own item,
// which DynamoDB bounds at 400 KB, so a contact with very many events at once is written several times.
import { portions } from './chunks.ts';
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

function partsOf(works: readonly Work[]): Work[][] {
  if (works.length === 1) return [[...works]];
  return portions(inOrder(works), {
    count: mostWorks,
    size: mostCharacters,
    sizeOf: ({ cause }) => JSON.stringify(cause).length,
  });
}

/** Queues keep no order. What arrives together is decided as it happened: who someone is before what they did. */
export const inOrder = (works: readonly Work[]): Work[] =>
  works.toSorted((one, other) => timeOf(one) - timeOf(other) || rankOf(one) - rankOf(other));

const timeOf = ({ cause }: Work): number => (cause.kind === 'event' ? cause.event.timestamp : 0);

const rankOf = ({ cause }: Work): number =>
  cause.kind === 'event' && cause.event.type !== 'identify' ? 1 : 0;
